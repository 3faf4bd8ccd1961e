/** One thing that is wrong with the data of a run: where, what was found, what was expected. */
export type RunningProblem = {
  /** The attribute, e.g. `path.gradients[3].to`. */
  readonly place: string;
  /** What was found there, as text. */
  readonly found: string;
  /** What was expected there. */
  readonly expected: string;
};

/**
 * The data of a run contradict themselves or the model; thrown with all problems at once.
 *
 * A train that is sound but too weak is no error: it is a named outcome of {@link runTrain}.
 *
 * @example
 * ```ts
 * new InvalidRunError([{ place: 'path.length', found: '0', expected: 'a length above 0 (m)' }]).problems[0].place; // 'path.length'
 * ```
 */
export class InvalidRunError extends Error {
  readonly kind = 'invalid';
  readonly problems: readonly RunningProblem[];

  constructor(problems: readonly RunningProblem[]) {
    super(
      `invalid running data: ${problems.map((p) => `${p.place}: found ${p.found}, expected ${p.expected}`).join('; ')}`,
    );
    this.name = 'InvalidRunError';
    this.problems = problems;
  }
}
