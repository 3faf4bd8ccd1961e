/** What the command line says to `throughline operations`. */
export interface OperationsCommandOptions {
  readonly option?: string;
  readonly scenario?: string;
  readonly days: number;
  readonly warmUp: number;
  readonly replications: number;
  readonly dispatch: string;
  readonly undisturbed?: boolean;
  /** The most trains of each service, instead of those that demand sends. */
  readonly most?: boolean;
  /** True where no number is given. */
  readonly levers?: number | true;
  readonly trace?: string;
  readonly seed: number;
  readonly json?: boolean;
}
