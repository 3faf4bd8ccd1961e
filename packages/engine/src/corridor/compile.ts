import type { Corridor, Model } from './model.ts';
import { isQuantity, type Quantity } from './quantity.ts';
import { isThereIn, madeOfWhatIsThere } from './years.ts';

/** A corridor made ready for drawing: quantities have slots, and the entries are those of one year. */
export interface Compiled {
  readonly option: string;
  readonly year: number;
  readonly corridor: Corridor;
  /** The quantities by slot. */
  readonly quantities: readonly Quantity[];
  /** The parts of the corridor that hold quantities; the others are the same in every draw. */
  readonly holders: ReadonlySet<object>;
}

/**
 * Makes a corridor ready for drawing: leaves out the entries that do not exist in `year` and gives every remaining
 * quantity a slot. Runs once an option; quantities never change which entries there are.
 *
 * @param corridor - a corridor without errors
 * @param option - id of the option it was read under
 * @param year - the year looked at
 * @returns the corridor of that year with its quantities by slot
 * @example
 * ```ts
 * const compiled = compile(corridor, 'new-line', 2035);
 * const model = modelOf(compiled, centralValues(compiled));
 * ```
 */
export function compile(corridor: Corridor, option: string, year: number): Compiled {
  const quantities: Quantity[] = [];
  const holders = new Set<object>();
  const existing = inYear(madeOfWhatIsThere(corridor, year), year, quantities, holders) as Corridor;
  return { option, year, corridor: existing, quantities, holders };
}

function inYear(value: unknown, year: number, quantities: Quantity[], holders: Set<object>): unknown {
  if (isQuantity(value)) {
    const own = { ...value, slot: quantities.length };
    quantities.push(own);
    return own;
  }
  if (typeof value !== 'object' || value === null) return value;
  const before = quantities.length;
  const copy: object = Array.isArray(value)
    ? value.map((item) => inYear(item, year, quantities, holders))
    : Object.assign(
        Object.create(null),
        Object.fromEntries(
          Object.entries(value)
            .filter(([, item]) => isThereIn(item, year))
            .map(([key, item]) => [key, inYear(item, year, quantities, holders)]),
        ),
      );
  if (quantities.length > before) holders.add(copy);
  return copy;
}

/**
 * The corridor as rooms see it: the numbers of `slots` in place of its quantities.
 *
 * @param compiled - the compiled corridor
 * @param slots - one number for each quantity, in SI units, as `centralValues` or `drawValues` return them
 * @returns the corridor in plain SI numbers
 * @example
 * ```ts
 * const third = modelOf(compiled, drawValues(compiled, 1, 2)); // seed 1, third draw
 * ```
 */
export function modelOf(compiled: Compiled, slots: Float64Array): Model {
  return fill(compiled.corridor, slots, compiled.holders) as Model;
}

function fill(value: unknown, slots: Float64Array, holders: ReadonlySet<object>): unknown {
  if (isQuantity(value)) return slots[value.slot];
  if (typeof value !== 'object' || value === null || !holders.has(value)) return value;
  if (Array.isArray(value)) return value.map((item) => fill(item, slots, holders));
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = fill((value as Record<string, unknown>)[key], slots, holders);
  return copy;
}
