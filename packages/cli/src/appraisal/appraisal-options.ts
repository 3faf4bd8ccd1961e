/** What `economy`, `finance` and `negotiation` are asked. */
export interface AppraisalOptions {
  readonly option?: readonly string[];
  readonly scenario?: string;
  readonly json?: boolean;
  /** Financing plan looked at; all when left out. */
  readonly plan?: string;
  /** Least cover that a tariff is looked for, where one is. */
  readonly searchTariff?: number;
}
