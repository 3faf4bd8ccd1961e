/**
 * Room 3, timetable: which trains fit together, and who goes first when they do not?
 * Takes trains as graphs of operations that hold resources; returns conflict-free times with their bound.
 */
export * from './capacity/index.ts';
export * from './dispatch/index.ts';
export * from './plan/index.ts';
