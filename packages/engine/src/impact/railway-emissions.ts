import { type Model, nationalParts } from '../corridor/index.ts';
import { pow } from '../numerics/index.ts';
import type { ServiceOutcome, ServiceRun } from '../running/index.ts';
import { type Emission, emissionOf, noEmission, sumOfEmissions } from './emissions.ts';

/**
 * Emission of one train of each service from its first to its last station: the energy it takes, by fuel, or by the
 * grids of the lines it runs on, shared by distance.
 *
 * @param model - the corridor, with grids and fuels
 * @param runs - one train of each service
 * @param year - for which grids have become cleaner
 * @returns kg CO2e a train by service; services that do not run are left out
 * @example
 * ```ts
 * emissionByService(model, outcome.services, 2035)['container-south'].wellToWheel; // kg CO2e
 * ```
 */
export function emissionByService(
  model: Model,
  runs: Readonly<Record<string, ServiceOutcome>>,
  year: number,
): Record<string, Emission> {
  return Object.fromEntries(
    Object.entries(runs).flatMap(([id, run]) => (run.kind === 'run' ? [[id, emissionOfRun(model, run, year)]] : [])),
  );
}

function emissionOfRun(model: Model, run: ServiceRun, year: number): Emission {
  const fuel = supplyOf(run).find((power) => Object.hasOwn(model.fuels, power));
  if (fuel !== undefined) {
    const { well_to_wheel, tank_to_wheel } = model.fuels[fuel]!;
    return emissionOf(run.energyTaken, { wellToWheel: well_to_wheel, tankToWheel: tank_to_wheel });
  }
  const length = run.route.legs.reduce((sum, { begin, end }) => sum + Math.abs(end - begin), 0);
  if (length === 0) return noEmission;
  return sumOfEmissions(
    run.route.legs.flatMap((leg) =>
      nationalParts(model, leg.line, leg).map((part) => {
        const intensity = { wellToWheel: gridFactor(model, leg.line, part.country, year), tankToWheel: 0 };
        return emissionOf((run.energyTaken * part.length) / length, intensity);
      }),
    ),
  );
}

/** Power of the first locomotive or unit of the train. */
function supplyOf({ train }: ServiceRun): readonly string[] {
  return train.consist.find(({ vehicle }) => (vehicle.power?.length ?? 0) > 0)?.vehicle.power ?? [];
}

/** kg CO2e/J at the wire of a line: of the grid that names the line, else of the country. */
function gridFactor({ grids, corridor }: Model, line: string, country: string, year: number): number {
  const all = Object.values(grids);
  const grid =
    all.find((candidate) => candidate.lines?.includes(line)) ??
    all.find(({ countries, lines: own }) => own === undefined && countries.includes(country));
  return grid ? grid.factor * pow(1 - (grid.decline ?? 0), Math.max(0, year - corridor.base_year)) : 0;
}
