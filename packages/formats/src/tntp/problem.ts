import type { AssignmentProblem, LinkPerformance } from '@throughline/engine';
import { TntpError, type TntpFault } from './fault.ts';
import type { TntpLink, TntpNetwork } from './read-network.ts';
import type { TntpTrips } from './read-trips.ts';

/** What a unit of toll and of length counts, in the unit of time. */
export interface TntpWeights {
  readonly toll: number;
  readonly distance: number;
}

/**
 * The weights that the description beside a network states (`README.md` of the collection): under the heading
 * *Generalized Cost Weights*, `Toll: 0.02 minutes/cent` and `Distance: 0.04 minutes/mile`.
 *
 * @param text - of the description
 * @returns what it states; `undefined` where it states nothing
 *
 * @example
 * ```ts
 * readTntpWeights('## Generalized Cost Weights\nToll: 0.02 minutes/cent\n').toll; // 0.02
 * ```
 */
export function readTntpWeights(text: string): { toll: number | undefined; distance: number | undefined } {
  const section = /^#+\s*generali[sz]ed cost weights\s*$([^#]*)/im.exec(text)?.[1] ?? '';
  const stated = (name: string) => {
    const number = new RegExp(`^\\W*${name}\\W*:\\W*?([\\d.]+(?:e[-+]?\\d+)?)`, 'im').exec(section)?.[1];
    return number === undefined || !Number.isFinite(Number(number)) ? undefined : Number(number);
  };
  return { toll: stated('toll'), distance: stated('distance') };
}

/**
 * The assignment problem of a network and a trip table: costs are time by the Bureau of Public Roads' curve plus
 * weighted toll and length. Nodes count from 0 here. A link without capacity whose time depends on it is closed.
 *
 * @param network - links in the order of the result's flows
 * @param trips - those within a zone stay off the network
 * @param weights - of toll and length
 * @throws TntpError when the trip table has more zones than the network, or a toll makes a link cost less than nothing
 *
 * @example
 * ```ts
 * const problem = tntpProblem(readTntpNetwork(net), readTntpTrips(trips), { toll: 0, distance: 0 });
 * ```
 */
export function tntpProblem(network: TntpNetwork, trips: TntpTrips, weights: TntpWeights): AssignmentProblem {
  const faults: TntpFault[] = [];
  if (trips.zones > network.zones) {
    faults.push({ line: 1, reason: `the network has ${network.zones} zones, the trip table ${trips.zones}` });
  }
  const fixed = network.links.map(({ toll, length }) => weights.toll * toll + weights.distance * length);
  for (const [k, { from, to, line }] of network.links.entries()) {
    if (fixed[k]! >= 0 || faults.length >= 20) continue;
    const reason = `toll and length of link ${from}–${to} count ${fixed[k]} with these weights, expected 0 or more`;
    faults.push({ line, reason });
  }
  if (faults.length > 0) throw new TntpError(faults);
  const closed = network.links.some(isClosed);
  return {
    nodeCount: network.nodes,
    firstThroughNode: network.firstThroughNode - 1,
    from: network.links.map(({ from }) => from - 1),
    to: network.links.map(({ to }) => to - 1),
    performance: network.links.map((link, k) => performanceOf(link, fixed[k]!)),
    classes: [
      {
        id: 'trips',
        demand: trips.origins.map(({ origin, destinations, trips: flows }) => ({
          origin: origin - 1,
          destinations: destinations.map((zone) => zone - 1),
          flows,
        })),
        ...(closed ? { extraCost: network.links.map((link) => (isClosed(link) ? Infinity : 0)) } : {}),
      },
    ],
  };
}

function isClosed({ capacity, freeFlowTime, b, power }: TntpLink): boolean {
  return capacity === 0 && freeFlowTime * b * power > 0;
}

function performanceOf(link: TntpLink, fixed: number): LinkPerformance {
  const { capacity, freeFlowTime: freeFlow, b, power } = link;
  if (isClosed(link)) return { kind: 'constant', cost: freeFlow + fixed };
  return { kind: 'bpr', freeFlow, capacity, b, power, fixed };
}
