/**
 * The break-of-gauge node of operations: takes a process network of the corridor's files, returns how long trains,
 * containers and people stay, for which reasons, and how busy everything is. The same machinery is a border yard, a port,
 * a dry port and a passenger hall.
 */
export { compileNode } from './compile-node.ts';
export type { Departure } from './departure.ts';
export { type DriveOptions, driveNode } from './drive-node.ts';
export * from './network.ts';
export { type NodeReasons, type Reason, reasonsOf } from './reasons.ts';
export { type FlowReport, type NodeReport, type Outside, reportOf, type StayReport } from './report.ts';
export type { StorageStays } from './rooms.ts';
export { type NodeHandlers, NodeSimulation } from './simulation.ts';
export { squaredVariation, unitTime } from './work-time.ts';
export { CALENDAR_YEAR, type HoursInput, openShare, type Shift, shiftDays, workingHours } from './working-hours.ts';
