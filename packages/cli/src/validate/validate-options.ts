/** What the command line says about a validation. */
export interface ValidateOptions {
  readonly cases?: string[];
  readonly reference?: string;
  readonly verbose?: true;
  readonly json?: true;
}
