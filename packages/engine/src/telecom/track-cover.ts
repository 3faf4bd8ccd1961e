import { chainageOf, type Model } from '../corridor/index.ts';
import { normalCdf } from '../numerics/index.ts';
import { coveredArea, fadeMargin, reach } from './radio-coverage.ts';
import { hataLoss } from './radio-path-loss.ts';

/** Radio along one part of a line. */
export interface TrackCover {
  readonly id: string;
  readonly line: string;
  readonly system: string;
  /** Length of the part, and of it in tunnels, m. */
  readonly length: number;
  readonly tunnels: number;
  /** Sites that the stated spacing comes to, and those that would cover the edge as the system asks. */
  readonly sites: number;
  readonly sitesNeeded: number;
  /** Greatest distance between sites at which the edge is covered as the system asks, m. */
  readonly greatestSpacing: number;
  /** Probability that a place is covered: at the worst place, and on average along the track outside tunnels. */
  readonly worst: number;
  readonly average: number;
  /** Share of a round cell of that reach that would be covered, for those who compare with area figures. */
  readonly area: number;
}

/** The loss models hold between these, m. */
const limits = [100, 20_000] as const;
/** Places looked at between a site and the middle between two. */
const places = 64;

/** Radio cover of every part of a line that is stated. */
export function trackCover(model: Model): TrackCover[] {
  return Object.entries(model.radio_cover).flatMap(([id, part]) => {
    const line = model.lines[part.line];
    const system = model.radio_systems[part.system];
    if (!line || !system) return [];
    const [begin, end] = [chainageOf(line, part.begin), chainageOf(line, part.end)];
    if (begin === undefined || end === undefined) return [];
    return [coverOf(id, part, system, end - begin)];
  });
}

function coverOf(
  id: string,
  { line, system: systemId, surroundings, spacing, tunnels = 0 }: Model['radio_cover'][string],
  system: Model['radio_systems'][string],
  length: number,
): TrackCover {
  const { frequency, allowed_loss, shadowing, edge, base_height, train_height } = system;
  const loss = (distance: number) =>
    hataLoss({ frequency, distance, baseHeight: base_height, mobileHeight: train_height }, surroundings);
  const covered = (distance: number) =>
    normalCdf((allowed_loss - loss(Math.min(Math.max(distance, limits[0]), limits[1]))) / shadowing);
  const half = spacing / 2;
  let sum = 0;
  for (let i = 0; i < places; i++) sum += covered(((i + 0.5) / places) * half);
  const greatestSpacing = 2 * reach(loss, allowed_loss - fadeMargin(edge, shadowing), limits);
  const open = length * (1 - tunnels);
  const exponent = (loss(10_000) - loss(1000)) / 10;
  return {
    id,
    line,
    system: systemId,
    length,
    tunnels: length * tunnels,
    sites: Math.ceil(open / spacing),
    sitesNeeded: Math.ceil(open / greatestSpacing),
    greatestSpacing,
    worst: covered(half),
    average: sum / places,
    area: coveredArea(edge, exponent, shadowing),
  };
}
