import type { PlannedPath } from '../../timetable/index.ts';
import type { LineNetwork } from './line-network.ts';
import { movementCycles, type TrainUse } from './movement-cycles.ts';
import { plannedUses } from './planned-uses.ts';

/**
 * A plan in arrays. A leg is one movement of one train of the plan, or a part of one where trains that pass each other
 * make it necessary (they may wait for each other before the home signal); a use is what a train holds from one of its legs to
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
    /** Whether it is the first part of its movement. */
    readonly begun: Uint8Array;
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
  const uses = paths.flatMap((path, train) =>
    path ? plannedUses(problem.trains[train]!, path).map((use): TrainUse => ({ ...use, train })) : [],
  );
  const dayOf = ({ start }: TrainUse) => (period === Number.POSITIVE_INFINITY ? 0 : Math.floor(start / period));
  const phase = (use: TrainUse) => (period === Number.POSITIVE_INFINITY ? use.start : use.start - dayOf(use) * period);
  const order = uses
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [uses[a]!, uses[b]!];
      return one.resource - other.resource || phase(one) - phase(other) || one.train - other.train || a - b;
    });
  const firstUse = new Int32Array(problem.resources.length + 1);
  const place = new Int32Array(uses.length);
  const orders: TrainUse[][] = problem.resources.map(() => []);
  for (const index of order) {
    const use = uses[index]!;
    orders[use.resource]!.push(use);
    place[index] = firstUse[use.resource + 1]!++;
  }
  for (let r = 0; r < problem.resources.length; r++) firstUse[r + 1]! += firstUse[r]!;
  const parts = partsOf(line, paths, uses, orders, dayOf);
  const firstLeg = offsets(parts.map(({ all }) => all));
  const begins = uses.map(({ train, first, from }) => partAt(parts[train]!, first, from));
  const ends = uses.map(({ train, last, to }) => partAt(parts[train]!, last, to));
  const legOf = (index: number, part: number) => firstLeg[uses[index]!.train]! + part;
  const offset = (index: number, part: number) => parts[uses[index]!.train]!.all[part]!.offset;
  return {
    firstLeg,
    leg: layOutLegs(
      line,
      paths,
      parts,
      begins.map((part, index) => legOf(index, part)),
      ends.map((part, index) => legOf(index, part)),
    ),
    use: {
      resource: Int32Array.from(uses, ({ resource }) => resource),
      train: Int32Array.from(uses, ({ train }) => train),
      leg: Int32Array.from(begins, (part, index) => legOf(index, part)),
      from: Float64Array.from(uses, ({ from }, index) => from - offset(index, begins[index]!)),
      to: Float64Array.from(uses, ({ to }, index) => to - offset(index, ends[index]!)),
      within: Uint8Array.from(begins, (part, index) => (part === ends[index] ? 1 : 0)),
      place,
      day: Int32Array.from(uses, dayOf),
    },
    firstUse,
    order: Int32Array.from(order),
  };
}

/** Parts into which the movements of one train are cut. */
interface Parts {
  readonly all: ReadonlyArray<{ readonly movement: number; readonly offset: number; readonly time: number }>;
  /** Index of the first part of each movement. */
  readonly first: readonly number[];
}

/** Cuts movements that depend on each other wherever they ask for something more. */
function partsOf(
  line: LineNetwork,
  paths: ReadonlyArray<PlannedPath | undefined>,
  uses: readonly TrainUse[],
  orders: ReadonlyArray<readonly TrainUse[]>,
  dayOf: (use: TrainUse) => number,
): Parts[] {
  const movements = paths.map((path) => path?.movements.length ?? 0);
  const cyclic = movementCycles(movements, orders, dayOf);
  const cuts = new Map<string, number[]>();
  for (const { train, first, from } of uses)
    if (from > 0 && cyclic[train]!.has(first)) {
      const key = `${train}/${first}`;
      cuts.set(key, [...(cuts.get(key) ?? []), from]);
    }
  return paths.map((path, train): Parts => {
    const all: Array<Parts['all'][number]> = [];
    const first: number[] = [];
    const { graph } = line.kinds[line.kindOf[train]!]!;
    for (const [index, movement] of (path?.movements ?? []).entries()) {
      const { time } = graph.movements[movement]!;
      const inside = (cuts.get(`${train}/${index}`) ?? []).filter((at) => at < time);
      const at = [0, ...new Set(inside.sort((a, b) => a - b))];
      first.push(all.length);
      for (const [i, offset] of at.entries()) all.push({ movement: index, offset, time: (at[i + 1] ?? time) - offset });
    }
    return { all, first };
  });
}

/** Index of the part of a movement in which a moment lies, seconds after its start. */
function partAt({ all, first }: Parts, movement: number, seconds: number): number {
  let part = first[movement]!;
  while (all[part + 1]?.movement === movement && all[part + 1]!.offset <= seconds) part++;
  return part;
}

function layOutLegs(
  line: LineNetwork,
  paths: ReadonlyArray<PlannedPath | undefined>,
  parts: readonly Parts[],
  beginsIn: readonly number[],
  endsIn: readonly number[],
): PlannedLayout['leg'] {
  const count = parts.reduce((sum, { all }) => sum + all.length, 0);
  const begins: number[][] = Array.from({ length: count }, () => []);
  const ends: number[][] = Array.from({ length: count }, () => []);
  for (const [index, leg] of beginsIn.entries()) begins[leg]!.push(index);
  for (const [index, leg] of endsIn.entries()) ends[leg]!.push(index);
  const leg = {
    move: new Int32Array(count),
    track: new Int32Array(count),
    time: new Float64Array(count),
    departure: new Float64Array(count),
    dwell: new Float64Array(count),
    point: new Int32Array(count),
    begun: new Uint8Array(count),
    stands: new Uint8Array(count),
    firstBegin: offsets(begins),
    begins: Int32Array.from(begins.flat()),
    firstEnd: offsets(ends),
    ends: Int32Array.from(ends.flat()),
  };
  let l = 0;
  for (const [train, path] of paths.entries()) {
    const kind = line.kinds[line.kindOf[train]!]!;
    for (const { movement, offset, time } of parts[train]!.all) {
      const stay = path!.stays[movement]!;
      const state = kind.graph.states[stay.state]!;
      leg.move[l] = kind.firstMove + path!.movements[movement]!;
      leg.track[l] = path!.stays[movement + 1]!.track;
      leg.time[l] = time;
      leg.departure[l] = stay.departure + offset;
      leg.dwell[l] = movement === 0 || offset > 0 ? 0 : state.dwell;
      leg.point[l] = movement;
      leg.begun[l] = offset === 0 ? 1 : 0;
      leg.stands[l] = offset > 0 || movement === 0 || state.stops ? 1 : 0;
      l++;
    }
  }
  return leg;
}

function offsets(lists: readonly (readonly unknown[])[]): Int32Array {
  const first = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) first[i + 1] = first[i]! + list.length;
  return first;
}
