import type { Attribute, Table } from './attributes.ts';

const finite = Number.MAX_VALUE;

/**
 * Declares a table; the type keeps every attribute.
 *
 * @param title - what one such thing is called
 * @param doc - a line of documentation
 * @param attributes - its attributes by key
 * @returns the table
 * @example
 * ```ts
 * table('Siding', 'A track beside the line.', { length: quantity('m', 'Its length.') }).title; // 'Siding'
 * ```
 */
export function table<const A extends Readonly<Record<string, Attribute>>>(title: string, doc: string, attributes: A) {
  return { title, doc, attributes };
}

/**
 * Makes an attribute one that may be left out.
 *
 * @param attribute - the attribute
 * @returns the same attribute, which may be absent
 * @example
 * ```ts
 * optional(text('What a reader should know.')).optional; // true
 * ```
 */
export function optional<A extends Attribute>(attribute: A): Omit<A, 'optional'> & { readonly optional: true } {
  return { ...attribute, optional: true };
}

/**
 * Free text; `pattern` is a regular expression it must match, with an example for the message.
 *
 * @param doc - a line of documentation
 * @param pattern - what the text must match, and an example that does
 * @returns the attribute
 * @example
 * ```ts
 * text('Its name in English.').kind; // 'text'
 * ```
 */
export const text = (doc: string, pattern?: { source: string; example: string }) =>
  ({ kind: 'text', doc, optional: false, ...(pattern ? { pattern } : {}) }) as const;
/**
 * `yes` or `no` (YAML `true`, `false`).
 *
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * flag('Whether trains may cross here.').kind; // 'flag'
 * ```
 */
export const flag = (doc: string) => ({ kind: 'flag', doc, optional: false }) as const;
/**
 * A whole number within bounds.
 *
 * @param doc - a line of documentation
 * @param min - smallest number allowed
 * @param max - largest number allowed
 * @returns the attribute
 * @example
 * ```ts
 * whole('Number of tracks.', 1, 8).max; // 8
 * ```
 */
export const whole = (doc: string, min = 0, max = 1e9) => ({ kind: 'whole', doc, optional: false, min, max }) as const;
/**
 * One of a few words.
 *
 * @param doc - a line of documentation
 * @param choices - the words allowed
 * @returns the attribute
 * @example
 * ```ts
 * choice('Which way.', ['rising', 'falling']).choices; // ['rising', 'falling']
 * ```
 */
export const choice = <const C extends string>(doc: string, choices: readonly C[]) =>
  ({ kind: 'choice', doc, optional: false, choices }) as const;
/**
 * A number with a unit of the dimension of `si`, between `min` and `max` in SI units.
 *
 * @param si - the SI unit that gives the dimension
 * @param doc - a line of documentation
 * @param bounds - smallest and largest value allowed, in the SI unit
 * @returns the attribute
 * @example
 * ```ts
 * quantity('m/s', 'Permitted speed.', { min: 0, max: 140 }).si; // 'm/s'
 * ```
 */
export const quantity = (
  si: string,
  doc: string,
  { min = -finite, max = finite }: { min?: number; max?: number } = {},
) => ({ kind: 'quantity', doc, optional: false, si, min, max }) as const;
/**
 * Several certain numbers with a unit.
 *
 * @param si - the SI unit that gives the dimension
 * @param doc - a line of documentation
 * @param bounds - smallest and largest value allowed, in the SI unit
 * @returns the attribute
 * @example
 * ```ts
 * quantities('m', 'Gauges of the track.', { min: 0.5, max: 2 }).kind; // 'quantities'
 * ```
 */
export const quantities = (
  si: string,
  doc: string,
  { min = -finite, max = finite }: { min?: number; max?: number } = {},
) => ({ kind: 'quantities', doc, optional: false, si, min, max }) as const;
/**
 * The id of an entry of `collection`.
 *
 * @param collection - dotted path of the collection, `*` for an id of the mentioning entry
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * reference('stations', 'Where it ends.').collection; // 'stations'
 * ```
 */
export const reference = (collection: string, doc: string) =>
  ({ kind: 'reference', doc, optional: false, collection }) as const;
/**
 * Ids of entries of `collection`, in order.
 *
 * @param collection - dotted path of the collection
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * references('services', 'Its legs.').kind; // 'references'
 * ```
 */
export const references = (collection: string, doc: string) =>
  ({ kind: 'references', doc, optional: false, collection }) as const;
/**
 * A list of texts.
 *
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * texts('Other spellings.').kind; // 'texts'
 * ```
 */
export const texts = (doc: string) => ({ kind: 'texts', doc, optional: false }) as const;
/**
 * Texts by key.
 *
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * textMap('Its name by language.').kind; // 'text-map'
 * ```
 */
export const textMap = (doc: string) => ({ kind: 'text-map', doc, optional: false }) as const;
/**
 * `[latitude, longitude]` in degrees.
 *
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * position('Where it lies.').kind; // 'position'
 * ```
 */
export const position = (doc: string) => ({ kind: 'position', doc, optional: false }) as const;
/**
 * A list of positions.
 *
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * geometry('Its course on the map.').kind; // 'geometry'
 * ```
 */
export const geometry = (doc: string) => ({ kind: 'geometry', doc, optional: false }) as const;
/**
 * A station of the line or a chainage on it.
 *
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * place('Where it begins.').kind; // 'place'
 * ```
 */
export const place = (doc: string) => ({ kind: 'place', doc, optional: false }) as const;
/**
 * A curve as a list of `[x, y]`.
 *
 * @param x - SI unit of the first coordinate
 * @param y - SI unit of the second coordinate
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * curve('m/s', 'N', 'Effort by speed.').y; // 'N'
 * ```
 */
export const curve = (x: string, y: string, doc: string) => ({ kind: 'curve', doc, optional: false, x, y }) as const;
/**
 * Attributes that belong together.
 *
 * @param tableOf - the attributes
 * @param doc - a line of documentation
 * @returns the attribute
 * @example
 * ```ts
 * record(table('Reversal', 'How trains reverse.', {}), 'How trains reverse here.').kind; // 'record'
 * ```
 */
export const record = <T extends Table>(tableOf: T, doc: string) =>
  ({ kind: 'record', doc, optional: false, table: tableOf }) as const;
/**
 * Entries keyed by id; `keys` names the collection whose ids they are, when they are not ids of their own.
 *
 * @param tableOf - the attributes of an entry
 * @param doc - a line of documentation
 * @param keys - the collection whose ids its keys are
 * @returns the attribute
 * @example
 * ```ts
 * collection(table('Call', 'A call of a line.', {}), 'Its stations.', 'stations').keys; // 'stations'
 * ```
 */
export const collection = <T extends Table>(tableOf: T, doc: string, keys?: string) =>
  ({ kind: 'collection', doc, optional: false, table: tableOf, ...(keys ? { keys } : {}) }) as const;
