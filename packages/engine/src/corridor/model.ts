import type { Drawn, Stated } from './attributes.ts';
import type { corridorTable } from './schema/index.ts';

/** A corridor under one option and one scenario, read and checked; quantities keep range and sources. */
export type Corridor = Stated<typeof corridorTable>;

/** The corridor of one year as rooms see it in one draw: every quantity a number in SI units. */
export type Model = Drawn<typeof corridorTable>;
