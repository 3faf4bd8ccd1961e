import {
  centralValues,
  compile,
  compileNode,
  Diagnostics,
  driveNode,
  formatDiagnostic,
  gatherCorridor,
  modelOf,
  present,
  readCorridor,
} from '@throughline/engine';
import { parseYaml } from '@throughline/formats';
import type { JsonRecord } from './methods-file.ts';
import { type MethodsInputs, OtherShape } from './methods-inputs.ts';

const DAY = 86_400;
const YEAR = 365 * DAY;

/**
 * Simulates the only facility of a case, written as in a corridor's files, by itself: means over replications.
 *
 * @param inputs - `facilities`, `days` watched, `warm_up_days`, `replications`, `net_t_per_departure`
 * @returns mean stay of a train (the last of its parts), departures and tonnes a year
 * @throws OtherShape when the facility does not pass the checks of a corridor
 */
export function evaluateYard(inputs: MethodsInputs): JsonRecord {
  const network = networkOf(inputs.record('facilities'));
  const measured = inputs.number('days') * DAY;
  const warmUp = inputs.number('warm_up_days', 0) * DAY;
  const replications = inputs.number('replications', 1);
  const tonnes = inputs.number('net_t_per_departure', 0);
  let [stay, departures] = [0, 0];
  for (let draw = 0; draw < replications; draw++) {
    const [flow] = driveNode(network, { seed: 1, draw, warmUp, measured }).flows;
    if (!flow?.stay) throw new RangeError('nothing left the yard');
    stay += flow.stay.mean / replications;
    departures += flow.departures / replications;
  }
  const perYear = (departures * YEAR) / measured;
  return {
    stay_of_train_min: stay / 60,
    stay_of_train_h: stay / 3600,
    trains_per_year: perYear,
    mt_per_year: (perYear * tonnes) / 1e6,
  };
}

/** The facility as a corridor of its own: one station, no line. */
function networkOf(facilities: JsonRecord) {
  const corridor = {
    corridor: { title: 'Yard', question: 'How long?', summary: 'A yard by itself.', base_year: 2025, prices: '2025' },
    countries: { here: { name: 'Here', iso: 'XX', clock: 'UTC+0', currency: 'USD' } },
    sources: { published: { title: 'As the case says', kind: 'study' } },
    stations: { yard: { name: 'Yard', country: 'here', source: 'published', tracks: {} } },
    lines: {},
    facilities,
  };
  const diagnostics = new Diagnostics();
  const tree = parseYaml(JSON.stringify(corridor), 'case', diagnostics);
  const files = tree && gatherCorridor([{ path: 'case.yaml', tree }], diagnostics);
  const read = files && readCorridor(files, present);
  const faults = [...diagnostics.all, ...(read?.diagnostics.all ?? [])];
  if (!read?.corridor) throw new OtherShape(faults.map((fault) => formatDiagnostic(fault)).join('; '));
  const compiled = compile(read.corridor, present, read.corridor.corridor.base_year);
  return compileNode(modelOf(compiled, centralValues(compiled)), Object.keys(facilities)[0]!);
}
