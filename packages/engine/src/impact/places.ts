import { chainageOf, type Model } from '../corridor/index.ts';
import type { AlignmentCrossing } from './alignment-crossings.ts';
import type { DepositHazard } from './deposit-hazards.ts';
import { landTake } from './land-take.ts';
import type { LineNoise } from './noise/exposure.ts';

/** What an option does to a place. */
export interface PlaceImpact {
  readonly place: string;
  /** Length of what is built in it, m. */
  readonly length: number;
  /** Land, m²; people and households who have to move. */
  readonly land: number;
  readonly people: number;
  readonly households: number;
  /** Farthest reach of noise above the limit by night of any line in it, m. */
  readonly noiseReach: number;
  /** Ground features in it that are crossed. */
  readonly crossings: ReadonlyArray<{ readonly feature: string; readonly finding: 'certain' | 'possible' }>;
  /** Ids of what was asked from here. */
  readonly consultations: readonly string[];
  /** Deposits to which it is the nearest settlement or park, with the distance, m. */
  readonly deposits: ReadonlyArray<{ readonly deposit: string; readonly distance: number }>;
}

/**
 * What an option does to every place that can be asked for.
 *
 * @param model - the corridor, with places
 * @param crossings - of the alignments
 * @param noise - of the lines
 * @param hazards - of deposits
 * @example
 * ```ts
 * placeImpacts(model, crossings, noise).find(({ place }) => place === 'valley')?.people;
 * ```
 */
export function placeImpacts(
  model: Model,
  crossings: readonly AlignmentCrossing[],
  noise: readonly LineNoise[],
  hazards: readonly DepositHazard[] = [],
): PlaceImpact[] {
  return Object.entries(model.places).map(([place, { kind, along, features }]) => {
    const parts = Object.values(along).flatMap(({ line: id, begin, end }) => {
      const line = model.lines[id];
      const [from, to] = line ? [chainageOf(line, begin), chainageOf(line, end)] : [];
      return from === undefined || to === undefined ? [] : [{ line: id, begin: from, end: to }];
    });
    const takes = parts.flatMap((part) => landTake(model, part));
    const sum = (of: 'total' | 'people' | 'households') => takes.reduce((total, take) => total + take[of], 0);
    const lines = new Set(takes.map(({ line }) => line));
    return {
      place,
      length: takes.reduce((total, { begin, end }) => total + end - begin, 0),
      land: sum('total'),
      people: sum('people'),
      households: sum('households'),
      noiseReach: noise.reduce((far, { line, reachNight }) => (lines.has(line) ? Math.max(far, reachNight) : far), 0),
      crossings: (features ?? []).flatMap((feature) => strongest(feature, crossings)),
      consultations: Object.entries(model.consultations).flatMap(([id, asked]) => (asked.place === place ? [id] : [])),
      deposits: hazards.flatMap(({ deposit, nearest }) =>
        nearest.flatMap(({ kind: near, id, distance }) => {
          const isIt = near === 'settlement' ? id === place : kind === 'park' && (features ?? []).includes(id);
          return isIt ? [{ deposit, distance }] : [];
        }),
      ),
    };
  });
}

function strongest(feature: string, crossings: readonly AlignmentCrossing[]): PlaceImpact['crossings'] {
  const found = crossings.filter((crossing) => crossing.feature === feature).map(({ finding }) => finding);
  if (found.includes('certain')) return [{ feature, finding: 'certain' }];
  return found.includes('possible') ? [{ feature, finding: 'possible' }] : [];
}
