import type { StationRecord } from '@throughline/engine';

type Stations = Readonly<Record<string, Pick<StationRecord, 'name' | 'names' | 'country'>>>;

/**
 * The language most stations of each country are named in beside English: what stands on their signs.
 *
 * @param stations - by id
 * @returns language by country
 */
export function languagesOf(stations: Stations): Readonly<Record<string, string>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { country, names } of Object.values(stations)) {
    counts[country] ??= {};
    for (const language of Object.keys(names)) {
      if (language !== 'en') counts[country][language] = (counts[country][language] ?? 0) + 1;
    }
  }
  return Object.fromEntries(
    Object.entries(counts).flatMap(([country, byLanguage]) => {
      const [most] = Object.entries(byLanguage).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return most ? [[country, most[0]]] : [];
    }),
  );
}

/**
 * A station's name as it is written on a map: in Latin letters, and under it in its own script. Where its own script
 * is Latin too and only adds its accents, one line is enough.
 *
 * @param station - its names
 * @param language - of its country, from {@link languagesOf}
 */
export function namesOnMap(station: Pick<StationRecord, 'name' | 'names'>, language: string | undefined): string[] {
  const local = language ? station.names[language] : undefined;
  if (!local || local === station.name) return [station.name];
  if (folded(local).includes(folded(station.name))) return [local];
  return [station.name, local];
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
