import { attributeAt, chainageOf, type Line, type Stretch } from './chainage.ts';
import type { Model } from './model.ts';

/** What an obstacle stops: wagons, only locomotives and their drivers, or it merely limits or slows a train. */
export type Stops = 'wagons' | 'locomotives' | 'limits';

/** One attribute of the two railways at a border, compared. */
export interface Comparison {
  readonly attribute: string;
  /** What each side has, in words, by country id. */
  readonly sides: Readonly<Record<string, string>>;
  /** `fits`, `differs`, or `unknown` where a side states nothing. */
  readonly finding: 'fits' | 'differs' | 'unknown';
  readonly stops: Stops;
  /** The works that remove such an obstacle. */
  readonly works: string;
}

/** How traffic changes from one railway to the other. */
export type TransferKind = Model['borders'][string]['transfers'][string]['kind'];

/** What stops a train at one border, and what follows. */
export interface BorderInteroperability {
  readonly border: string;
  readonly comparisons: readonly Comparison[];
  /** Kinds of transfer that the obstacles leave possible, for goods and for passengers. */
  readonly freight: readonly TransferKind[];
  readonly passenger: readonly TransferKind[];
}

type Values = readonly string[] | string | number | undefined;

interface Topic {
  readonly attribute: string;
  readonly stops: Stops;
  readonly works: string;
  /** What a side has, in a form that can be compared and shown. */
  readonly of: (stretch: StretchAt, model: Model) => Values | readonly number[];
  readonly fits: 'same' | 'overlap';
  readonly unit?: string;
}

type StretchAt = <K extends keyof Stretch>(attribute: K) => Stretch[K] | undefined;

const topics: readonly Topic[] = [
  {
    attribute: 'track gauge',
    stops: 'wagons',
    fits: 'overlap',
    of: (at) => at('gauges')?.map((g) => `${Math.round(g * 1000)} mm`),
    works:
      'a third rail or a second track of the other gauge; or bogie exchange, gauge-changing wheelsets, transshipment',
  },
  {
    attribute: 'loading gauge',
    stops: 'wagons',
    fits: 'same',
    of: (at, model) => loadingGaugeName(at, model),
    works: 'clearing tunnels and bridges, or wagons built to the smaller gauge',
  },
  {
    attribute: 'coupler',
    stops: 'wagons',
    fits: 'overlap',
    of: (at) => at('coupler'),
    works: 'adapter couplers or match wagons',
  },
  {
    attribute: 'brake system',
    stops: 'wagons',
    fits: 'overlap',
    of: (at) => at('brake'),
    works: 'wagons with brakes of both systems',
  },
  {
    attribute: 'power supply',
    stops: 'locomotives',
    fits: 'overlap',
    of: (at) => supplies(at('power')),
    works: 'wire of the same supply on both sides, or a change of locomotive',
  },
  {
    attribute: 'train control',
    stops: 'locomotives',
    fits: 'overlap',
    of: (at) => at('control'),
    works: 'locomotives with both systems, or one system on both sides',
  },
  {
    attribute: 'train radio',
    stops: 'locomotives',
    fits: 'overlap',
    of: (at) => at('radio'),
    works: 'radios of both systems',
  },
  {
    attribute: 'operating rules',
    stops: 'locomotives',
    fits: 'overlap',
    of: (at) => at('rules'),
    works: 'a border agreement on whose rules hold up to which station',
  },
  {
    attribute: 'driver licence',
    stops: 'locomotives',
    fits: 'overlap',
    of: (at) => at('licence'),
    works: 'mutual recognition, or a change of crew',
  },
  {
    attribute: 'axle load',
    stops: 'limits',
    fits: 'same',
    unit: 't',
    of: (at) => tonnes(at('axle_load')),
    works: 'heavier rail and stronger bridges, or wagons loaded to the lower limit',
  },
  {
    attribute: 'train length',
    stops: 'limits',
    fits: 'same',
    unit: 'm',
    of: (at) => metres(at('train_length')),
    works: 'longer loops, or shorter trains',
  },
  {
    attribute: 'consignment note',
    stops: 'limits',
    fits: 'overlap',
    of: (at) => at('consignment_note'),
    works: 'one note for the whole way (SMGS, CIM/SMGS)',
  },
]; // prettier-ignore

