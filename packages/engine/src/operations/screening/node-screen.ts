import { CALENDAR_YEAR, type NodeNetwork, type NodeResource } from '../node/index.ts';
import { type ScreenedStep, stepsOfFlow } from './node-paths.ts';

/** A node made ready for being asked with any number of arrivals. Plain data. */
export interface NodeScreen {
  readonly id: string;
  readonly name: string;
  readonly kind: 'border' | 'port';
  readonly network: NodeNetwork;
  readonly resources: readonly ResourceScreen[];
  /** Steps on the way of each flow, in the order of its flows. */
  readonly flows: ReadonlyArray<readonly ScreenedStep[]>;
}

/** People or machines over the year. */
export interface ResourceScreen {
  /** How many work while any does, breakdowns taken off. */
  readonly atWork: number;
  /** Part of the year in which any works. */
  readonly open: number;
  /** Mean wait of what comes at any moment until any works, s. */
  readonly untilOpen: number;
}

/**
 * Makes a node ready for screening: the ways of its flows, and how many of its people and machines work how long.
 *
 * @param network - the node, compiled
 * @param kind - what it is called among the elements of the chain
 * @returns the screen
 */
export function screenNode(network: NodeNetwork, kind: NodeScreen['kind']): NodeScreen {
  return {
    id: network.id,
    name: network.name,
    kind,
    network,
    resources: network.resources.map(resourceScreen),
    flows: network.flows.map((_, flow) => stepsOfFlow(network, flow)),
  };
}

function resourceScreen({ count, hours, breakdowns }: NodeResource): ResourceScreen {
  const works = breakdowns === null ? 1 : breakdowns.between / (breakdowns.between + breakdowns.repair);
  if (hours === null) return { atWork: count * works, open: 1, untilOpen: 0 };
  const ends = [...hours.times.slice(1), CALENDAR_YEAR];
  let open = 0;
  let worked = 0;
  let squares = 0;
  let closed = 0;
  for (const [i, begin] of hours.times.entries()) {
    const span = ends[i]! - begin;
    if (hours.open[i]! > 0) {
      open += span;
      worked += span * hours.open[i]!;
      squares += closed * closed;
      closed = 0;
    } else closed += span;
  }
  squares += closed * closed;
  if (open === 0) return { atWork: 0, open: 0, untilOpen: CALENDAR_YEAR };
  return { atWork: (works * worked) / open, open: open / CALENDAR_YEAR, untilOpen: squares / (2 * CALENDAR_YEAR) };
}
