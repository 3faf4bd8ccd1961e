/** What the command line says about a new corridor. */
export interface NewOptions {
  readonly title?: string;
}
