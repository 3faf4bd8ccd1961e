/**
 * Room 4, operations: what happens on the day, through the break of gauge and customs?
 * Takes the timetable and the process networks of the corridor; returns transit times, queues and tonnes moved.
 */

export { type BorderStay, borderStays } from './border-stays.ts';
export { DaySimulation } from './join/day-simulation.ts';
export type { TracedStage } from './join/load-trace.ts';
export type { DaysOptions, PlannedDay } from './join/planned-day.ts';
export type { TracedMove } from './join/track-use.ts';
export { type Lever, levers } from './levers.ts';
export { type Driven, type DriveOptions as LineDriveOptions, driveLine } from './line/drive-line.ts';
export type { RollingOptions } from './line/rolling-horizon.ts';
export * from './node/index.ts';
export { type NodeLever, type NodeLeverOptions, nodeLevers } from './node-levers.ts';
export type { PairedDifference } from './paired-difference.ts';
export * from './queueing/index.ts';
export { type CauseGroup, causeGroups } from './results/cause-groups.ts';
export type {
  ElementUse,
  FleetResult,
  JourneyResult,
  NodeResult,
  OperationsResult,
  ServiceResult,
  TimePart,
  VehiclesHeld,
} from './results/operations-result.ts';
export type { TimeSpread } from './results/spread.ts';
export { type VehiclesSeen, vehiclesSeen } from './results/vehicles-seen.ts';
export { type Agreement, agreementOf } from './screening/agreement.ts';
export { type FittedNode, fitScreening } from './screening/fit-screening.ts';
export { type LeftOutNode, leftOutNodes } from './screening/left-out.ts';
export { lineUtilisation } from './screening/line-queues.ts';
export { provenCapacity } from './screening/proven-capacity.ts';
export { type OperationsScreen, prepareScreen } from './screening/screen.ts';
export {
  type ScreenedElement,
  type ScreenedOperations,
  screenOperations,
} from './screening/screen-operations.ts';
export { fittedShares, type ScreeningFit } from './screening/screening-fit.ts';
export type { ServiceLevel } from './service-level.ts';
export { type OperationsOptions, simulateOperations, usualDays } from './simulate-operations.ts';
export type { TrainsRun } from './trains-run.ts';
