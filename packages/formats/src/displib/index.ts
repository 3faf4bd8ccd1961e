/** The DISPLIB format: problems and solutions of train dispatching, as JSON. */
export { DisplibError, type DisplibFault } from './fault.ts';
export { readDisplibProblem } from './read-problem.ts';
export { readDisplibSolution, verifyDisplibSolution, writeDisplibSolution } from './solution.ts';
export { writeDisplibProblem } from './write-problem.ts';
