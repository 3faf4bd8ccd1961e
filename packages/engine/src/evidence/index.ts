/**
 * Room 13, evidence: which claims does the answer hang on?
 * Takes the compiled corridor; returns, for a result, the inputs it rests on with their sources, and the conflicts
 * between claims with our reading of them.
 */
export type { Input } from './input.ts';
export * from './records.ts';
export { demandInputs, inputOf, journeyInputs, quantitiesUnder, serviceInputs } from './trace.ts';
