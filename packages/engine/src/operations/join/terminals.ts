import type { Model } from '../../corridor/index.ts';
import type { JourneyTime } from '../../running/index.ts';
import { compileNode, type NodeNetwork } from '../node/index.ts';

/** Where a service ends, or where it begins. */
export interface Terminals {
  readonly networks: readonly NodeNetwork[];
  /** Node and flow into which trains of a service go at its end. */
  readonly into: ReadonlyMap<string, { readonly node: number; readonly flow: number }>;
  /** Services that take on what a flow of a node lets go, by `node/flow`; those that run. */
  readonly onward: ReadonlyMap<string, readonly string[]>;
  /** Services that carry what came by another, and do not begin anew. */
  readonly fed: ReadonlySet<string>;
  /** Where legs of journeys meet without a node: services that take on what another brings, and the seconds between. */
  readonly plain: ReadonlyMap<string, { readonly onward: string; readonly time: number }>;
}

/**
 * Joins services and nodes: whatever a service brings to the station of a facility that names it enters there; where two
 * legs of a journey meet and no facility lies between them, the stated time of border and layovers does.
 *
 * @param model - the corridor as drawn
 * @param runs - services that run
 * @param between - seconds between the legs of a journey where no node lies between them
 * @returns who goes where
 * @example
 * ```ts
 * terminalsOf(model, new Set(['cn-container-south']), () => 0).into.get('cn-container-south');
 * ```
 */
export function terminalsOf(model: Model, runs: ReadonlySet<string>, between: (journey: string) => number): Terminals {
  const ids = Object.keys(model.facilities);
  const networks = ids.map((id) => compileNode(model, id));
  const into = new Map<string, { node: number; flow: number }>();
  const onward = new Map<string, readonly string[]>();
  const fed = new Set<string>();
  for (const [node, { flows }] of networks.entries()) {
    const { station } = model.facilities[ids[node]!]!;
    const isNear = isAt(model, station);
    for (const [flow, { services, onward: takers }] of flows.entries()) {
      for (const service of services)
        if (runs.has(service) && !into.has(service) && isNear(model.services[service]!.route.at(-1)))
          into.set(service, { node, flow });
      const takes = takers.filter((service) => runs.has(service) && isNear(model.services[service]!.route[0]));
      onward.set(`${node}/${flow}`, takes);
    }
  }
  for (const [, { node, flow }] of into) for (const taker of onward.get(`${node}/${flow}`) ?? []) fed.add(taker);
  const plain = new Map<string, { onward: string; time: number }>();
  for (const [id, { legs }] of Object.entries(model.journeys))
    for (let leg = 1; leg < legs.length; leg++) {
      const [before, after] = [legs[leg - 1]!, legs[leg]!];
      if (!runs.has(before) || !runs.has(after) || into.has(before) || plain.has(before)) continue;
      plain.set(before, { onward: after, time: between(id) / (legs.length - 1) });
      fed.add(after);
    }
  return { networks, into, onward, fed, plain };
}

/** Nodes that a journey passes between its legs. */
export function nodesBetween({ legs }: Model['journeys'][string], { into, onward }: Terminals) {
  return legs.slice(0, -1).flatMap((leg, i) => {
    const way = into.get(leg);
    return way && onward.get(`${way.node}/${way.flow}`)!.includes(legs[i + 1]!) ? [way] : [];
  });
}

/**
 * Which stated parts of a journey a node takes the place of: its border, and the layover at its station.
 *
 * @param model - the corridor as drawn
 * @param id - id of the journey
 * @param terminals - where services begin and end
 * @returns whether a part is replaced
 */
export function replacedByNodes(
  model: Model,
  id: string,
  terminals: Terminals,
): (part: JourneyTime['parts'][number]) => boolean {
  const passed = nodesBetween(model.journeys[id]!, terminals);
  const facilities = passed.map(({ node }) => model.facilities[terminals.networks[node]!.id]!);
  return ({ what, id: place }) =>
    facilities.some(({ border, station }) =>
      what === 'border' ? place === border : what === 'layover' && place === station,
    );
}

/** Whether a station is that of a facility, or faces it across the same border. */
function isAt(model: Model, station: string): (other: string | undefined) => boolean {
  const near = new Set([station]);
  for (const { approaches } of Object.values(model.borders)) {
    const sides = Object.values(approaches).map(({ at }) => at);
    if (sides.includes(station)) for (const side of sides) near.add(side);
  }
  return (other) => other !== undefined && near.has(other);
}
