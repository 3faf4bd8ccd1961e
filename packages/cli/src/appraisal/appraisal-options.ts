import type { PlanMeasure } from '@throughline/engine';

/** What `economy`, `finance` and `negotiation` are asked. */
export interface AppraisalOptions {
  readonly option?: readonly string[];
  readonly scenario?: string;
  readonly convention?: string;
  readonly json?: boolean;
  /** Financing plan looked at; all when left out. */
  readonly plan?: string;
  /** Target that a tariff, or an access charge, is looked for, and by what it is measured. */
  readonly searchTariff?: number;
  readonly searchAccess?: number;
  readonly of?: PlanMeasure;
  readonly quiet?: boolean;
}
