import type { Model } from '../corridor/index.ts';
import type { AlignmentCrossing } from './alignment-crossings.ts';
import type { LandTake } from './land-take.ts';
import type { LineNoise } from './noise/exposure.ts';
import type { ScreeningFact } from './screening.ts';

const HECTARE = 10_000;

/** What facts are made of. */
export interface FactSources {
  readonly land: readonly LandTake[];
  readonly crossings: readonly AlignmentCrossing[];
  readonly noise: readonly LineNoise[];
  readonly construction: number;
}

/**
 * The facts that screening rules ask for, by name: `displaced-people`, `households`, `land-ha`, `forest-ha`,
 * `rice-ha`, `length-km`, `protected-certain`, `protected-possible`, `rivers`, `noise-people`, `construction-kt`,
 * `builds` (1 when anything is built), and three by which some laws sort: `scale` (2 from 100 km or 500 ha,
 * else 1 when anything is built), `sensitive` (1 when a protected area may be crossed, rice land is taken or people
 * have to move), `polluting` (0: railways are not on the law's list of polluting kinds).
 *
 * @param model - the corridor, for names
 * @param of - land, crossings, noise and carbon as found
 * @example
 * ```ts
 * screeningFacts(model, found)['displaced-people'].value; // 19000
 * ```
 */
export function screeningFacts(model: Model, of: FactSources): Record<string, ScreeningFact> {
  const { land, crossings, noise, construction } = of;
  const sum = (part: (take: LandTake) => number) => land.reduce((total, take) => total + part(take), 0);
  const ofClass = (kind: string) => sum(({ byClass }) => byClass[kind] ?? 0) / HECTARE;
  const alignments = land.map(({ alignment }) => alignment).join(', ') || 'nothing is built';
  const crossed = (finding: string, kinds: readonly string[]) => [
    ...new Set(
      crossings
        .filter(
          (crossing) => crossing.finding === finding && kinds.includes(model.ground_features[crossing.feature]!.kind),
        )
        .map(({ feature }) => model.ground_features[feature]!.name),
    ),
  ];
  const count = (names: readonly string[]): ScreeningFact => ({
    value: names.length,
    because: names.join(', ') || 'none',
  });
  const sensitive = ['protected area', 'wetland', 'heritage'];
  const fact = (value: number, because = alignments): ScreeningFact => ({ value, because });
  const length = sum(({ begin, end }) => end - begin) / 1000;
  const hectares = sum(({ total }) => total) / HECTARE;
  const moved = sum(({ people }) => people);
  const touched = [...crossed('certain', sensitive), ...crossed('possible', sensitive)];
  const why = [
    ...(touched.length > 0 ? [`may cross ${touched.join(', ')}`] : []),
    ...(ofClass('rice') > 0 ? ['takes rice land'] : []),
    ...(moved > 0 ? ['people have to move'] : []),
  ];
  return {
    builds: fact(land.length > 0 ? 1 : 0),
    'length-km': fact(length),
    'land-ha': fact(hectares),
    'forest-ha': fact(ofClass('forest')),
    'rice-ha': fact(ofClass('rice')),
    'displaced-people': fact(moved),
    households: fact(sum(({ households }) => households)),
    'protected-certain': count(crossed('certain', sensitive)),
    'protected-possible': count(touched),
    rivers: count(crossed('certain', ['river'])),
    'noise-people': fact(
      noise.reduce((total, { peopleNight }) => total + peopleNight, 0),
      noise.map(({ line }) => line).join(', ') || 'no trains on what is built',
    ),
    'construction-kt': fact(construction / 1e6),
    scale: fact(length >= 100 || hectares >= 500 ? 2 : length > 0 ? 1 : 0),
    sensitive: fact(why.length > 0 ? 1 : 0, why.join('; ') || 'nothing sensitive'),
    polluting: fact(0, 'railways are not on the list of polluting kinds'),
  };
}
