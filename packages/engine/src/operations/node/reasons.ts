import { type NodeNetwork, unitRank } from './network.ts';

/** Why time passes in a node. */
export interface Reason {
  readonly kind:
    | 'work'
    | 'queue'
    | 'outside hours'
    | 'breakdown'
    | 'no room'
    | 'gathering'
    | 'other parts'
    | 'other branch';
  /** In a reader's words: `queue for Gantry cranes`. */
  readonly label: string;
}

/** The reasons of a network, and the index of each by step, resource or storage; -1 where it cannot happen. */
export interface NodeReasons {
  readonly all: readonly Reason[];
  readonly work: Int32Array;
  readonly gathering: Int32Array;
  readonly parts: Int32Array;
  readonly queue: Int32Array;
  readonly outside: Int32Array;
  readonly breakdown: Int32Array;
  readonly room: Int32Array;
}

/**
 * Every reason for which time can pass in a network.
 *
 * @param network - the node
 * @returns the reasons, in the order of steps, resources and storages, with their indices
 * @example
 * ```ts
 * reasonsOf(network).all.map(({ label }) => label); // ['Lift', 'queue for Gantry cranes', …]
 * ```
 */
export function reasonsOf(network: NodeNetwork): NodeReasons {
  const { steps, resources, storages } = network;
  const all: Reason[] = [];
  const add = (kind: Reason['kind'], label: string) => all.push({ kind, label }) - 1;
  const some = <T>(of: readonly T[], index: (entry: T, at: number) => number) => Int32Array.from(of, index);
  return {
    all,
    work: some(steps, ({ name }) => add('work', name)),
    gathering: some(steps, ({ gathers, name }) => (gathers > 0 ? add('gathering', `until enough for: ${name}`) : -1)),
    parts: some(steps, (step, at) =>
      putsTogether(network, at) ? add('other parts', `for the others before: ${step.name}`) : -1,
    ),
    queue: some(resources, ({ name }) => add('queue', `queue for ${name}`)),
    outside: some(resources, ({ hours, name }) => (hours ? add('outside hours', `outside the hours of ${name}`) : -1)),
    breakdown: some(resources, ({ breakdowns, name }) => (breakdowns ? add('breakdown', `breakdown of ${name}`) : -1)),
    room: some(storages, ({ name }) => add('no room', `no room: ${name}`)),
  };
}

/** Whether a step puts together what comes to it: something smaller, from a step before or as it arrives. */
function putsTogether({ steps, flows }: NodeNetwork, at: number): boolean {
  const { unit, gathers } = steps[at]!;
  if (gathers > 0) return false;
  const before = steps.filter(({ next, routes }) => next.includes(at) || routes.some(({ to }) => to === at));
  const coming = [...before, ...flows.filter(({ enters, declared }) => enters === at || declared.includes(at))];
  return coming.some((from) => unitRank(from.unit) > unitRank(unit));
}
