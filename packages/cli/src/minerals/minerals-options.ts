/** What the command line says about the market of minerals. */
export interface MineralsOptions {
  readonly option?: string;
  readonly scenario?: string;
  readonly json?: true;
}
