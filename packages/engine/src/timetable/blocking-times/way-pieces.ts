import type { Route } from '../../corridor/index.ts';
import type { LineSection } from '../infrastructure/line-sections.ts';

/** The part of a line section that a route uses. */
export interface WayPiece {
  readonly section: LineSection;
  readonly direction: 'rising' | 'falling';
  /** Distances (m) from the start of the route. */
  readonly from: number;
  readonly to: number;
  /** Distance from the start of the route of a chainage on the section's line. */
  readonly distanceAt: (chainage: number) => number;
}

/**
 * Line sections along a route, in order of travel.
 *
 * @param network - sections of all lines
 * @param route - as found by `corridor`
 * @returns one piece for each section or part of one
 * @example
 * ```ts
 * piecesOf({ sections: lineSections(model) }, run.route).map(({ section }) => section.id);
 * ```
 */
export function piecesOf(network: { readonly sections: readonly LineSection[] }, route: Route): WayPiece[] {
  const pieces: WayPiece[] = [];
  let start = 0;
  for (const leg of route.legs) {
    const { direction } = leg;
    const sign = direction === 'rising' ? 1 : -1;
    const begin = start;
    const distanceAt = (chainage: number) => begin + sign * (chainage - leg.begin);
    const length = Math.abs(leg.end - leg.begin);
    const sections = network.sections.filter(({ line }) => line === leg.line);
    for (const section of sign > 0 ? sections : sections.toReversed()) {
      const ends = [distanceAt(section.begin), distanceAt(section.end)];
      const from = Math.max(begin, Math.min(...ends));
      const to = Math.min(begin + length, Math.max(...ends));
      if (to > from + 0.5) pieces.push({ section, direction, from, to, distanceAt });
    }
    start += length;
  }
  return pieces;
}
