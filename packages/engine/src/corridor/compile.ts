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
  /** Collections and entries with what stands for all that are like them, under any option and in any year. */
  readonly alike: ReadonlyMap<object, object>;
}

/** Collections and entries that are unlike each other, by their place; several corridors compiled with one know what they share. */
export type Entries = Map<string, object[]>;

/** What was drawn of collections and entries, by what stands for all that are like them. Of one draw. */
export type DrawnParts = Map<object, unknown>;

/**
 * Makes a corridor ready for drawing: leaves out the entries that do not exist in `year` and gives every remaining
 * quantity a slot. Runs once an option; quantities never change which entries there are.
 *
 * @param corridor - a corridor without errors
 * @param option - id of the option it was read under
 * @param year - the year looked at
 * @param entries - what was compiled before, of which it is noted what is alike; nothing when left out
 * @returns the corridor of that year with its quantities by slot
 * @example
 * ```ts
 * const compiled = compile(corridor, 'new-line', 2035);
 * const model = modelOf(compiled, centralValues(compiled));
 * ```
 */
export function compile(corridor: Corridor, option: string, year: number, entries: Entries = new Map()): Compiled {
  const quantities: Quantity[] = [];
  const holders = new Set<object>();
  const existing = inYear(madeOfWhatIsThere(corridor, year), year, quantities, holders) as Corridor;
  return { option, year, corridor: existing, quantities, holders, alike: alikeOf(existing, entries) };
}

function alikeOf(corridor: Corridor, entries: Entries): Map<object, object> {
  const alike = new Map<object, object>();
  const note = (place: string, value: unknown) => {
    if (typeof value !== 'object' || value === null || isQuantity(value)) return;
    const known = entries.get(place) ?? [];
    const found = known.find((other) => isAlike(other, value));
    if (!found) entries.set(place, [...known, value]);
    alike.set(value, found ?? value);
  };
  for (const [name, collection] of Object.entries(corridor)) {
    note(name, collection);
    if (typeof collection !== 'object' || collection === null || isQuantity(collection)) continue;
    for (const [id, entry] of Object.entries(collection)) note(`${name}.${id}`, entry);
  }
  return alike;
}

/**
 * Whether two parts of compiled corridors say the same, wherever their quantities have their slots: they are then drawn alike.
 *
 * @param one - a part
 * @param other - another
 * @returns true where they differ in slots at the most
 * @example
 * ```ts
 * isAlike(first.corridor.lines, later.corridor.lines); // nothing was built in between
 * ```
 */
export function isAlike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = Object.keys(a);
  const others = Object.keys(b);
  // Also in the same order: rooms go through entries as they stand in the file.
  return (
    keys.length === others.length &&
    keys.every((key, i) => key === others[i] && (key === 'slot' || isAlike(a[key], b[key])))
  );
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
  return drawnModel(compiled, ({ slot }) => slots[slot], new Map());
}

/**
 * The corridor as rooms see it, sharing with other corridors of the same draw what they have alike: a line that an option
 * does not change is drawn once, and is the same object under every option.
 *
 * @param compiled - the compiled corridor
 * @param numberOf - the number of a quantity, in SI units, as `drawnValue` returns it
 * @param drawn - what was drawn before in the same draw; it is added to
 * @returns the corridor in plain SI numbers
 * @example
 * ```ts
 * const drawn: DrawnParts = new Map();
 * const [one, other] = options.map(({ compiled }) => drawnModel(compiled, (quantity) => drawnValue(quantity, 1, 2), drawn));
 * one.lines === other.lines; // true where neither option changes a line
 * ```
 */
export function drawnModel(compiled: Compiled, numberOf: (quantity: Quantity) => number, drawn: DrawnParts): Model {
  const { corridor, holders, alike } = compiled;
  const filled = (value: unknown, levels: number): unknown => {
    if (typeof value !== 'object' || value === null || isQuantity(value)) return fill(value, numberOf, holders);
    const same = alike.get(value) ?? value;
    if (!holders.has(value)) return same;
    const known = drawn.get(same);
    if (known !== undefined) return known;
    const made = levels > 0 ? each(value, (part) => filled(part, levels - 1)) : fill(value, numberOf, holders);
    drawn.set(same, made);
    return made;
  };
  return each(corridor, (collection) => filled(collection, 1)) as Model;
}

function fill(value: unknown, numberOf: (quantity: Quantity) => number, holders: ReadonlySet<object>): unknown {
  if (isQuantity(value)) return numberOf(value);
  if (typeof value !== 'object' || value === null || !holders.has(value)) return value;
  return each(value, (part) => fill(part, numberOf, holders));
}

function each(value: object, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  const copy: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = change((value as Record<string, unknown>)[key]);
  return copy;
}
