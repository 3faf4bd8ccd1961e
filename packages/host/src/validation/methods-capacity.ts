import {
  additionalTimeRate,
  consumptionByTimes,
  corridorThroughput,
  crossingCycles,
  type DeductedTrains,
  mixedCapacity,
  pairCapacity,
  scottCapacity,
  type ThroughputElement,
  trainsPerHour,
  uic405Trains,
  waitingAtSection,
} from '@throughline/engine';
import { evaluateCompression } from './methods-compression.ts';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, OtherShape } from './methods-inputs.ts';

const MINUTE = 60;

/** Shapes of inputs of the topic, by a name that only this shape has. */
const shapes: readonly (readonly [
  name: string,
  evaluate: (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord,
])[] = [
  ['cases', scottCases],
  ['occupancy_time_rate_limits_pct', limits],
  ['tau_not_simultaneous', deductionCoefficients],
  ['headways_s', headways],
  ['minimum_headway_min', waiting],
  ['net_t_per_train', corridor],
  ['mean_headway_min', uic405],
  ['trains', evaluateCompression],
];

/**
 * Evaluates cases of the topic 10-capacity: minutes and tonnes of the file become SI, and shares per cent.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateCapacity(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const shape = shapes.find(([name]) => inputs.has(name));
  const evaluate = shape?.[1] ?? (inputs.names.some((name) => name.startsWith('occupancy_')) ? consumption : undefined);
  if (evaluate === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = evaluate(inputs, asked);
  inputs.needAllRead();
  return results;
}

function scottCases(inputs: MethodsInputs): JsonRecord {
  const practical = inputs.list('cases').map((entry) => {
    if (!isRecord(entry)) throw new OtherShape('a case is no object');
    return scottCapacity({
      runningTime: numberOf(entry.T, 'T') * MINUTE,
      blockWorking: numberOf(entry.t, 't') * MINUTE,
      efficiency: numberOf(entry.E, 'E'),
    }).practicalTrainsPerDay;
  });
  return { trains_per_day: practical };
}

function limits(inputs: MethodsInputs): JsonRecord {
  const rate = (limit: Json): Json =>
    Array.isArray(limit) ? limit.map(rate) : 100 * additionalTimeRate(numberOf(limit, 'limit') / 100);
  const kinds = Object.entries(inputs.record('occupancy_time_rate_limits_pct'));
  return { additional_time_rate_pct: Object.fromEntries(kinds.map(([kind, limit]) => [kind, rate(limit)])) };
}

/** Consumption of one timetable, and of others in nested objects whose results carry their name in front. */
function consumption(inputs: MethodsInputs): JsonRecord {
  const results: Record<string, Json> = {};
  const one = (of: JsonRecord, prefix: string): void => {
    const unit = Object.keys(of)
      .find((name) => name.startsWith('occupancy_'))
      ?.slice('occupancy_'.length);
    if (unit === undefined) throw new OtherShape('no occupancy');
    const known = [`occupancy_${unit}`, `window_${unit}`, `additional_${unit}`, 'atr', 'note'];
    const other = Object.keys(of).find((name) => !known.includes(name));
    if (other !== undefined) throw new OtherShape(`input ${prefix}${other} is not understood`);
    const occupancyTime = numberOf(of[`occupancy_${unit}`], 'occupancy');
    const atr = of.atr === undefined ? 0 : numberOf(of.atr, 'atr');
    const additional = of[`additional_${unit}`];
    const used = consumptionByTimes({
      occupancyTime,
      bufferTimes: (additional === undefined ? 0 : numberOf(additional, 'additional')) + atr * occupancyTime,
      window: numberOf(of[`window_${unit}`], 'window'),
    });
    results[`${prefix}consumption_pct`] = 100 * used.consumption;
    results[`${prefix}occupancy_rate_pct`] = 100 * used.occupancyRate;
    results[`${prefix}spare_${unit}`] = used.spare;
  };
  const flat: Record<string, Json> = {};
  for (const name of inputs.names) {
    const value = inputs.any(name);
    if (isRecord(value)) one(value, `${name}_`);
    else flat[name] = value;
  }
  one(flat, '');
  return results;
}

function deductionCoefficients(inputs: MethodsInputs): JsonRecord {
  const time = (name: string) => inputs.number(name) * MINUTE;
  const run = (name: string, startSupplement: number) => ({ running: time(name), startSupplement, stopSupplement: 0 });
  const station = { notSimultaneous: time('tau_not_simultaneous'), meet: time('tau_meet') };
  const cycles = crossingCycles({
    down: run('t_down', 0),
    up: run('t_up', time('start_stop')),
    first: station,
    second: station,
  });
  const { cycleTime } = cycles.find(({ scheme }) => scheme === 'down passes')!;
  const parallel = pairCapacity({
    cycleTime,
    fixedTime: time('T_fixed'),
    pairsPerCycle: inputs.number('pairs_per_cycle', 1),
  });
  const others = inputs.names.flatMap((name): DeductedTrains[] => {
    const kind = /^eps_(.+)$/.exec(name)?.[1];
    if (kind === undefined) return [];
    const perDay = inputs.number(`${kind}_pairs`);
    return [{ kind, perDay, coefficient: inputs.number(name), countsAsFreight: !kind.startsWith('passenger') }];
  });
  const mixed = mixedCapacity({ parallel: parallel.reportedPairsPerDay, unit: 'pairs', others });
  return {
    T_cycle: cycleTime / MINUTE,
    N_parallel_pairs: parallel.pairsPerDay,
    N_parallel_reported: parallel.reportedPairsPerDay,
    freight_pairs_unrounded: mixed.freight,
    freight_pairs_reported: mixed.reportedFreight,
  };
}

function headways(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const single = inputs.numbers('headways_s');
  const margin = inputs.number('margin_s', 0);
  const results: Record<string, Json> = { tph: single.map((headway) => trainsPerHour([headway])) };
  if (inputs.has('mixed_cycle_s')) results.tph_mixed = trainsPerHour(inputs.numbers('mixed_cycle_s'));
  for (const name of asked) {
    const [, headway, plus] = /^tph_(\d+)(?:_plus_(\d+))?$/.exec(name) ?? [];
    if (headway === undefined || !single.includes(Number(headway))) continue;
    if (plus !== undefined && Number(plus) !== margin) continue;
    results[name] = trainsPerHour([Number(headway)], plus === undefined ? 0 : margin);
  }
  return results;
}

function waiting(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const headway = inputs.number('minimum_headway_min') * MINUTE;
  const at = (trainsAnHour: number) => waitingAtSection({ trainRate: trainsAnHour / 3600, headway });
  const { utilisation, meanWait } = at(inputs.number('trains_per_h'));
  const results: Record<string, Json> = { rho: utilisation, mean_wait_min: meanWait / MINUTE };
  for (const name of asked) {
    const rate = /^wait_at_([\d.]+)_tph_min$/.exec(name)?.[1];
    if (rate !== undefined) results[name] = at(Number(rate)).meanWait / MINUTE;
  }
  return results;
}

/** Elements are `<name>_pairs_per_day`, `<name>_trains_per_day` or `<name>_t_per_day`; the reserve is the line's. */
function corridor(inputs: MethodsInputs): JsonRecord {
  const reserve = inputs.number('reserve', 0);
  const elements = inputs.names.flatMap((input): ThroughputElement[] => {
    const [, name, unit] = /^(.+)_(pairs|trains|t)_per_day$/.exec(input) ?? [];
    if (name === undefined) return [];
    const number = inputs.number(input);
    if (unit === 'pairs') return [{ name, takes: { pairsPerDay: number, reserve } }];
    if (unit === 'trains') return [{ name, takes: { trainsPerDayOneDirection: number } }];
    return [{ name, takes: { massPerDay: number * 1000 } }];
  });
  const result = corridorThroughput({
    netMassPerTrain: inputs.number('net_t_per_train') * 1000,
    daysPerYear: inputs.number('days'),
    elements,
  });
  const single = result.elements.map(({ name, massPerYear }) => [`${name}_mtpa`, massPerYear / 1e9]);
  return {
    ...Object.fromEntries(single),
    corridor_mtpa_one_direction: result.massPerYear / 1e9,
    binding: result.binding,
    gain_behind_binding_mtpa: result.gainBehindBinding / 1e9,
  };
}

function uic405(inputs: MethodsInputs): JsonRecord {
  const of = {
    meanHeadway: inputs.number('mean_headway_min') * MINUTE,
    sections: inputs.number('sections'),
    window: inputs.number('window_min') * MINUTE,
  };
  return {
    trains_by_day_margin: uic405Trains({ ...of, period: 'day' }),
    trains_by_peak_margin: uic405Trains({ ...of, period: 'peak' }),
  };
}
