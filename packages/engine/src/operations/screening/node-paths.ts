import { type NodeFlow, type NodeNetwork, type NodeStep, squaredVariation, unitRank } from '../node/index.ts';

/** One step on the way of a flow, as screening sees it. */
export interface ScreenedStep {
  /** Index of the step. */
  readonly step: number;
  /** Part of the arrivals that come here; above 1 where a step is come back to. */
  readonly visits: number;
  /** How many of its units one arrival makes. */
  readonly units: number;
  /** How many of them come at once. */
  readonly batch: number;
  /** Mean time of one unit, s, and its squared variation. */
  readonly time: number;
  readonly variation: number;
  /** So many units make one of the next step, wherever they come from; 0 where none are put together. */
  readonly gathers: number;
  /** Whether what follows waits until all of a batch are done. */
  readonly together: boolean;
  /** Steps before it with the part of their leavers that come here; -1 is the arrival itself. */
  readonly from: ReadonlyArray<{ readonly at: number; readonly share: number }>;
  /** Whether it begins when the last of those before it has ended. */
  readonly joins: boolean;
  readonly leaves: boolean;
}

/**
 * The ways of a flow through a node as one list of steps, each after those before it: with what share of arrivals they
 * are come to, by how many units, and how many of these come at once.
 *
 * @param network - the node
 * @param index - index of the flow
 * @returns its steps in the order in which they can be reckoned
 */
export function stepsOfFlow(network: NodeNetwork, index: number): ScreenedStep[] {
  const { steps } = network;
  const flow = network.flows[index]!;
  const onward = steps.map((_, at) => ways(network, index, at));
  const order = inOrder(network, index, onward);
  const visits = visitsOf(network, index, onward);
  const comings = before(network, index, onward, visits);
  const groups = new Map<number, number>([[-1, 1]]);
  return order.map((at): ScreenedStep => {
    const step = steps[at]!;
    const from = comings[at]!;
    const first = from.find(({ at: other }) => other === -1 || groups.has(other))?.at ?? -1;
    const coming = first === -1 ? arrivalsOf(flow) : unitsAt(flow, steps[first]!, groups.get(first)!);
    const whole = step.gathers > 0 ? coming / step.gathers : groups.get(first)!;
    groups.set(at, whole);
    const units = unitsAt(flow, step, whole);
    const isSplit = units > coming && step.gathers === 0;
    const following = [...step.next, ...step.routes.map(({ to }) => to)].map((next) => steps[next]!);
    const gathering = following.find(({ gathers }) => gathers > 0);
    return {
      step: at,
      visits: visits[at]!,
      units,
      batch: isSplit ? units / Math.max(1, coming) : 1,
      time: step.time[index]!,
      variation: squaredVariation(step.spread),
      gathers: gathering?.gathers ?? 0,
      together: !gathering && following.some(({ unit }) => unitRank(unit) < unitRank(step.unit)),
      from,
      joins: step.joins,
      leaves: step.leaves,
    };
  });
}

function arrivalsOf({ unit, contents }: NodeFlow): number {
  return contents[unit] ?? 1;
}

/** Units of a step in one arrival: so many trains as it has become, or all that is in them. */
function unitsAt(flow: NodeFlow, { unit }: NodeStep, whole: number): number {
  return unitRank(unit) > unitRank(flow.unit) ? (flow.contents[unit] ?? whole) : whole;
}

/** Where a flow goes from each step, with shares. */
type Onward = ReadonlyArray<ReadonlyArray<{ readonly to: number; readonly share: number }>>;

function ways(network: NodeNetwork, flow: number, at: number): Onward[number] {
  const { next, routes } = network.steps[at]!;
  const reserved = routes.find(({ flows }) => flows?.includes(flow));
  if (reserved) return [{ to: reserved.to, share: 1 }];
  const shared = routes.filter(({ flows }) => flows === null);
  const sum = shared.reduce((total, { share }) => total + share, 0);
  return [
    ...next.map((to) => ({ to, share: 1 })),
    ...shared.flatMap(({ to, share }) => (sum > 0 ? [{ to, share: share / sum }] : [])),
  ];
}

function starts({ flows }: NodeNetwork, index: number): number[] {
  const { enters, declared } = flows[index]!;
  return [enters, ...declared];
}

/** Steps that a flow can come to, each after those before it; where steps are come back to, the way back is left out. */
function inOrder(network: NodeNetwork, flow: number, onward: Onward): number[] {
  const seen = new Set<number>();
  const done: number[] = [];
  const visit = (at: number) => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const { to } of onward[at]!) visit(to);
    done.push(at);
  };
  for (const start of starts(network, flow)) visit(start);
  return done.reverse();
}

/** Mean number of times that one arrival comes to each step; branches that meet again count once. */
function visitsOf(network: NodeNetwork, flow: number, onward: Onward): number[] {
  const { steps } = network;
  const isStart = new Set(starts(network, flow));
  let visits: number[] = steps.map((_, at) => (isStart.has(at) ? 1 : 0));
  for (let round = 0; round < 4 * steps.length; round++) {
    const next: number[] = steps.map((_, at) => (isStart.has(at) ? 1 : 0));
    for (const [at, count] of visits.entries())
      if (count > 0)
        for (const { to, share } of onward[at]!)
          next[to] = steps[to]!.joins ? Math.max(next[to]!, count * share) : next[to]! + count * share;
    const moved = Math.max(...next.map((count, at) => Math.abs(count - visits[at]!)));
    visits = next;
    if (moved < 1e-12) break;
  }
  return visits;
}

/** What comes to each step from where, as parts of all that comes. */
function before(
  network: NodeNetwork,
  flow: number,
  onward: Onward,
  visits: readonly number[],
): ReadonlyArray<ScreenedStep['from']> {
  const begins = new Set(starts(network, flow));
  const coming = network.steps.map((_, at) => (begins.has(at) ? [{ at: -1, flow: 1 }] : []));
  for (const [other, leaving] of onward.entries())
    if (visits[other]! > 0)
      for (const { to, share } of leaving) coming[to]!.push({ at: other, flow: visits[other]! * share });
  return coming.map((all) => {
    const sum = all.reduce((total, one) => total + one.flow, 0);
    return all.map(({ at, flow: part }) => ({ at, share: part / sum }));
  });
}
