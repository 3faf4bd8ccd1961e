import { fnv1a64, fnv1a64OfText } from './fnv.ts';
import { philox4x32 } from './philox.ts';

/** An endless sequence of independent uniform numbers, each of which can be asked for by its place. */
export interface Stream {
  /**
   * The number at place `occurrence` (0, 1, 2 …, below 2^33), in the open interval (0, 1), a multiple of 2^-53.
   * Asking twice gives the same number.
   */
  uniform(occurrence: number): number;
  /** The numbers at places 2 · index and 2 · index + 1, which cost no more than one of them; `index` below 2^32. */
  pair(index: number, into: Float64Array): void;
  /** The next number in order: `uniform(0)`, then `uniform(1)` and so on, whatever `uniform` was asked in between. */
  next(): number;
}

const SEPARATOR = new Uint8Array([0xff]); // never a byte of UTF-8, so purpose and entity cannot run together
const WORD = 4294967296;
const counter = new Uint32Array(4);
const block = new Uint32Array(4);

class PhiloxStream implements Stream {
  readonly #key0: number;
  readonly #key1: number;
  readonly #draw: number;
  readonly #seedLow: number;
  readonly #seedHigh: number;
  /** The two numbers of the block that was asked for last. */
  #even = Number.NaN;
  #odd = Number.NaN;
  #blockIndex = -1;
  #position = 0;

  constructor(seed: number, draw: number, key0: number, key1: number) {
    this.#seedLow = seed % WORD;
    this.#seedHigh = Math.floor(seed / WORD);
    this.#draw = draw;
    this.#key0 = key0;
    this.#key1 = key1;
  }

  uniform(occurrence: number): number {
    const index = Math.floor(occurrence / 2);
    if (!(index >= 0 && index < WORD) || occurrence !== Math.floor(occurrence)) {
      throw new RangeError(`occurrence is ${occurrence}, expected a whole number from 0 to below 2^33`);
    }
    if (index !== this.#blockIndex) this.#fill(index);
    return occurrence === 2 * index ? this.#even : this.#odd;
  }

  pair(index: number, into: Float64Array): void {
    if (!(index >= 0 && index < WORD) || index !== Math.floor(index)) {
      throw new RangeError(`index is ${index}, expected a whole number from 0 to below 2^32`);
    }
    if (index !== this.#blockIndex) this.#fill(index);
    into[0] = this.#even;
    into[1] = this.#odd;
  }

  #fill(index: number): void {
    counter[0] = index;
    counter[1] = this.#draw;
    counter[2] = this.#seedLow;
    counter[3] = this.#seedHigh;
    philox4x32(counter, this.#key0, this.#key1, block);
    this.#even = fromBits(block[0]!, block[1]!);
    this.#odd = fromBits(block[2]!, block[3]!);
    this.#blockIndex = index;
  }

  next(): number {
    return this.uniform(this.#position++);
  }
}

/** 52 bits of two words and a half: the sum is exact, so that neither 0 nor 1 can come out. */
function fromBits(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) * 2.220446049250313e-16;
}

function checkWhole(name: string, value: number, below: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value >= below) {
    throw new RangeError(`${name} is ${value}, expected a whole number from 0 to below ${below}`);
  }
}

/**
 * The random numbers of one purpose of one entity in one draw.
 *
 * A number depends on (seed, draw, purpose, entity, occurrence) and on nothing else: options are compared on common
 * random numbers, and an added train shifts nobody else's. Purpose and entity make the key of Philox4x32-10 through
 * FNV-1a; draw, seed and occurrence are its counter, so two draws of an entity never share a block.
 *
 * @param seed - whole number from 0 to 2^53 − 1, chosen once a study
 * @param draw - whole number from 0 to 2^32 − 1
 * @param purpose - what the numbers are for, e.g. `dwell`
 * @param entity - stable id of whom they are for, e.g. a train id
 * @throws RangeError when seed, draw or an occurrence is not a whole number in its range
 *
 * @example
 * ```ts
 * const dwell = stream(42, 0, 'dwell', 'freight-7');
 * dwell.next() === stream(42, 0, 'dwell', 'freight-7').uniform(0); // true
 * ```
 */
export function stream(seed: number, draw: number, purpose: string, entity: string): Stream {
  checkWhole('seed', seed, Number.MAX_SAFE_INTEGER + 1);
  checkWhole('draw', draw, WORD);
  const { high, low } = fnv1a64OfText(entity, fnv1a64(SEPARATOR, fnv1a64OfText(purpose)));
  return new PhiloxStream(seed, draw, low, high);
}
