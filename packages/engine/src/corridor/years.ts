import type { Corridor } from './model.ts';

/**
 * Whether an entry with `from` and `to` is there in a year; an entry that states neither always is.
 *
 * @param entry - the entry
 * @param year - the year looked at
 * @returns true from `from` to `to`, both years included
 * @example
 * ```ts
 * isThereIn({ from: 2030 }, 2029); // false
 * ```
 */
export function isThereIn(entry: unknown, year: number): boolean {
  if (typeof entry !== 'object' || entry === null) return true;
  const { from, to } = entry as { from?: unknown; to?: unknown };
  return !(typeof from === 'number' && year < from) && !(typeof to === 'number' && year > to);
}

/**
 * The corridor without what cannot be there in a year because what it is made of is not: stations on a line that are
 * not built, train types without one of their vehicles, ends of lines that do not exist. Nothing is dropped that asks
 * for something by name to run or to be crossed: a service without its train is for the checks to report.
 *
 * @param corridor - a corridor whose ids all exist in some year
 * @param year - the year looked at
 * @returns the corridor without those parts; entries keep their own `from` and `to`
 * @example
 * ```ts
 * const opened = madeOfWhatIsThere(corridor, 2035);
 * ```
 */
export function madeOfWhatIsThere(corridor: Corridor, year: number): Corridor {
  const { stations, vehicles, lines } = corridor;
  const isThere = (entries: Readonly<Record<string, unknown>>, id: string) =>
    Object.hasOwn(entries, id) && isThereIn(entries[id], year);
  return {
    ...corridor,
    stations: mapped(stations, (station) => ({
      ...station,
      ends: kept(station.ends, ({ line }) => isThere(lines, line)),
    })),
    lines: mapped(lines, (line) => ({ ...line, stations: kept(line.stations, (_, id) => isThere(stations, id)) })),
    train_types: kept(corridor.train_types, ({ consist, helpers }) =>
      [...Object.values(consist), ...Object.values(helpers)].every(({ vehicle }) => isThere(vehicles, vehicle)),
    ),
  };
}

function kept<T>(entries: Readonly<Record<string, T>>, keep: (entry: T, id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([id, entry]) => keep(entry, id)));
}

function mapped<T>(entries: Readonly<Record<string, T>>, change: (entry: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry)]));
}
