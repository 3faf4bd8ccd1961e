import type { DepositHazard, HazardSums, ImpactSums, NearestNeighbour } from '../impact/index.ts';
import type { Series } from './figure.ts';
import { rangedColumns, series } from './figures.ts';

const YEAR = 31_557_600;
/** kg/s in t a year. */
const tonnes = YEAR / 1000;

/**
 * Hazards of deposits and their tailings: how near people, rivers and parks are, with the range of what is known of both
 * positions; how radioactive the concentrate is; and what the mine moves and leaves, with ranges of the draws.
 *
 * @param hazards - by deposit
 * @param draws - what the draws gave
 * @param restsOn - key of the trace
 * @returns neighbours, and masses with radioactivity
 * @example
 * ```ts
 * hazardSeries(outcome.impact.hazards, [], 'impact').masses;
 * ```
 */
export function hazardSeries(
  hazards: readonly DepositHazard[],
  draws: readonly ImpactSums[],
  restsOn: string,
): { readonly neighbours: Series; readonly masses: Series } {
  return { neighbours: neighbourSeries(hazards, restsOn), masses: massSeries(hazards, draws, restsOn) };
}

function neighbourSeries(hazards: readonly DepositHazard[], restsOn: string): Series {
  const rows = hazards.flatMap(({ name, nearest }) => nearest.map((neighbour) => ({ deposit: name, neighbour })));
  const kilometres = (of: (neighbour: NearestNeighbour) => number) => rows.map(({ neighbour }) => of(neighbour) / 1000);
  return series(
    [
      ['deposit', null, rows.map(({ deposit }) => deposit)],
      ['nearest', null, rows.map(({ neighbour }) => neighbour.kind)],
      ['name', null, rows.map(({ neighbour }) => neighbour.name)],
      ['distance', 'km', kilometres(({ distance }) => distance)],
      ['distance low', 'km', kilometres(({ low }) => low)],
      ['distance high', 'km', kilometres(({ high }) => high)],
    ],
    restsOn,
  );
}

function massSeries(hazards: readonly DepositHazard[], draws: readonly ImpactSums[], restsOn: string): Series {
  const drawn = (of: (sums: HazardSums) => number) =>
    hazards.map(({ deposit }) =>
      draws.flatMap((draw) => {
        const sums = draw.hazards[deposit];
        return sums ? [of(sums)] : [];
      }),
    );
  const given = (name: string, of: 'ore' | 'tailings' | 'residues' | 'thorium') =>
    rangedColumns(
      name,
      't/year',
      hazards.map((hazard) => (hazard.given ? hazard.given[of] * tonnes : null)),
      drawn((sums) => sums[of] * tonnes),
    );
  return series(
    [
      ['deposit', null, hazards.map(({ name }) => name)],
      ['thorium in concentrate', 'ppm', hazards.map(({ thorium }) => (thorium === null ? null : thorium * 1e6))],
      ['uranium in concentrate', 'ppm', hazards.map(({ uranium }) => (uranium === null ? null : uranium * 1e6))],
      ...rangedColumns(
        'activity',
        'Bq/g',
        hazards.map(({ radioactivity }) =>
          radioactivity ? (radioactivity.thorium + radioactivity.uranium) / 1000 : null,
        ),
        drawn(({ activity }) => activity / 1000),
      ),
      ['class', null, hazards.map(({ radioactivity }) => classOf(radioactivity))],
      ['tailings now', 't/year', hazards.map(({ now }) => (now ? now.tailings * tonnes : null))],
      ...given('ore', 'ore'),
      ...given('tailings', 'tailings'),
      ...given('residues', 'residues'),
      ...given('thorium', 'thorium'),
      [
        'tailings at capacity',
        't/year',
        hazards.map(({ atCapacity }) => (atCapacity ? atCapacity.tailings * tonnes : null)),
      ],
    ],
    restsOn,
  );
}

function classOf(found: DepositHazard['radioactivity']): string {
  if (!found) return 'no mine is described';
  if (found.aboveTransport) return 'class 7 cargo';
  return found.aboveExemption ? 'above exemption, no class 7' : 'exempt';
}
