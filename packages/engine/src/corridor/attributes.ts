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
