import { enlarged } from '../../numerics/index.ts';

const FIRST_CAPACITY = 256;

/** No token, no parent, no next in a list. */
export const NONE = -1;

/**
 * What moves through a node: trains, wagons, containers, people, and the branches of those that are worked on in several
 * places at once. One index is one token; its attributes stand in typed arrays, freed indices are used again.
 *
 * @example
 * ```ts
 * const tokens = new Tokens(2, 0);
 * const train = tokens.take();
 * tokens.weight[train] = 40;
 * tokens.free(train);
 * ```
 */
export class Tokens {
  /** Number of tokens in use. */
  inUse = 0;
  flow = new Int32Array(FIRST_CAPACITY);
  /** Rank of its unit, 0 a train. */
  rank = new Int32Array(FIRST_CAPACITY);
  step = new Int32Array(FIRST_CAPACITY);
  /** The arrival it came with. */
  arrival = new Int32Array(FIRST_CAPACITY);
  /** What it is a part of, or a branch of. */
  parent = new Int32Array(FIRST_CAPACITY);
  isBranch = new Uint8Array(FIRST_CAPACITY);
  /** Parts and branches of it that are not back. */
  outstanding = new Int32Array(FIRST_CAPACITY);
  /** The next one in the queue, or in the group, that it is in. */
  next = new Int32Array(FIRST_CAPACITY);
  firstMember = new Int32Array(FIRST_CAPACITY);
  /** Step whose servers it still holds because it cannot go on; NONE where it holds none. */
  blocking = new Int32Array(FIRST_CAPACITY);
  /** Resource, or storage, that it waits for. */
  lacking = new Int32Array(FIRST_CAPACITY);
  /** Smallest things of its flow that it stands for. */
  weight = new Float64Array(FIRST_CAPACITY);
  /** When what it does now began. */
  since = new Float64Array(FIRST_CAPACITY);
  /** Time for which the resource it waits for had been closed by then. */
  closedBefore = new Float64Array(FIRST_CAPACITY);
  order = new Float64Array(FIRST_CAPACITY);
  /** Weight of the parts that are back, and the sum of weight times the moment they came. */
  backWeight = new Float64Array(FIRST_CAPACITY);
  backMoments = new Float64Array(FIRST_CAPACITY);
  /** Its place among the random numbers of its arrival, the room there for its parts, and how many it has used. */
  place = new Int32Array(FIRST_CAPACITY);
  reach = new Int32Array(FIRST_CAPACITY);
  drawn = new Int32Array(FIRST_CAPACITY);
  /** The second number of a block, drawn with the first. */
  spare = new Float64Array(FIRST_CAPACITY);
  /** Bits of the storages that it has given back for what it is a part of. */
  cleared = new Int32Array(FIRST_CAPACITY);
  /** Room it holds, by storage, and the weight that has not yet given it back. */
  held: Float64Array;
  owing: Float64Array;
  /** When it asked for the room it holds, by storage; NaN where that was asked for by its parts. */
  asked: Float64Array;
  /** Time by reason, s. */
  times: Float64Array;
  readonly reasons: number;
  readonly storages: number;
  #capacity = FIRST_CAPACITY;
  #used = 0;
  #free = NONE;

  constructor(reasons: number, storages: number) {
    this.reasons = reasons;
    this.storages = storages;
    this.held = new Float64Array(FIRST_CAPACITY * storages);
    this.owing = new Float64Array(FIRST_CAPACITY * storages);
    this.asked = new Float64Array(FIRST_CAPACITY * storages);
    this.times = new Float64Array(FIRST_CAPACITY * reasons);
  }

  /** A token with nothing in it but times of before: they are cleared or copied next. */
  take(): number {
    this.inUse++;
    let token = this.#free;
    if (token !== NONE) this.#free = this.next[token]!;
    else {
      if (this.#used === this.#capacity) this.#grow();
      token = this.#used++;
    }
    this.parent[token] = NONE;
    this.isBranch[token] = 0;
    this.outstanding[token] = 0;
    this.next[token] = NONE;
    this.firstMember[token] = NONE;
    this.blocking[token] = NONE;
    this.backWeight[token] = 0;
    this.backMoments[token] = 0;
    this.drawn[token] = 0;
    this.cleared[token] = 0;
    for (let i = token * this.storages, end = i + this.storages; i < end; i++) {
      this.held[i] = 0;
      this.owing[i] = 0;
      this.asked[i] = Number.NaN;
    }
    return token;
  }

  /** Gives a token back. */
  free(token: number): void {
    this.inUse--;
    this.next[token] = this.#free;
    this.#free = token;
  }

  /** Makes a token one that has spent no time yet. */
  clearTimes(token: number): void {
    const { times, reasons } = this;
    for (let i = token * reasons, end = i + reasons; i < end; i++) times[i] = 0;
  }

  /** Makes the times of one token those of another. */
  copyTimes(from: number, to: number): void {
    const { times, reasons } = this;
    for (let i = 0, a = from * reasons, b = to * reasons; i < reasons; i++) times[b + i] = times[a + i]!;
  }

  /** Adds the times of one token, times a factor, to those of another. */
  addTimes(from: number, factor: number, to: number): void {
    const { times, reasons } = this;
    for (let i = 0, a = from * reasons, b = to * reasons; i < reasons; i++) times[b + i]! += factor * times[a + i]!;
  }

  /** Sum of the times of a token, s. */
  timeOf(token: number): number {
    const { times, reasons } = this;
    let sum = 0;
    for (let i = token * reasons, end = i + reasons; i < end; i++) sum += times[i]!;
    return sum;
  }

  /** Multiplies the times of a token. */
  scaleTimes(token: number, factor: number): void {
    const { times, reasons } = this;
    for (let i = token * reasons, end = i + reasons; i < end; i++) times[i]! *= factor;
  }

  #grow(): void {
    this.#capacity *= 2;
    for (const name of ['flow', 'rank', 'step', 'arrival', 'parent', 'outstanding', 'next', 'firstMember'] as const)
      this[name] = enlarged(this[name], this.#capacity);
    for (const name of ['blocking', 'lacking', 'place', 'reach', 'drawn', 'cleared'] as const)
      this[name] = enlarged(this[name], this.#capacity);
    for (const name of ['weight', 'since', 'closedBefore', 'order', 'backWeight', 'backMoments', 'spare'] as const)
      this[name] = enlarged(this[name], this.#capacity);
    this.isBranch = enlarged(this.isBranch, this.#capacity);
    this.held = enlarged(this.held, this.#capacity * this.storages);
    this.owing = enlarged(this.owing, this.#capacity * this.storages);
    this.asked = enlarged(this.asked, this.#capacity * this.storages);
    this.times = enlarged(this.times, this.#capacity * this.reasons);
  }
}
