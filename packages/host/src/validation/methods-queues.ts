import { bulkArrivals, finiteQueue, markovianQueue, type SteadyQueue, tandemLine } from '@throughline/engine';
import type { Json, JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, numbersOf, OtherShape } from './methods-inputs.ts';

/** Results by the letters that queueing theory uses, and by the words that cases may use instead. */
function lettersOf({ utilisation, waiting, inside, wait, stay }: SteadyQueue): Record<string, Json> {
  return { rho: utilisation, Lq: waiting, L: inside, Wq: wait, W: stay };
}

/** The first input whose name, in small letters, fits. */
function named(inputs: MethodsInputs, fits: RegExp): string {
  const name = inputs.names.find((candidate) => fits.test(candidate.toLowerCase()));
  if (name === undefined) throw new OtherShape(`no input like ${fits.source}`);
  return name;
}

/** Trains of wagons, served one by one: batches of one size, or sizes with their probabilities. */
export function bulk(inputs: MethodsInputs): JsonRecord {
  const batchRate = inputs.number(named(inputs, /^lambda|_per_(h|hour|day)$/));
  const serviceRate = inputs.number(named(inputs, /^mu/));
  const sizes = inputs.any(named(inputs, /batch|wagons|members|size/));
  const probabilities = inputs.names.find((name) => /prob|weight|share/.test(name.toLowerCase()));
  const all = Array.isArray(sizes) ? numbersOf(sizes, 'sizes') : [numberOf(sizes, 'size')];
  const weights = probabilities === undefined ? all.map(() => 1 / all.length) : inputs.numbers(probabilities);
  const moment = (power: (size: number) => number) =>
    all.reduce((sum, size, index) => sum + weights[index]! * power(size), 0);
  const size = moment((value) => value);
  const queue = bulkArrivals({ batchRate, size, squareSize: moment((value) => value * value), serviceRate });
  const single = markovianQueue({ arrivalRate: batchRate * size, serviceRate, servers: 1 });
  return { ...lettersOf(queue), L_MM1: single.inside, L_mm1: single.inside, ratio: queue.inside / single.inside };
}

/** Sidings with room for so many and no more. */
export function finite(inputs: MethodsInputs): JsonRecord {
  const arrivalRate = inputs.number(named(inputs, /^lambda/));
  const serviceRate = inputs.number(named(inputs, /^mu/));
  const servers = inputs.number(named(inputs, /^(servers|c|s|tracks)$/), 1);
  const given = inputs.any(named(inputs, /^k$|capacity|room|sidings|places/));
  const queue = (room: number): Record<string, Json> => {
    const of = finiteQueue({ arrivalRate, serviceRate, servers, room });
    const blocked = { P_block: of.blocked, blocking: of.blocked, blocking_probability: of.blocked, pK: of.blocked };
    return { ...lettersOf(of), ...blocked, P0: of.empty, throughput: of.throughput, lambda_eff: of.throughput };
  };
  if (!Array.isArray(given)) return queue(numberOf(given, 'room'));
  const rooms = numbersOf(given, 'room');
  const queues = rooms.map(queue);
  const lists = Object.keys(queues[0] ?? {}).map((name): [string, Json] => [name, queues.map((of) => of[name]!)]);
  return { ...Object.fromEntries(lists), ...Object.fromEntries(rooms.map((room, i) => [`K${room}`, queues[i]!])) };
}

/** Exit, gauge and entry stations one after the other. */
export function tandem(inputs: MethodsInputs): JsonRecord {
  const arrivalRate = inputs.number(named(inputs, /^lambda/));
  const rates = inputs.numbers(named(inputs, /^mu/));
  const several = inputs.names.find((name) => /^(servers|c|s)$/.test(name));
  const servers = several === undefined ? rates.map(() => 1) : inputs.numbers(several);
  const line = tandemLine({
    arrivalRate,
    stations: rates.map((serviceRate, index) => ({ serviceRate, servers: servers[index]! })),
  });
  const each = (of: (queue: SteadyQueue) => number) => line.stations.map(of);
  return {
    W: each(({ stay }) => stay),
    Wq: each(({ wait }) => wait),
    L: each(({ inside }) => inside),
    rho: each(({ utilisation }) => utilisation),
    W_total: line.stay,
    total_sojourn: line.stay,
    sojourn: line.stay,
    L_total: line.inside,
    throughput: Math.min(arrivalRate, line.capacity),
    max_throughput: line.capacity,
    capacity: line.capacity,
    bottleneck: line.bottleneck,
  };
}
