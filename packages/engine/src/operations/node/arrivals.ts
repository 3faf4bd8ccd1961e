import type { Stream } from '../../numerics/index.ts';
import type { Tokens } from './tokens.ts';

/** Numbers that one token may use before they begin anew. */
const DRAWS = 256;

/**
 * What came in together: the outer world's number, when it came, and its random numbers, which all tokens that came of it
 * share by places of their own. Kept as long as one of them is there.
 *
 * @example
 * ```ts
 * const arrivals = new Arrivals(tokens);
 * const arrival = arrivals.begin(7, 3600, stream(1, 0, 'border', 'train-7'));
 * arrivals.time[arrival]; // 3600
 * ```
 */
export class Arrivals {
  readonly batch: number[] = [];
  readonly time: number[] = [];
  readonly #streams: (Stream | undefined)[] = [];
  readonly #references: number[] = [];
  readonly #free: number[] = [];
  readonly #tokens: Tokens;
  readonly #pair = new Float64Array(2);

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** A new arrival, of which one token is about to be made. */
  begin(batch: number, time: number, numbers: Stream): number {
    const arrival = this.#free.pop() ?? this.#streams.length;
    this.#streams[arrival] = numbers;
    this.batch[arrival] = batch;
    this.time[arrival] = time;
    this.#references[arrival] = 0;
    return arrival;
  }

  /** Makes a token one of an arrival. */
  hold(token: number, arrival: number): void {
    this.#tokens.arrival[token] = arrival;
    this.#references[arrival]!++;
  }

  /** Frees a token, and its arrival with the last one. */
  release(token: number): void {
    const arrival = this.#tokens.arrival[token]!;
    if (--this.#references[arrival]! === 0) {
      this.#streams[arrival] = undefined;
      this.#free.push(arrival);
    }
    this.#tokens.free(token);
  }

  /** The next random number of a token. Numbers come in blocks of two, so that the second is taken with the first. */
  draw(token: number): number {
    const tokens = this.#tokens;
    const drawn = tokens.drawn[token]!++ % DRAWS;
    if (drawn % 2 === 1) return tokens.spare[token]!;
    this.#streams[tokens.arrival[token]!]!.pair((tokens.place[token]! * DRAWS + drawn) / 2, this.#pair);
    tokens.spare[token] = this.#pair[1]!;
    return this.#pair[0]!;
  }
}
