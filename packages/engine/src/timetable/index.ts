/**
 * Room 3, timetable: which trains fit together, and who goes first when they do not?
 * Takes trains as graphs of operations that hold resources; returns conflict-free times with their bound.
 */

export { type BlockSignal, blockSignalIn, withBlockSignal } from './block-signal.ts';
export { blockedPaths } from './blocked-paths.ts';
export { piecesOf, type WayPiece } from './blocking-times/way-pieces.ts';
export * from './capacity/index.ts';
export { composeTimetable } from './compose-timetable.ts';
export type { CrossingSection } from './crossing-section.ts';
export { type CrossingStation, crossingStationIn, withCrossingStation } from './crossing-station.ts';
export type { DeductionCapacity, NoDeductionCapacity } from './deduction-capacity.ts';
export * from './dispatch/index.ts';
export { type DispatchedPlan, dispatchOfPlan } from './dispatch-of-plan.ts';
export { type LineSection, lineSections, type SectionRules } from './infrastructure/line-sections.ts';
export { bindingSection, lineCapacity, possessed, type SectionCapacity } from './line-capacity.ts';
export { mainJourneyServices } from './main-journey-services.ts';
export * from './plan/index.ts';
export { type DayPlan, planDay } from './plan-day.ts';
export { DAY, type Pin, SHIFT_WEIGHTS, type TimetableOptions } from './plan-options.ts';
export { planTimetable } from './plan-timetable.ts';
export { capacityLeft, type PlannedLine, planLine } from './planned-line.ts';
export { type PublishedComparison, publishedComparisons } from './published-capacity.ts';
export { type SaturatedTimetable, type Saturation, type SaturationOptions, saturate } from './saturation.ts';
export { type SmallWork, type SmallWorksOptions, smallWorks, type Work, withWork } from './small-works.ts';
export { type StationLoop, stationLoopsAt, withStationLoop } from './station-loop.ts';
export type {
  RefusedTrains,
  RunningTimes,
  ServiceCall,
  ServiceWay,
  Timetable,
  TimetableBlocking,
  TimetableEvent,
  TimetableTrain,
  Wait,
  WaitReason,
} from './timetable.ts';
export { type TimetableProblem, timetableProblem } from './timetable-problem.ts';
