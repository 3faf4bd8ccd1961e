/** What the command line says about an assessment. */
export interface AssessOptions {
  readonly option?: string[];
  readonly scenario?: string;
  readonly convention?: string;
  readonly seed: number;
  readonly draws: number;
  readonly believe?: string[];
  readonly threads?: number;
  readonly out: string;
  readonly quiet?: true;
  readonly json?: true;
}
