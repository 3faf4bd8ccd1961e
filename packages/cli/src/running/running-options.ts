/** What the command line says about the run of one train. */
export interface RunningOptions {
  readonly service?: string;
  readonly option?: string;
  readonly scenario?: string;
  readonly supplement?: number;
  readonly svg?: string;
  readonly json?: true;
}
