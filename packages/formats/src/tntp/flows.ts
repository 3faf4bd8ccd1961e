import { TntpFaults } from './fault.ts';
import { eachLine } from './lines.ts';
import type { TntpNetwork } from './read-network.ts';

/** Flow and cost of one link in a file of flows. */
export interface TntpFlow {
  readonly from: number;
  readonly to: number;
  readonly volume: number;
  readonly cost: number;
}

/**
 * Reads a TNTP file of flows (`…_flow.tntp`): `From To Volume Cost`, or the older rows `1 2 : 4494.6 6.0 ;` below
 * metadata.
 *
 * @param text - of the file
 * @throws TntpError with the line and reason of every fault
 *
 * @example
 * ```ts
 * readTntpFlows('From To Volume Cost\n1 2 4494.6 6.0\n')[0].volume; // 4494.6
 * ```
 */
export function readTntpFlows(text: string): TntpFlow[] {
  const faults = new TntpFaults();
  const flows: TntpFlow[] = [];
  eachLine(text, 0, 1, (content, line) => {
    if (content.startsWith('<') || /^[a-z]/i.test(content)) return false;
    const [from, to, volume, cost] = content.replace(/[:;]/g, ' ').trim().split(/\s+/);
    flows.push({
      from: faults.id(from, line, 'the node a link leaves', Number.MAX_SAFE_INTEGER),
      to: faults.id(to, line, 'the node a link enters', Number.MAX_SAFE_INTEGER),
      volume: faults.number(volume, line, 'volume', 0),
      cost: cost === undefined ? Number.NaN : faults.number(cost, line, 'cost', -Infinity),
    });
    return false;
  });
  if (flows.length === 0) faults.add(1, 'the file has no flows');
  faults.throwIfAny();
  return flows;
}

/**
 * Writes flows as TNTP files have them, in the order of the links and with all digits.
 *
 * @param network - whose links carry the flows
 * @param flows - of each link
 * @param costs - of each link
 *
 * @example
 * ```ts
 * writeTntpFlows(network, assignment.flows, assignment.costs); // 'From\tTo\tVolume\tCost\n1\t2\t4494.6…'
 * ```
 */
export function writeTntpFlows({ links }: TntpNetwork, flows: ArrayLike<number>, costs: ArrayLike<number>): string {
  const rows = links.map(({ from, to }, link) => `${from}\t${to}\t${flows[link]}\t${costs[link]}`);
  return `${['From\tTo\tVolume\tCost', ...rows].join('\n')}\n`;
}
