/** What the command line says to `dispatch`. */
export interface DispatchOptions {
  readonly timeLimit: number;
  readonly objective?: string;
  readonly out?: string;
  readonly threads?: number;
  readonly seed: number;
  readonly start?: string;
  readonly verify?: string;
  readonly json?: true;
}
