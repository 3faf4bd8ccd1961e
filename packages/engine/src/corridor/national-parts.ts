import { stationsAlong } from './chainage.ts';
import type { Model } from './model.ts';

/** A part of a line that lies in one country, m. */
export interface NationalPart {
  readonly country: string;
  readonly length: number;
}

/**
 * In which countries a line lies between two places of it, by the stations along it; between stations of two countries each
 * has half.
 *
 * @param model - the corridor as drawn
 * @param line - id of the line
 * @param places - m; the whole line when left out
 * @returns countries along the line from the lower chainage, each once
 * @example
 * ```ts
 * nationalParts(model, 'over-the-border', { begin: 0, end: 30_000 });
 * // stations at 0, 20 and 40 km, the first of `east`: [{ country: 'east', length: 10_000 }, { country: 'west', length: 20_000 }]
 * ```
 */
export function nationalParts(
  model: Pick<Model, 'lines' | 'stations'>,
  line: string,
  places?: { readonly begin: number; readonly end: number },
): NationalPart[] {
  const { stations } = model;
  const { begin, end } = places ?? { begin: -Infinity, end: Infinity };
  const [low, high] = [Math.min(begin, end), Math.max(begin, end)];
  const lengths = new Map<string, number>();
  const add = (station: string, from: number, to: number) => {
    const length = Math.min(to, high) - Math.max(from, low);
    const { country } = stations[station];
    if (length > 0) lengths.set(country, (lengths.get(country) ?? 0) + length);
  };
  const along = stationsAlong(model.lines[line]);
  for (let i = 1; i < along.length; i++) {
    const [before, after] = [along[i - 1], along[i]];
    const middle = 0.5 * (before.at + after.at);
    add(before.station, before.at, middle);
    add(after.station, middle, after.at);
  }
  return [...lengths].map(([country, length]) => ({ country, length }));
}
