import type { Model } from '../corridor/index.ts';
import { compileNode, driveNode, type NodeNetwork, type NodeReport } from './node/index.ts';
import { type PairedDifference, pairedDifference } from './paired-difference.ts';
import { changesOf, type ResourceChange, withResource } from './resource-changes.ts';
import type { NodeResult, OperationsResult } from './results/operations-result.ts';

/** What one more of something buys at a border, port or dry port. */
export interface NodeLever {
  readonly facility: string;
  readonly resource: string;
  readonly change: ResourceChange;
  /** Share of its working time for which it is busy, before the change. */
  readonly use: number;
  /** Mean stay there, waits outside included, s. */
  readonly stay: number;
  /** Change of that stay, s. */
  readonly time: PairedDifference;
}

/** How often and how long facilities are tried. */
export interface NodeLeverOptions {
  /** Resources that are tried: the busiest ones. Default 3. */
  readonly count?: number;
  /** Pairs of replications. Default 5. */
  readonly replications?: number;
  /** Days of each, and those before them. Default 120 and 20. */
  readonly days?: number;
  readonly warmUp?: number;
  readonly seed?: number;
}

const DAY = 86_400;
/** Use below which one more cannot help much. */
const LEAST_USE = 0.3;

/**
 * What one more machine or officer, or an hour more of opening, buys at the busiest facilities: each is driven by itself
 * with as many arrivals as the simulated days brought, with and without the change, on common random numbers. What the line
 * gains is not in it; `levers` of whole days tells that at many times the cost.
 *
 * @param model - the corridor as drawn
 * @param operations - its simulated days
 * @param options - how many resources, how long
 * @returns levers, the busiest resource first
 * @example
 * ```ts
 * nodeLevers(model, simulateOperations(model, day, journeys))[0]?.time.mean; // s, negative when it saves time
 * ```
 */
export function nodeLevers(
  model: Model,
  { nodes }: Pick<OperationsResult, 'nodes'>,
  { count = 3, replications = 5, days = 120, warmUp = 20, seed = 1 }: NodeLeverOptions = {},
): NodeLever[] {
  const busiest = Object.entries(nodes)
    .flatMap(([facility, { report }]) => report.resources.map(({ id, use }) => ({ facility, id, use })))
    .filter(({ use }) => use >= LEAST_USE)
    .sort((a, b) => b.use - a.use || (a.id < b.id ? -1 : 1))
    .slice(0, count);
  const staysOf = (changed: Model, facility: string) => {
    const network = withArrivals(compileNode(changed, facility), nodes[facility]!);
    return Array.from({ length: replications }, (_, draw) =>
      stayOf(network, driveNode(network, { seed, draw, warmUp: warmUp * DAY, measured: days * DAY })),
    );
  };
  const before = new Map<string, Array<number | null>>();
  for (const { facility } of busiest) if (!before.has(facility)) before.set(facility, staysOf(model, facility));
  return busiest.flatMap(({ facility, id, use }) => {
    const { name, resources } = model.facilities[facility]!;
    const base = before.get(facility)!;
    const known = base.flatMap((stay) => stay ?? []);
    if (known.length === 0) return [];
    return changesOf(resources[id]!).flatMap(({ change, changed }): NodeLever[] => {
      const time = pairedDifference(base, staysOf(withResource(model, facility, id, changed), facility));
      const stay = known.reduce((sum, value) => sum + value, 0) / known.length;
      return time === null ? [] : [{ facility: name, resource: resources[id]!.name, change, use, stay, time }];
    });
  });
}

/** A node to which as much comes as on the simulated days, where trains bring it. */
function withArrivals(network: NodeNetwork, { report }: NodeResult): NodeNetwork {
  const flows = network.flows.map((flow, i) =>
    flow.services.length === 0 ? flow : { ...flow, rate: report.flows[i]!.arrivals / report.span },
  );
  return { ...network, flows };
}

/** Mean stay of everything that left, and of trains what they waited outside, s; null when nothing left. */
function stayOf({ flows }: NodeNetwork, { flows: found, outside }: NodeReport): number | null {
  const things = found.reduce((sum, { stay }) => sum + (stay?.count ?? 0), 0);
  if (things === 0) return null;
  const inside = found.reduce((sum, { stay }) => sum + (stay ? stay.mean * stay.count : 0), 0);
  const trains = found.filter((_, i) => flows[i]!.unit === 'train');
  const arrivals = trains.reduce((sum, { arrivals: came }) => sum + came, 0);
  const onTrains = trains.reduce((sum, { stay }) => sum + (stay?.count ?? 0), 0);
  const waited = arrivals === 0 ? 0 : (outside.heldTime / arrivals) * onTrains;
  return (inside + waited) / things;
}
