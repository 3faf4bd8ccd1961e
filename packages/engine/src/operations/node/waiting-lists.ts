import { NONE, type Tokens } from './tokens.ts';

/**
 * First-in-first-out lists of tokens, linked through {@link Tokens.next}: a token stands in one list at a time.
 *
 * @example
 * ```ts
 * const lists = new WaitingLists(1, tokens);
 * lists.push(0, train);
 * lists.shift(0); // train
 * ```
 */
export class WaitingLists {
  readonly first: Int32Array;
  readonly size: Int32Array;
  readonly #last: Int32Array;
  readonly #tokens: Tokens;

  constructor(count: number, tokens: Tokens) {
    this.first = new Int32Array(count).fill(NONE);
    this.#last = new Int32Array(count).fill(NONE);
    this.size = new Int32Array(count);
    this.#tokens = tokens;
  }

  /** Adds a token at the end. */
  push(list: number, token: number): void {
    this.#tokens.next[token] = NONE;
    const last = this.#last[list]!;
    if (last === NONE) this.first[list] = token;
    else this.#tokens.next[last] = token;
    this.#last[list] = token;
    this.size[list]!++;
  }

  /** Takes the first token out; there must be one. */
  shift(list: number): number {
    const token = this.first[list]!;
    const next = this.#tokens.next[token]!;
    this.first[list] = next;
    if (next === NONE) this.#last[list] = NONE;
    this.size[list]!--;
    this.#tokens.next[token] = NONE;
    return token;
  }
}
