/** What the command line says about the line as a cable route. */
export interface TelecomOptions {
  readonly option?: string;
  readonly scenario?: string;
  readonly year?: number;
  readonly json?: true;
}
