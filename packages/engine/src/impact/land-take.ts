import { chainageOf, type Model } from '../corridor/index.ts';

/** A part of a line that is built on new land, cut to what lies between two chainages. */
export interface LandTake {
  readonly alignment: string;
  readonly line: string;
  /** Chainages, m. */
  readonly begin: number;
  readonly end: number;
  /** Land, m², by class, and all. */
  readonly byClass: Readonly<Record<string, number>>;
  readonly total: number;
  /** People and households who have to move. */
  readonly people: number;
  readonly households: number;
  /** Greenhouse gas of building, kg. */
  readonly carbon: number;
}

/** People in a household where nothing is stated. */
const usualHousehold = 4;

/**
 * Land, people and carbon of what is built: open line, bridges and tunnels by their length and width, stations by their
 * land.
 *
 * @param model - the corridor, with alignments and components `open`, `bridge`, `tunnel`, `station`
 * @param within - only what lies on this line between these chainages; everything when left out
 * @example
 * ```ts
 * landTake(model).reduce((sum, { total }) => sum + total, 0); // m²
 * ```
 */
export function landTake(
  model: Model,
  within?: { readonly line: string; readonly begin: number; readonly end: number },
): LandTake[] {
  return Object.entries(model.alignments).flatMap(([id, alignment]) => {
    const line = model.lines[alignment.line];
    if (!line || (within && within.line !== alignment.line)) return [];
    const [from, to] = [chainageOf(line, alignment.begin), chainageOf(line, alignment.end)];
    if (from === undefined || to === undefined) return [];
    const begin = Math.max(from, within?.begin ?? from);
    const end = Math.min(to, within?.end ?? to);
    return end > begin ? [takeOf(model, id, begin, end, to - from)] : [];
  });
}

function takeOf({ alignments, components }: Model, id: string, begin: number, end: number, whole: number): LandTake {
  const { line, bridges, tunnels, stations = 0, land, displaced, household } = alignments[id]!;
  const length = end - begin;
  const lengths = {
    open: length * Math.max(0, 1 - bridges - tunnels),
    bridge: length * bridges,
    tunnel: length * tunnels,
  };
  const sum = (of: 'width' | 'carbon') =>
    Object.entries(lengths).reduce((total, [kind, part]) => total + part * (components[kind]?.[of] ?? 0), 0);
  const yards = (stations * length) / whole;
  const total = sum('width') + yards;
  const people = displaced * length;
  return {
    alignment: id,
    line,
    begin,
    end,
    byClass: Object.fromEntries(Object.entries(land).map(([kind, { part }]) => [kind, part * total])),
    total,
    people,
    households: people / (household ?? usualHousehold),
    carbon: sum('carbon') + (components.station ? (yards / components.station.width) * components.station.carbon : 0),
  };
}
