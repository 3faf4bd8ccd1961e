/**
 * Capacity of lines: how full is a timetable, and how many trains would fit? UIC 406 compression beside the Chinese
 * method of deduction coefficients, with the short formulas as cross-checks. Pairs and trains are named apart.
 */
export type { BlockedPath, BlockingTime } from './blocking.ts';
export { type CapacityConsumption, consumptionByRate, consumptionByTimes } from './capacity-consumption.ts';
export { type Compression, type Concatenation, compressSequence, compressTimetable } from './compression.ts';
export {
  type CorridorThroughput,
  corridorThroughput,
  type DailyTake,
  type ElementThroughput,
  type ThroughputElement,
} from './corridor-throughput.ts';
export { type DeductedTrains, type MixedCapacity, mixedCapacity, neededCapacity } from './deduction.ts';
export { type FreePaths, freePaths } from './free-paths.ts';
export { meanHeadway, trainsPerHour } from './headway-capacity.ts';
export { additionalTimeRate, type LineKind, type OccupancyLimits, occupancyLimits } from './line-kinds.ts';
export { directionCapacity, type PairCapacity, pairCapacity, type TrainCapacity } from './parallel-diagram.ts';
export { reportedPairs, reportedTrains, toOneDecimal } from './rounding-rules.ts';
export { type ScottCapacity, scottCapacity } from './scott.ts';
export {
  type CrossingCycle,
  type CrossingScheme,
  type CrossingStation,
  crossingCycles,
  type SectionRun,
} from './single-track-cycle.ts';
export { marginShares, uic405Trains } from './uic-405.ts';
export { trainRateAtWait, type WaitingAtSection, waitingAtSection } from './unscheduled-waiting.ts';
