import type { OptionAppraisalRecord, OptionAssessment } from '@throughline/engine';

/** An option with its appraisal. */
export interface KnownOption {
  readonly id: string;
  readonly option: OptionAssessment;
  readonly of: OptionAppraisalRecord;
}
