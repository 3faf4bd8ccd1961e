import { type Model, sameGauge } from '../../corridor/index.ts';

/** One track of a station; several like ones of an entry each have a number. */
export interface SingleTrack {
  /** Name within the station: the entry's id, numbered where there are several. */
  readonly name: string;
  /** Id of the entry in the corridor. */
  readonly entry: string;
  readonly length: number;
  readonly gauges: readonly number[];
  readonly platform: boolean;
  /** Undefined where the corridor does not say. */
  readonly through: boolean | undefined;
  readonly electrified: boolean | undefined;
  /** Highest speed (m/s) on it and its points; `Infinity` where that of the line holds. */
  readonly speed: number;
}

type Station = Model['stations'][string];

/** All tracks of a station, one by one. */
export function tracksOf(station: Station): SingleTrack[] {
  return Object.entries(station.tracks).flatMap(([entry, track]) => {
    const count = track.count ?? 1;
    return Array.from({ length: count }, (_, i) => ({
      name: count > 1 ? `${entry} ${i + 1}` : entry,
      entry,
      length: track.length,
      gauges: track.gauges,
      platform: track.platform !== undefined,
      through: track.through,
      electrified: track.electrified,
      speed: track.speed ?? Number.POSITIVE_INFINITY,
    }));
  });
}

/**
 * Whether a station bounds blocks: it has tracks, and more than one where it is but a halt or a marker. Trains stand,
 * cross and overtake only there; a halt with one track is a stop on the open line.
 */
export function boundsBlocks(station: Station): boolean {
  const count = tracksOf(station).length;
  return count >= (station.role === 'halt' || station.role === 'marker' ? 2 : 1);
}

/** Length (m) of a station from its entry points to where trains stop: that of its longest track. */
export function stationExtent(station: Station): number {
  return tracksOf(station).reduce((longest, { length }) => Math.max(longest, length), 0);
}

/** What a train asks of a track. */
export interface TrackDemand {
  readonly gauges: readonly number[];
  readonly length: number;
  /** It runs under wire only. */
  readonly electric: boolean;
  /** Passengers board here. */
  readonly boards: boolean;
  /** Entries that can be reached by the ends at which it comes and leaves; undefined where all can. */
  readonly reached: ReadonlySet<string> | undefined;
}

/** Tracks on which a train can stand: gauge, length, wire, platform and points fit; shortest first, through tracks last. */
export function standingTracks(tracks: readonly SingleTrack[], demand: TrackDemand): SingleTrack[] {
  const platforms = demand.boards && tracks.some(({ platform }) => platform);
  return reachable(tracks, demand)
    .filter(({ length, platform, electrified }) => {
      if (length < demand.length || (platforms && !platform)) return false;
      return !(demand.electric && electrified === false);
    })
    .sort((a, b) => Number(a.through ?? false) - Number(b.through ?? false) || a.length - b.length);
}

/** Tracks through which a train can pass: those marked so, or any where none is. */
export function passingTracks(tracks: readonly SingleTrack[], demand: TrackDemand): SingleTrack[] {
  const marked = tracks.some(({ through }) => through !== undefined);
  return reachable(tracks, demand).filter(({ through }) => !marked || through === true);
}

function reachable(tracks: readonly SingleTrack[], { gauges, reached }: TrackDemand): SingleTrack[] {
  return tracks.filter(
    (track) =>
      track.gauges.some((gauge) => gauges.some((own) => sameGauge(own, gauge))) && (reached?.has(track.entry) ?? true),
  );
}
