/**
 * Room 1, corridor: what is there, what could be built, what do we know and from whom.
 * Takes the planner's files as trees; returns the corridor under an option and a scenario, every number a quantity
 * with unit, range and source; compiles it, draws it, finds routes on it, and compares the railways at its borders.
 */
export * from './attributes.ts';
export * from './chainage.ts';
export * from './clock.ts';
export * from './compile.ts';
export * from './consist.ts';
export * from './corridor.ts';
export * from './declare-attributes.ts';
export * from './diagnostics.ts';
export * from './documentation.ts';
export * from './draw.ts';
export { type Fleet, unitsOn } from './fleet-needs.ts';
export * from './gather.ts';
export * from './interoperability.ts';
export * from './json-schema.ts';
export * from './merge.ts';
export * from './model.ts';
export * from './names.ts';
export * from './national-parts.ts';
export * from './quantity.ts';
export { readThing } from './read.ts';
export { ReadContext } from './read-context.ts';
export * from './route.ts';
export * from './schema/index.ts';
export * from './standing.ts';
export * from './tree.ts';
export * from './units.ts';
export * from './work-spread.ts';
