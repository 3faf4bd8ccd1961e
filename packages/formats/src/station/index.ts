/** The in-station dispatching library: MiniZinc data files, read as dispatching problems. */
export { DataZincError, readDataZinc } from './read-datazinc.ts';
export { readStation, type StationTrain } from './station.ts';
export { type StationObjective, stationProblem } from './station-problem.ts';
