import type { Model } from '../../corridor/index.ts';
import type { Infrastructure } from './infrastructure.ts';

type Toward = 'rising' | 'falling';

/**
 * Resources of the points that a movement uses between a station and a line: one for each stated exclusion that names
 * the end, otherwise one for its side where several ends meet there. With a single end block and track say it all.
 */
export function throatsOf(infrastructure: Infrastructure, station: string, line: string, toward: Toward): number[] {
  const { ends, exclusions } = infrastructure.model.stations[station]!;
  const found = Object.entries(ends).find(([, end]) => end.line === line && end.toward === toward);
  if (!found) return [];
  const [id, { side }] = found;
  const stated = Object.entries(exclusions).filter(([, exclusion]) => exclusion.ends.includes(id));
  if (Object.keys(exclusions).length > 0)
    return stated.map(([name]) => infrastructure.resource(`${station} routes ${name}`, 'throat', station));
  const sharing = Object.values(ends).filter((end) => end.side === side).length;
  return sharing > 1 ? [infrastructure.resource(`${station} side ${side}`, 'throat', station)] : [];
}

/** Entries of tracks that two ends of a station both reach; undefined where neither is restricted. */
export function reachedTracks(
  model: Model,
  station: string,
  arriving: { line: string; toward: Toward } | undefined,
  leaving: { line: string; toward: Toward } | undefined,
): ReadonlySet<string> | undefined {
  const { ends, tracks } = model.stations[station]!;
  const lists = [arriving, leaving].flatMap((end) => {
    const stated = end && Object.values(ends).find(({ line, toward }) => line === end.line && toward === end.toward);
    return stated?.tracks ? [new Set(stated.tracks)] : [];
  });
  if (lists.length === 0) return undefined;
  return new Set(Object.keys(tracks).filter((track) => lists.every((list) => list.has(track))));
}
