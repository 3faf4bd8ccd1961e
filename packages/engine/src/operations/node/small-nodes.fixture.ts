import type { NodeFlow, NodeNetwork, NodeResource, NodeStep, NodeStorage } from './network.ts';

/** A step with nothing but a name, of trains. */
export function step(id: string, of: Partial<NodeStep> = {}): NodeStep {
  const plain = { unit: 'train', time: [0], spread: { kind: 'fixed' }, uses: [], takes: -1, givesBack: [] } as const;
  return { id, name: id, ...plain, gathers: 0, joins: false, priority: 5, next: [], routes: [], leaves: false, ...of };
}

/** Machines that never rest and never fail. */
export function resource(id: string, count: number, of: Partial<NodeResource> = {}): NodeResource {
  return { id, name: id, count, hours: null, breakdowns: null, ...of };
}

/** Room for trains. */
export function storage(id: string, room: number, of: Partial<NodeStorage> = {}): NodeStorage {
  return { id, name: id, unit: 'train', room, ...of };
}

/** Trains that come at random and enter at the first step. */
export function flow(id: string, rate: number, of: Partial<NodeFlow> = {}): NodeFlow {
  const plain = { unit: 'train', contents: {}, enters: 0, declared: [], notice: 0, priority: 5 } as const;
  return { id, name: id, ...plain, rate, arrivals: 'random', services: [], onward: [], ...of };
}

/** A node of these parts. */
export function nodeOf(of: Partial<NodeNetwork>): NodeNetwork {
  return { id: 'small', name: 'Small', clock: 0, steps: [], resources: [], storages: [], flows: [], ...of };
}

/** One queue with `servers` that work `mean` seconds, exponential unless said. */
export function station(
  rate: number,
  mean: number,
  servers: number,
  spread: NodeStep['spread'] = { kind: 'exponential' },
) {
  return nodeOf({
    steps: [step('serve', { time: [mean], spread, uses: [0], leaves: true })],
    resources: [resource('servers', servers)],
    flows: [flow('customers', rate)],
  });
}

/** The yard of 40 containers a train, two tracks, two cranes and three officers. */
export function transshipmentYard(): NodeNetwork {
  const exponential = { kind: 'exponential' } as const;
  return nodeOf({
    steps: [
      step('arrive', { next: [1] }),
      step('place', { takes: 0, next: [2] }),
      step('unload', { unit: 'container', time: [270], spread: exponential, uses: [0], givesBack: [0], next: [3] }),
      step('customs', { unit: 'container', time: [420], spread: exponential, uses: [1], next: [4] }),
      step('assemble', { time: [2700], gathers: 40, leaves: true }),
    ],
    resources: [resource('cranes', 2), resource('officers', 3)],
    storages: [storage('tracks', 2)],
    flows: [flow('trains', 1 / 7200, { contents: { container: 40 } })],
  });
}
