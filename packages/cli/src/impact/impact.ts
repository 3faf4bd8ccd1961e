import { impactOf, mineralMarket, mostTrains, runService } from '@throughline/engine';
import { BadInput, exitStatus } from '../exit-status.ts';
import { known } from '../known.ts';
import { journeyTimes } from '../minerals/journey-times.ts';
import { modelUnder } from '../model-under.ts';
import { outStyle, print, printJson } from '../terminal/output.ts';
import type { ImpactOptions } from './impact-options.ts';
import { registerLines } from './register.ts';
import { impactLines } from './report.ts';

/**
 * Tells what an option does to land, water and people; trains are those that its services want at most.
 *
 * @param folder - the corridor's folder
 * @param options - what the command line says
 */
export async function impact(folder: string, options: ImpactOptions): Promise<void> {
  const found = await modelUnder(folder, options);
  if (!found) {
    process.exitCode = exitStatus.badInput;
    return;
  }
  const { model, option } = found;
  const place =
    options.place === undefined
      ? undefined
      : known('place', options.place, model.places, { how: '`--place ID`', where: ` under option ${option}` });
  if (options.register) {
    print(registerLines(model, options.register, place, outStyle));
    return;
  }
  const runs = Object.fromEntries(Object.keys(model.services).map((id) => [id, runService(model, id)]));
  const outcome = impactOf(model, runs, null, {
    trains: mostTrains(model),
    minerals: mineralMarket(model, journeyTimes(model), 'screening'),
  });
  if (!outcome)
    throw new BadInput(
      'The corridor says nothing of land, air and people: it has no `alignments`, `fuels`, `grids` or `screening_schemes` (see docs/format.md).',
    );
  const shown =
    place === undefined ? outcome : { ...outcome, places: outcome.places.filter((each) => each.place === place) };
  if (options.json) printJson({ option, scenario: options.scenario ?? null, ...shown });
  else print(impactLines(model, shown, { option, place }, outStyle));
}
