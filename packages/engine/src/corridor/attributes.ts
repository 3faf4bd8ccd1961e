import type { Quantity } from './quantity.ts';

/** What every attribute has: a line of documentation, and whether it may be left out. */
interface Common<Optional extends boolean> {
  readonly doc: string;
  readonly optional: Optional;
}

/** Free text. */
export interface TextAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'text';
  readonly pattern?: { readonly source: string; readonly example: string };
}
/** Yes or no. */
export interface FlagAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'flag';
}
/** A whole number without a unit. */
export interface WholeAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'whole';
  readonly min: number;
  readonly max: number;
}
/** One of a few words. */
export interface ChoiceAttribute<C extends string = string, O extends boolean = boolean> extends Common<O> {
  readonly kind: 'choice';
  readonly choices: readonly C[];
}
/** A number with a unit, a range and sources. */
export interface QuantityAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'quantity';
  /** The SI unit that gives the expected dimension. */
  readonly si: string;
  /** Smallest and largest value allowed, in the SI unit. */
  readonly min: number;
  readonly max: number;
}
/** Several certain numbers with a unit, such as the gauges of a dual-gauge track. */
export interface QuantitiesAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'quantities';
  readonly si: string;
  readonly min: number;
  readonly max: number;
}
/** The id of an entry of another collection; `collection` may be a path such as `borders.*.transfers`. */
export interface ReferenceAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'reference';
  readonly collection: string;
}
/** Several ids of another collection, in order. */
export interface ReferencesAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'references';
  readonly collection: string;
}
/** A list of texts. */
export interface TextsAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'texts';
}
/** Text keyed by anything: names by language, misspellings by source. */
export interface TextMapAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'text-map';
}
/** Latitude and longitude in degrees (WGS 84): `[22.49, 103.98]`. */
export interface PositionAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'position';
}
/** A line of positions. */
export interface GeometryAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'geometry';
}
/** A place on a line: the id of one of its stations, or a chainage. */
export interface PlaceAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'place';
}
/** A curve as points `[x, y]`, both with units, certain, from 0 up, x rising. */
export interface CurveAttribute<O extends boolean = boolean> extends Common<O> {
  readonly kind: 'curve';
  readonly x: string;
  readonly y: string;
}
/** A few attributes that belong together. */
export interface RecordAttribute<T extends Table = Table, O extends boolean = boolean> extends Common<O> {
  readonly kind: 'record';
  readonly table: T;
}
/** Entries keyed by id; where `keys` is given the ids are those of another collection. */
export interface CollectionAttribute<T extends Table = Table, O extends boolean = boolean> extends Common<O> {
  readonly kind: 'collection';
  readonly table: T;
  readonly keys?: string;
}

/** One attribute of a kind of thing, as data. */
export type Attribute =
  | TextAttribute
  | FlagAttribute
  | WholeAttribute
  | ChoiceAttribute
  | QuantityAttribute
  | QuantitiesAttribute
  | ReferenceAttribute
  | ReferencesAttribute
  | TextsAttribute
  | TextMapAttribute
  | PositionAttribute
  | GeometryAttribute
  | PlaceAttribute
  | CurveAttribute
  | RecordAttribute
  | CollectionAttribute; // prettier-ignore

/**
 * The attribute table of a kind of thing: from it come the TypeScript type, the validation and its messages,
 * the documentation and the JSON Schema.
 */
export interface Table {
  readonly title: string;
  readonly doc: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** Entries by id, in the order of the file. */
export type Collection<T> = Readonly<Record<string, T>>;

/** Latitude and longitude in degrees. */
export type Position = readonly [latitude: number, longitude: number];

/** A place on a line: a station's id or a chainage. */
export type LinePlace<Q> = { readonly station: string } | { readonly chainage: Q };

type ValueOf<A, Q> = A extends { kind: 'text' }
  ? string
  : A extends { kind: 'flag' }
    ? boolean
    : A extends { kind: 'whole' }
      ? number
      : A extends { kind: 'choice'; choices: readonly (infer C)[] }
        ? C
        : A extends { kind: 'quantity' }
          ? Q
          : A extends { kind: 'quantities' }
            ? readonly Q[]
            : A extends { kind: 'reference' }
              ? string
              : A extends { kind: 'references' | 'texts' }
                ? readonly string[]
                : A extends { kind: 'text-map' }
                  ? Readonly<Record<string, string>>
                  : A extends { kind: 'position' }
                    ? Position
                    : A extends { kind: 'geometry' }
                      ? readonly Position[]
                      : A extends { kind: 'place' }
                        ? LinePlace<Q>
                        : A extends { kind: 'curve' }
                          ? ReadonlyArray<readonly [x: number, y: number]>
                          : A extends { kind: 'record'; table: infer T }
                            ? T extends Table
                              ? ThingOf<T, Q>
                              : never
                            : A extends { kind: 'collection'; table: infer T }
                              ? T extends Table
                                ? Collection<ThingOf<T, Q>>
                                : never
                              : never; // prettier-ignore

type Flatten<T> = { readonly [K in keyof T]: T[K] };

/** Attributes that may be absent from a thing; a collection that is left out is an empty one. */
type Absent<A> = A extends { kind: 'collection' } ? false : A extends { optional: true } ? true : false;

/** The type of a thing described by table `T`, with its quantities represented by `Q`. */
export type ThingOf<T extends Table, Q> = Flatten<
  {
    [K in keyof T['attributes'] as Absent<T['attributes'][K]> extends true ? never : K]: ValueOf<T['attributes'][K], Q>;
  } & {
    [K in keyof T['attributes'] as Absent<T['attributes'][K]> extends true ? K : never]?: ValueOf<
      T['attributes'][K],
      Q
    >;
  }
>;

/** A thing as read from the files: quantities keep unit, range and sources. */
export type Stated<T extends Table> = ThingOf<T, Quantity>;

/** A thing as a room sees it in one draw: quantities are plain numbers in SI units. */
export type Drawn<T extends Table> = ThingOf<T, number>;

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
