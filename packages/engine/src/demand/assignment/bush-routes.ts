import type { Bush, BushScratch } from './bush.ts';
import type { Network } from './network.ts';

/** One route and what takes it. */
export interface AssignedRoute {
  /** Links from origin to destination. */
  readonly links: readonly number[];
  readonly flow: number;
}

/** More routes than these are not told apart for one pair; what is left out is the rest of their flow. */
const MOST_ROUTES = 1000;

/**
 * The routes of a bush to one destination, with the flow of each: at every node in proportion to the flows that enter.
 * Link flows of the bush are in the scratch.
 */
export function routesThrough(
  { source, order, entry, mergeOffset, mergeLink }: Bush,
  { from }: Network,
  { linkFlow, through, place }: BushScratch,
  destination: number,
): AssignedRoute[] {
  const at = source.destinations.indexOf(destination);
  if (at < 0) return [];
  for (let k = 0; k < order.length; k++) place[order[k]!] = k;
  const routes: AssignedRoute[] = [];
  const follow = (node: number, share: number, links: readonly number[]): void => {
    if (routes.length >= MOST_ROUTES) return;
    if (node === source.origin) {
      routes.push({ links: [...links].reverse(), flow: share * source.flows[at]! });
      return;
    }
    const link = entry[place[node]!]!;
    const entering = link >= 0 ? [link] : mergeLink.subarray(mergeOffset[-1 - link]!, mergeOffset[-link]!);
    for (const one of entering) {
      const part = linkFlow[one]! / through[node]!;
      if (part > 0) follow(from[one]!, share * part, [...links, one]);
    }
  };
  follow(destination, 1, []);
  return routes;
}
