/** What a study hands over: plain data in which every number has its unit and a trace to its sources. */
export * from './appraisal.ts';
export { type AppraisalContext, appraisalRecord } from './appraisal-record.ts';
export * from './assessment.ts';
export { type AssessedCorridor, composeAssessment } from './compose.ts';
export { inputsBehind } from './inputs-behind.ts';
export { lineRecords, stationRecords } from './network-record.ts';
export { serviceRecord } from './service-record.ts';
export { timetableRecord } from './timetable-record.ts';
