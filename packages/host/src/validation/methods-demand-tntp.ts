import { type AssignmentProblem, costCurve, userEquilibrium } from '@throughline/engine';
import {
  readTntpFlows,
  readTntpNetwork,
  readTntpTrips,
  TntpError,
  type TntpTrips,
  tntpProblem,
} from '@throughline/formats';
import type { Json, JsonRecord } from './methods-file.ts';
import { type MethodsInputs, OtherShape } from './methods-inputs.ts';

const knownCost = 't0*(1+B*(v/cap)^power) + toll_weight*toll + distance_weight*length';

/** Of larger networks the published flows are measured instead of found anew; that is the work of `assign`. */
const mostZones = 1000;

/** As near as rounding allows, so that single flows hold to nine digits. */
const limits = { relativeGap: 1e-14, iterations: 300 };

/**
 * Evaluates a case on a TNTP network: the equilibrium found from the trip table or, where there is none or the network
 * is large, the published flows.
 *
 * @param inputs - of the case
 */
export function evaluateTntp(inputs: MethodsInputs): JsonRecord {
  if (inputs.any('cost') !== knownCost) throw new OtherShape(`cost ${String(inputs.any('cost'))}`);
  const weights = { toll: inputs.number('toll_weight', 0), distance: inputs.number('distance_weight', 0) };
  try {
    const stated = readTntpNetwork(inputs.text('net'));
    const firstThroughNode = inputs.number('first_through_node', stated.firstThroughNode);
    const network = { ...stated, firstThroughNode };
    const trips = inputs.has('trips') ? readTntpTrips(inputs.text('trips')) : undefined;
    const none = { zones: network.zones, origins: [], total: 0, statedTotal: undefined, notes: [] };
    const problem = tntpProblem(network, trips ?? none, weights);
    const solved = trips !== undefined && network.zones <= mostZones;
    const published = inputs.has('flow') && !solved ? readTntpFlows(inputs.text('flow')) : undefined;
    if (inputs.has('flow')) inputs.any('flow');
    const results: Record<string, Json> = {
      links: network.links.length,
      nodes: network.nodes,
      zones: network.zones,
      ...(trips === undefined ? {} : tripTotals(trips)),
    };
    if (solved) return { ...results, ...equilibriumOf(problem) };
    if (published === undefined) throw new OtherShape('neither trips nor flows');
    return {
      ...results,
      ...measured(
        problem,
        published.map(({ volume }) => volume),
      ),
    };
  } catch (problem) {
    if (problem instanceof TntpError) throw new RangeError(problem.message);
    throw problem;
  }
}

function tripTotals({ origins, total }: TntpTrips): JsonRecord {
  const inside = origins.reduce(
    (sum, { origin, destinations, trips }) =>
      sum + trips.reduce((own, value, k) => own + (destinations[k] === origin ? value : 0), 0),
    0,
  );
  return { total_trips: total, intrazonal_trips: inside };
}

function equilibriumOf(problem: AssignmentProblem): JsonRecord {
  const outcome = userEquilibrium(problem, limits);
  if (outcome.kind === 'no-route') throw new RangeError(`${outcome.count} pairs have no route`);
  return {
    beckmann_objective: outcome.objective,
    total_system_travel_time: outcome.totalCost,
    max_link_flow: Math.max(...outcome.flows),
    relative_gap: outcome.relativeGap,
  };
}

/** Flows in the order of the links. */
function measured({ performance }: AssignmentProblem, flows: readonly number[]): JsonRecord {
  if (flows.length !== performance.length) throw new RangeError(`${flows.length} flows, ${performance.length} links`);
  const curves = performance.map(costCurve);
  return {
    beckmann_objective: curves.reduce((sum, { integral }, link) => sum + integral(flows[link]!), 0),
    total_system_travel_time: curves.reduce((sum, { cost }, link) => sum + flows[link]! * cost(flows[link]!), 0),
    max_link_flow: Math.max(...flows),
  };
}
