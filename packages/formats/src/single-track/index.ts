/** The single-track library of rescheduling instances with proven optima, read as dispatching problems. */
export { readSingleTrackInstance, SingleTrackError, type SingleTrackObjective } from './read-instance.ts';
