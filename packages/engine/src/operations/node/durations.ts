import { exponentialQuantile, log } from '../../numerics/index.ts';
import type { Arrivals } from './arrivals.ts';
import type { NodeNetwork } from './network.ts';
import type { NodeReasons } from './reasons.ts';
import type { Tokens } from './tokens.ts';
import { unitTime } from './work-time.ts';

/** How times of a step are found: the mean itself, by the quickest formula, by the quantile of their family. */
const FIXED = 0;
const EXPONENTIAL = 1;
const DRAWN = 2;

/**
 * How long steps take, breakdowns included, by the random numbers of the token.
 *
 * @example
 * ```ts
 * const time = new Durations(network, tokens, arrivals, reasons).of(train, 2); // s
 * ```
 */
export class Durations {
  readonly #network: NodeNetwork;
  readonly #tokens: Tokens;
  readonly #arrivals: Arrivals;
  readonly #reasons: NodeReasons;
  readonly #flows: number;
  readonly #mean: Float64Array;
  readonly #family: Uint8Array;
  readonly #sample: readonly ((u: number) => number)[];
  readonly #fails: Uint8Array;

  constructor(network: NodeNetwork, tokens: Tokens, arrivals: Arrivals, reasons: NodeReasons) {
    const { steps, resources, flows } = network;
    this.#network = network;
    this.#tokens = tokens;
    this.#arrivals = arrivals;
    this.#reasons = reasons;
    this.#flows = flows.length;
    this.#mean = Float64Array.from(steps.flatMap(({ time }) => flows.map((_, flow) => time[flow] ?? Number.NaN)));
    this.#sample = steps.map(({ spread }) => unitTime(spread));
    this.#family = Uint8Array.from(steps, ({ spread: { kind } }) =>
      kind === 'fixed' ? FIXED : kind === 'exponential' ? EXPONENTIAL : DRAWN,
    );
    this.#fails = Uint8Array.from(steps, ({ uses }) => (uses.some((used) => resources[used]!.breakdowns) ? 1 : 0));
  }

  /** How long a step takes a token this time, s; notes the time by its reasons. */
  of(token: number, step: number): number {
    const tokens = this.#tokens;
    const mean = this.#mean[step * this.#flows + tokens.flow[token]!]!;
    const family = mean > 0 ? this.#family[step]! : FIXED;
    let work = mean;
    // The numbers have an exact complement, so that this is the exponential quantile.
    if (family === EXPONENTIAL) work = -mean * log(1 - this.#arrivals.draw(token));
    else if (family !== FIXED) work = mean * this.#sample[step]!(this.#arrivals.draw(token));
    tokens.times[token * tokens.reasons + this.#reasons.work[step]!]! += work;
    return this.#fails[step] === 0 ? work : work + this.#repair(token, step, work);
  }

  /** How much longer work takes because machines fail in it: exponential times between failures and of repair. */
  #repair(token: number, step: number, work: number): number {
    const tokens = this.#tokens;
    let repair = 0;
    const { uses } = this.#network.steps[step]!;
    for (let i = 0; i < uses.length; i++) {
      const resource = uses[i]!;
      const { breakdowns } = this.#network.resources[resource]!;
      if (breakdowns === null) continue;
      let down = 0;
      let left = work;
      for (;;) {
        left -= exponentialQuantile(this.#arrivals.draw(token), breakdowns.between);
        if (left <= 0) break;
        down += exponentialQuantile(this.#arrivals.draw(token), breakdowns.repair);
      }
      tokens.times[token * tokens.reasons + this.#reasons.breakdown[resource]!]! += down;
      repair += down;
    }
    return repair;
  }
}
