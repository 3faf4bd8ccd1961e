import {
  availability,
  coveredArea,
  fadeMargin,
  fibreDelay,
  freeSpaceLoss,
  hataLoss,
  inParallel,
  inSeries,
  terminalReliability,
  topsis,
} from '@throughline/engine';
import type { Json, JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, numbersOf, OtherShape } from './methods-inputs.ts';

const HOUR = 3600;
const MINUTES_OF_YEAR = 525_600;

/** Shapes of inputs of the topic, by a name that only this shape has. */
const shapes: readonly (readonly [
  name: string,
  evaluate: (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord,
])[] = [
  ['edges', reliability],
  ['mtbf_h', availabilities],
  ['f_MHz', pathLoss],
  ['sets_edge_n_sigma', areas],
  ['route_km', delay],
  ['matrix', siting],
];

/**
 * Evaluates cases of the topic 09-digital.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateDigital(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const evaluate = shapes.find(([name]) => inputs.has(name))?.[1];
  if (evaluate === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = evaluate(inputs, asked);
  inputs.needAllRead();
  return results;
}

/** Two terminals `s` and `t`, several `terminals`, or all nodes; `p` is one probability, or several for all links alike. */
function reliability(inputs: MethodsInputs): JsonRecord {
  const ends = inputs.list('edges').map((edge) => numbersOf(edge, 'edge'));
  const nodes = inputs.number('nodes', 1 + Math.max(...ends.flat()));
  const terminals = inputs.has('s')
    ? [inputs.number('s'), inputs.number('t')]
    : inputs.has('terminals')
      ? inputs.numbers('terminals')
      : Array.from({ length: nodes }, (_, i) => i);
  const of = (works: (edge: number) => number): number => {
    const links = ends.map(([a, b], edge) => ({ ends: [a!, b!] as const, works: works(edge) }));
    return terminalReliability({ nodes, links }, terminals);
  };
  const p = inputs.any('p');
  return { R: Array.isArray(p) ? p.map((each: Json) => of(() => numberOf(each, 'p'))) : of(() => numberOf(p, 'p')) };
}

function availabilities(inputs: MethodsInputs): JsonRecord {
  const results: Record<string, Json> = {
    single: availability(inputs.number('mtbf_h') * HOUR, inputs.number('mttr_h') * HOUR),
  };
  const parts = inputs.names.filter((name) => /^a\d+$/.test(name)).map((name) => inputs.number(name));
  if (parts.length > 0) Object.assign(results, { series: inSeries(parts), parallel: inParallel(parts) });
  if (inputs.has('common_cause_availability')) {
    const shared = inParallel(parts, inputs.number('common_cause_availability'));
    results.parallel_with_common_cause = shared;
    results.downtime_min_per_year_parallel_cc = (1 - shared) * MINUTES_OF_YEAR;
  }
  return results;
}

function pathLoss(inputs: MethodsInputs): JsonRecord {
  const frequency = inputs.number('f_MHz') * 1e6;
  const distance = inputs.number('d_km') * 1000;
  const results: Record<string, Json> = { fspl_dB: freeSpaceLoss({ frequency, distance }) };
  if (!inputs.has('hb_m')) return results;
  const path = { frequency, distance, baseHeight: inputs.number('hb_m'), mobileHeight: inputs.number('hm_m') };
  const around = ['urban', 'suburban', 'open'] as const;
  results.hata_dB = Object.fromEntries(around.map((surroundings) => [surroundings, hataLoss(path, surroundings)]));
  return results;
}

function areas(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const sets = inputs.list('sets_edge_n_sigma').map((set) => numbersOf(set, 'set'));
  const results: Record<string, Json> = {
    area_probability: sets.map(([edge, exponent, deviation]) => coveredArea(edge!, exponent!, deviation!)),
  };
  for (const name of asked) {
    const margin = /^margin_for_(\d+)pct_edge_sigma(\d+)_dB$/.exec(name);
    if (margin) results[name] = fadeMargin(Number(margin[1]) / 100, Number(margin[2]));
  }
  return results;
}

function delay(inputs: MethodsInputs): JsonRecord {
  const index = inputs.number('group_index');
  return {
    one_way_ms: 1e3 * fibreDelay(inputs.number('route_km') * 1e3, index),
    us_per_km: 1e6 * fibreDelay(1e3, index),
  };
}

function siting(inputs: MethodsInputs): JsonRecord {
  if (inputs.has('criteria')) inputs.any('criteria');
  const matrix = inputs.list('matrix').map((row) => numbersOf(row, 'row'));
  const { closeness, rank } = topsis(matrix, inputs.numbers('weights'), inputs.numbers('benefit_or_cost'));
  return { closeness, rank };
}
