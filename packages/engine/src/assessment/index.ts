/** What a study hands over: plain data in which every number has its unit and a trace to its sources. */
export * from './appraisal.ts';
export type { AppraisalContext } from './appraisal-context.ts';
export { appraisalRecord } from './appraisal-record.ts';
export * from './assessment.ts';
export { type AssessedCorridor, composeAssessment } from './compose.ts';
export { demandRecord } from './demand-record.ts';
export { inputsBehind } from './inputs-behind.ts';
export { mineralsRecord } from './minerals-record.ts';
export type * from './minerals-types.ts';
export { lineRecords, stationRecords } from './network-record.ts';
export { serviceRecord } from './service-record.ts';
export { timetableRecord } from './timetable-record.ts';
