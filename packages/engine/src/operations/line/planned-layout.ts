import type { PlannedPath } from '../../timetable/index.ts';
import type { LineNetwork } from './line-network.ts';
import { type PlannedUse, plannedUses } from './planned-uses.ts';

/**
 * A plan in arrays. A leg is one movement of one train of the plan; a use is what a train holds from one of its legs to
 * another; uses of a resource stand in the order of one period.
 */
export interface PlannedLayout {
  /** Legs of train t: from `firstLeg[t]` up to before `firstLeg[t + 1]`; none for a train without a path. */
  readonly firstLeg: Int32Array;
  readonly leg: {
    readonly move: Int32Array;
    readonly track: Int32Array;
    readonly time: Float64Array;
    /** Planned start, s in the time base, and least standing time before it. */
    readonly departure: Float64Array;
    readonly dwell: Float64Array;
    /** Point at which it begins. */
    readonly point: Int32Array;
    /** Whether the train stands before it in the plan. */
    readonly stands: Uint8Array;
    /** Uses that begin in leg l: `begins[firstBegin[l]]` up to before `begins[firstBegin[l + 1]]`; the same for ends. */
    readonly firstBegin: Int32Array;
    readonly begins: Int32Array;
    readonly firstEnd: Int32Array;
    readonly ends: Int32Array;
  };
  readonly use: {
    readonly resource: Int32Array;
    readonly train: Int32Array;
    /** Leg in which it begins. */
    readonly leg: Int32Array;
    readonly from: Float64Array;
    readonly to: Float64Array;
    /** Whether it ends in the leg in which it begins. */
    readonly within: Uint8Array;
    /** Place in the order of its resource, and days between its train's day and the day in which it begins. */
    readonly place: Int32Array;
    readonly day: Int32Array;
  };
  /** Uses of resource r in order: `order[firstUse[r]]` up to before `order[firstUse[r + 1]]`. */
  readonly firstUse: Int32Array;
  readonly order: Int32Array;
}

/**
 * Lays a plan out for dispatching in its order.
 *
 * @param line - the line
 * @param paths - a path for each train that runs
 * @returns legs and uses
 * @example
 * ```ts
 * layOutPlan(line, plan.paths).leg.time.length; // movements of all trains
 * ```
 */
export function layOutPlan(line: LineNetwork, paths: ReadonlyArray<PlannedPath | undefined>): PlannedLayout {
  const { problem } = line;
  const period = problem.period ?? Number.POSITIVE_INFINITY;
  const firstLeg = new Int32Array(paths.length + 1);
  for (const [t, path] of paths.entries()) firstLeg[t + 1] = firstLeg[t]! + (path?.movements.length ?? 0);
  const uses = paths.flatMap((path, train) =>
    path ? plannedUses(problem.trains[train]!, path).map((use) => ({ ...use, train })) : [],
  );
  const dayOf = ({ start }: PlannedUse) => (period === Number.POSITIVE_INFINITY ? 0 : Math.floor(start / period));
  const phase = (use: PlannedUse) =>
    period === Number.POSITIVE_INFINITY ? use.start : use.start - dayOf(use) * period;
  const order = uses
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [uses[a]!, uses[b]!];
      return one.resource - other.resource || phase(one) - phase(other) || one.train - other.train || a - b;
    });
  const firstUse = new Int32Array(problem.resources.length + 1);
  const place = new Int32Array(uses.length);
  for (const index of order) {
    const { resource } = uses[index]!;
    place[index] = firstUse[resource + 1]!++;
  }
  for (let r = 0; r < problem.resources.length; r++) firstUse[r + 1]! += firstUse[r]!;
  const legOf = ({ train }: { train: number }, movement: number) => firstLeg[train]! + movement;
  return {
    firstLeg,
    leg: layOutLegs(line, paths, firstLeg, uses, legOf),
    use: {
      resource: Int32Array.from(uses, ({ resource }) => resource),
      train: Int32Array.from(uses, ({ train }) => train),
      leg: Int32Array.from(uses, (use) => legOf(use, use.first)),
      from: Float64Array.from(uses, ({ from }) => from),
      to: Float64Array.from(uses, ({ to }) => to),
      within: Uint8Array.from(uses, ({ first, last }) => (first === last ? 1 : 0)),
      place,
      day: Int32Array.from(uses, dayOf),
    },
    firstUse,
    order: Int32Array.from(order),
  };
}

function layOutLegs(
  line: LineNetwork,
  paths: ReadonlyArray<PlannedPath | undefined>,
  firstLeg: Int32Array,
  uses: ReadonlyArray<PlannedUse & { readonly train: number }>,
  legOf: (use: { train: number }, movement: number) => number,
): PlannedLayout['leg'] {
  const count = firstLeg[paths.length]!;
  const begins: number[][] = Array.from({ length: count }, () => []);
  const ends: number[][] = Array.from({ length: count }, () => []);
  for (const [index, use] of uses.entries()) {
    begins[legOf(use, use.first)]!.push(index);
    ends[legOf(use, use.last)]!.push(index);
  }
  const leg = {
    move: new Int32Array(count),
    track: new Int32Array(count),
    time: new Float64Array(count),
    departure: new Float64Array(count),
    dwell: new Float64Array(count),
    point: new Int32Array(count),
    stands: new Uint8Array(count),
    firstBegin: offsets(begins),
    begins: Int32Array.from(begins.flat()),
    firstEnd: offsets(ends),
    ends: Int32Array.from(ends.flat()),
  };
  for (const [train, path] of paths.entries()) {
    const kind = line.kinds[line.kindOf[train]!]!;
    for (const [i, movement] of (path?.movements ?? []).entries()) {
      const l = firstLeg[train]! + i;
      const stay = path!.stays[i]!;
      const state = kind.graph.states[stay.state]!;
      leg.move[l] = kind.firstMove + movement;
      leg.track[l] = path!.stays[i + 1]!.track;
      leg.time[l] = kind.graph.movements[movement]!.time;
      leg.departure[l] = stay.departure;
      leg.dwell[l] = i === 0 ? 0 : state.dwell;
      leg.point[l] = i;
      leg.stands[l] = i === 0 || state.stops ? 1 : 0;
    }
  }
  return leg;
}

function offsets(lists: readonly (readonly number[])[]): Int32Array {
  const first = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) first[i + 1] = first[i]! + list.length;
  return first;
}