/**
 * Compares the two railways at each border attribute by attribute and says what kind of transfer is left.
 *
 * @param model - the corridor as drawn, under one option
 * @returns one entry a border, with every comparison, whether it is an obstacle or not
 * @example
 * ```ts
 * const [border] = compareAtBorders(model);
 * border.freight; // ['transshipment', 'bogie exchange', 'gauge-changing wheelsets'] where only the gauge stops wagons
 * ```
 */
export function compareAtBorders(model: Model): BorderInteroperability[] {
  return Object.entries(model.borders).map(([border, { approaches }]) => {
    const countries = Object.keys(approaches);
    const at = countries.map((country) => stretchAt(model.lines[approaches[country].line], approaches[country].at));
    const comparisons = topics.map((topic) =>
      compare(
        topic,
        countries,
        at.map((side) => topic.of(side, model)),
      ),
    ); // prettier-ignore
    return { border, comparisons, ...transferKinds(comparisons) };
  });
}

function stretchAt(line: Line, station: string): StretchAt {
  const chainage = chainageOf(line, { station }) ?? 0;
  return (attribute) => attributeAt(line, attribute, chainage);
}

function compare(
  topic: Topic,
  countries: readonly string[],
  values: ReadonlyArray<Values | readonly number[]>,
): Comparison {
  const lists = values.map((value) => (value === undefined ? undefined : [value].flat().map(String)));
  const known = lists.every((list) => list !== undefined);
  const [first, ...others] = lists as string[][];
  const fits =
    known && others.every((list) => (topic.fits === 'same' ? list.join() === first.join() : fitsAny(list, first)));
  const words = (list: string[] | undefined) =>
    list === undefined
      ? 'not stated'
      : list.length === 0
        ? 'none'
        : list.map((v) => (topic.unit ? `${v} ${topic.unit}` : v)).join(', ');
  return {
    attribute: topic.attribute,
    sides: Object.fromEntries(countries.map((country, i) => [country, words(lists[i])])),
    finding: !known ? 'unknown' : fits ? 'fits' : 'differs',
    stops: topic.stops,
    works: topic.works,
  };
}

/** Lists fit where they share something, and where neither side has anything, there is nothing to differ. */
function fitsAny(one: readonly string[], other: readonly string[]): boolean {
  return (one.length === 0 && other.length === 0) || one.some((item) => other.includes(item));
}

function transferKinds(comparisons: readonly Comparison[]): Pick<BorderInteroperability, 'freight' | 'passenger'> {
  const obstacles = comparisons.filter((comparison) => comparison.finding === 'differs');
  const stopped = (what: Stops) => obstacles.filter((comparison) => comparison.stops === what);
  const wagons = stopped('wagons');
  if (wagons.length > 0) {
    const onlyGauge = wagons.every((comparison) => comparison.attribute === 'track gauge');
    const bridging: TransferKind[] = onlyGauge ? ['bogie exchange', 'gauge-changing wheelsets'] : [];
    return { freight: ['transshipment', ...bridging], passenger: ['change of train', ...bridging] };
  }
  const kinds: TransferKind[] = stopped('locomotives').length > 0 ? ['locomotive change'] : ['through running'];
  return { freight: kinds, passenger: kinds };
}

function loadingGaugeName(at: StretchAt, model: Model): string | undefined {
  const id = at('loading_gauge');
  return id === undefined ? undefined : (model.loading_gauges[id].name ?? id);
}

/** Diesel traction runs everywhere, so a line without wire is compared as such. */
function supplies(power: readonly string[] | undefined): readonly string[] | undefined {
  return power?.length === 0 ? ['none'] : power;
}

function tonnes(mass: number | undefined): number | undefined {
  return mass === undefined ? undefined : Math.round(mass / 100) / 10;
}

function metres(length: number | undefined): number | undefined {
  return length === undefined ? undefined : Math.round(length);
}
