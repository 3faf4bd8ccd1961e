/** What the command line says about demand. */
export interface DemandOptions {
  readonly option?: string;
  readonly scenario?: string;
  readonly believe?: string[];
  readonly json?: true;
}
