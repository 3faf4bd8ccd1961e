import {
  allenCunneen,
  channelQuantile,
  corridorSpeeds,
  craneCycle,
  erlangB,
  erlangC,
  generalQueue,
  markovianQueue,
  meanOfBoth,
  relativeChange,
  riskChannels,
  waitsByPreemption,
  waitsByPriority,
} from '@throughline/engine';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, numbersOf, OtherShape } from './methods-inputs.ts';
import { bulk, finite, tandem } from './methods-queues.ts';
import { evaluateYard } from './methods-yards.ts';

type Evaluate = (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord;

/** Shapes of inputs of the topic: whether they are of it, and what is computed. The first that fits is taken. */
const shapes: readonly (readonly [fits: (inputs: MethodsInputs) => boolean, evaluate: Evaluate])[] = [
  [(inputs) => inputs.has('facilities'), evaluateYard],
  [(inputs) => inputs.has('offered_load_and_servers'), erlang],
  [(inputs) => inputs.has('mean_documents_h'), branches],
  [(inputs) => inputs.has('segments_km_h'), speeds],
  [(inputs) => inputs.has('cycle_min_per_move'), cranes],
  [(inputs) => inputs.names.some((name) => name.startsWith('channels')), channels],
  [(inputs) => inputs.has('ca2'), approximation],
  [(inputs) => inputs.has('scv'), general],
  [(inputs) => namesOf(inputs).some((name) => /batch|wagons|members|size/.test(name)), bulk],
  [(inputs) => namesOf(inputs).some((name) => /^k$|capacity|room|sidings|places/.test(name)), finite],
  [(inputs) => inputs.has('lambda') && Array.isArray(inputs.any('lambda')), priorities],
  [(inputs) => namesOf(inputs).some((name) => name.startsWith('mu')) && severalStations(inputs), tandem],
  [(inputs) => inputs.has('lambda') && inputs.has('mu') && inputs.has('servers'), markovian],
  [(inputs) => inputs.has('years') || inputs.names.every((name) => isRecord(inputs.any(name))), changes],
];

/**
 * Evaluates cases of the topic 06-border: queues, channels, cranes and what facilitation indicators say of themselves.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateBorder(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const shape = shapes.find(([fits]) => fits(inputs));
  if (shape === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = shape[1](inputs, asked);
  inputs.needAllRead();
  return results;
}

function namesOf(inputs: MethodsInputs): string[] {
  return inputs.names.map((name) => name.toLowerCase());
}

/** Rates of several stations, one after the other. */
function severalStations(inputs: MethodsInputs): boolean {
  const name = inputs.names.find((candidate) => candidate.toLowerCase().startsWith('mu'));
  return name !== undefined && Array.isArray(inputs.any(name));
}

function markovian(inputs: MethodsInputs): JsonRecord {
  const given = inputs.any('servers');
  const several = Array.isArray(given);
  const arrivalRate = inputs.number('lambda');
  const serviceRate = inputs.number('mu');
  const queue = (servers: number): JsonRecord => {
    const { empty, mustWait, waiting, inside, wait, stay, utilisation } = markovianQueue({
      arrivalRate,
      serviceRate,
      servers,
    });
    return { P0: empty, C: mustWait, Lq: waiting, L: inside, Wq: wait, W: stay, rho: utilisation };
  };
  if (!several) return queue(numberOf(given, 'servers'));
  return Object.fromEntries(numbersOf(given, 'servers').map((servers) => [`s${servers}`, queue(servers)]));
}

function erlang(inputs: MethodsInputs): JsonRecord {
  const pairs = inputs.list('offered_load_and_servers').map((pair) => numbersOf(pair, 'offered_load_and_servers'));
  const byPair = (of: (load: number, servers: number) => number) =>
    Object.fromEntries(pairs.map(([load, servers]) => [`A=${load},c=${servers}`, of(load!, servers!)]));
  return { erlang_B: byPair(erlangB), erlang_C: byPair(erlangC) };
}

function general(inputs: MethodsInputs): JsonRecord {
  const name = (start: string) => inputs.names.find((candidate) => candidate.startsWith(start)) ?? start;
  const arrivalRate = inputs.number(name('lambda'));
  const service = inputs.number(name('mean_service'));
  const given = inputs.any('scv');
  const queue = (squaredVariation: number) => generalQueue({ arrivalRate, service, squaredVariation });
  const each = (of: (queue: ReturnType<typeof generalQueue>) => number): Json =>
    Array.isArray(given) ? numbersOf(given, 'scv').map((scv) => of(queue(scv))) : of(queue(numberOf(given, 'scv')));
  return {
    rho: arrivalRate * service,
    Wq: each(({ wait }) => wait),
    W: each(({ stay }) => stay),
    Lq: each(({ waiting }) => waiting),
    L: each(({ inside }) => inside),
  };
}

function priorities(inputs: MethodsInputs): JsonRecord {
  const arrivalRates = inputs.numbers('lambda');
  const serviceRate = inputs.number('mu');
  const given = inputs.any('servers');
  const results: Record<string, Json> = {};
  for (const servers of Array.isArray(given) ? numbersOf(given, 'servers') : [numberOf(given, 'servers')]) {
    const of = { arrivalRates, serviceRate, servers };
    const waits = waitsByPriority(of);
    results[`nonpreemptive_s${servers}_wait`] = waits;
    results[`preemptive_s${servers}_wait`] = waitsByPreemption(of);
    const together = waits.reduce((sum, wait, k) => sum + (wait * arrivalRates[k]!) / serviceRate, 0);
    results[`conservation_sum_rho_W_s${servers}`] = together;
    const rate = arrivalRates.reduce((sum, own) => sum + own, 0);
    const first = markovianQueue({ arrivalRate: rate, serviceRate, servers });
    results[`fifo_equivalent_s${servers}`] = (rate / serviceRate) * first.wait;
    if (servers === 1) results.fifo_equivalent = (rate / serviceRate) * first.wait;
  }
  return results;
}

function channels(inputs: MethodsInputs): JsonRecord {
  const name = inputs.names.find((candidate) => candidate.startsWith('channels'))!;
  const unit = name.split('_').at(-1)!;
  if (inputs.has('each_exponential') && inputs.any('each_exponential') !== true) {
    throw new OtherShape('channels that are not exponential');
  }
  const byName = Object.entries(inputs.record(name)).map(([channel, pair]) => {
    const [share, mean] = numbersOf(pair, channel);
    return { channel, share: share!, mean: mean! };
  });
  const { mean, deviation, squaredVariation } = riskChannels(byName);
  const red = byName.find(({ channel }) => channel === 'red');
  // Half of those opened are let through with the green ones.
  const halved = byName.map((entry) => {
    const moved = entry === red ? -red.share / 2 : entry.channel === 'green' && red ? red.share / 2 : 0;
    return { ...entry, share: entry.share + moved };
  });
  const quantiles = [50, 75, 80, 90, 95, 99].map((percent) => [
    `P${percent}_${unit}`,
    channelQuantile(byName, percent / 100),
  ]);
  return {
    [`mean_${unit}`]: mean,
    [`sd_${unit}`]: deviation,
    scv: squaredVariation,
    mean_if_red_share_halved_to_green: riskChannels(halved).mean,
    ...Object.fromEntries(quantiles),
  };
}

function branches(inputs: MethodsInputs): JsonRecord {
  const [documents, physical] = [inputs.number('mean_documents_h'), inputs.number('mean_physical_h')];
  const parallel = meanOfBoth(documents, physical);
  const sequential = documents + physical;
  return { sequential_mean: sequential, parallel_mean: parallel, saving: sequential - parallel };
}

function approximation(inputs: MethodsInputs): JsonRecord {
  const of = {
    arrivalRate: inputs.number('lambda'),
    serviceRate: inputs.number('mu'),
    servers: inputs.number('servers'),
  };
  const queue = allenCunneen({ ...of, arrivalVariation: inputs.number('ca2'), serviceVariation: inputs.number('cs2') });
  return { Wq_MMc: markovianQueue(of).wait, Wq_GIGc: queue.wait, W_GIGc: queue.stay, Lq_GIGc: queue.waiting };
}

/** Indicators of two years side by side: what they changed by, in per cent. */
function changes(inputs: MethodsInputs): JsonRecord {
  if (inputs.has('years')) inputs.any('years');
  const modes = inputs.names.filter((name) => isRecord(inputs.any(name)));
  return Object.fromEntries(
    modes.map((mode) => {
      const rows = Object.entries(inputs.record(mode)).map(([indicator, levels]) => {
        const [before, after] = numbersOf(levels, indicator);
        return [indicator.replace(/_(hours|usd|kmh|pct)$/, (unit) => (unit === '_hours' ? unit : '')), before!, after!];
      }) as [string, number, number][];
      return [
        `${mode}_change_pct`,
        Object.fromEntries(rows.map(([name, before, after]) => [name, 100 * relativeChange(before, after)])),
      ];
    }),
  );
}

function speeds(inputs: MethodsInputs): JsonRecord {
  const segments = inputs.list('segments_km_h').map((pair) => {
    const [distance, time] = numbersOf(pair, 'segments_km_h');
    return { distance: distance!, time: time! };
  });
  const { withoutDelay, withDelay, stopped } = corridorSpeeds(segments);
  return { swod: withoutDelay, swd: withDelay, border_share_of_time: stopped };
}

function cranes(inputs: MethodsInputs): JsonRecord {
  const MINUTE = 60;
  const { timePerTrain, trainsPerDay } = craneCycle({
    cranes: inputs.number('cranes'),
    cycle: inputs.number('cycle_min_per_move') * MINUTE,
    moves: inputs.number('moves_per_train'),
    availability: inputs.number('availability', 1),
    fixed: inputs.number('fixed_min_per_train', 0) * MINUTE,
  });
  return { hours_per_train: timePerTrain / 3600, trains_per_day: trainsPerDay };
}
