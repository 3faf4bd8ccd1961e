/**
 * Room 4, operations: what happens on the day, through the break of gauge and customs?
 * Takes the timetable and the process networks of the corridor; returns transit times, queues and tonnes moved.
 */

export * from './node/index.ts';
export * from './queueing/index.ts';
export { type OperationsScreen, prepareScreen } from './screening/screen.ts';
export { type ScreenedElement, type ScreenedOperations, screenOperations } from './screening/screen-operations.ts';
export type { ServiceLevel } from './service-level.ts';
