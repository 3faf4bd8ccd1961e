import { log, pow } from '../../numerics/index.ts';
import type { LinkPerformance } from './performance.ts';

/** A cost as a function of flow, with its slope and its integral from no flow. */
export interface CostCurve {
  readonly cost: (flow: number) => number;
  readonly slope: (flow: number) => number;
  readonly integral: (flow: number) => number;
}

/**
 * The curve of a performance function. Where the slope is infinite (a power below 1 at no flow) a large number stands.
 *
 * @param of - a function without faults
 *
 * @example
 * ```ts
 * const { cost, integral } = costCurve({ kind: 'bpr', freeFlow: 10, capacity: 100, b: 0.15, power: 4 });
 * [cost(100), integral(100)]; // [11.5, 1030]
 * ```
 */
export function costCurve(of: LinkPerformance): CostCurve {
  switch (of.kind) {
    case 'constant':
      return { cost: () => of.cost, slope: () => 0, integral: (x) => of.cost * x };
    case 'bpr':
      return bpr(of);
    case 'conical':
      return conical(of);
    case 'queue':
      return queue(of);
    case 'points':
      return throughPoints(of.points);
  }
}

/**
 * The curve of what one more traveller costs all: `cost + x · slope`. An equilibrium at these costs is the system
 * optimum (A. Pigou, 1920). Its own slope is estimated from below, which costs a search steps but never the answer.
 *
 * @param curve - whose slope has no jumps
 *
 * @example
 * ```ts
 * const curve = marginalCurve(costCurve({ kind: 'bpr', freeFlow: 10, capacity: 100, b: 1, power: 1 }));
 * [curve.cost(100), curve.integral(100)]; // [30, 2000]
 * ```
 */
export function marginalCurve({ cost, slope }: CostCurve): CostCurve {
  return {
    cost: (x) => cost(x) + (x > 0 ? x * slope(x) : 0),
    slope: (x) => 2 * slope(x),
    integral: (x) => x * cost(x),
  };
}

/** Stands for an infinite slope, so that sums and quotients stay numbers. */
const STEEP = 1e150;

function bpr({ freeFlow, capacity, b, power, fixed = 0 }: LinkPerformance & { kind: 'bpr' }): CostCurve {
  const rise = freeFlow * b;
  if (rise === 0 || power === 0) {
    const cost = freeFlow + rise + fixed;
    return { cost: () => cost, slope: () => 0, integral: (x) => cost * x };
  }
  return {
    cost: (x) => freeFlow + rise * pow(x / capacity, power) + fixed,
    slope: (x) => Math.min(STEEP, (rise * power * pow(x / capacity, power - 1)) / capacity),
    integral: (x) => (freeFlow + fixed) * x + (rise * x * pow(x / capacity, power)) / (power + 1),
  };
}

function conical({ freeFlow, capacity, alpha, fixed = 0 }: LinkPerformance & { kind: 'conical' }): CostCurve {
  const beta = (2 * alpha - 1) / (2 * alpha - 2);
  const root = (room: number) => Math.sqrt(alpha * alpha * room * room + beta * beta);
  /** ∫ √(α² u² + β²) du. */
  const area = (room: number) =>
    0.5 * room * root(room) + ((beta * beta) / (2 * alpha)) * log(alpha * room + root(room));
  return {
    cost: (x) => {
      const room = 1 - x / capacity;
      return freeFlow * (2 + root(room) - alpha * room - beta) + fixed;
    },
    slope: (x) => {
      const room = 1 - x / capacity;
      return (freeFlow / capacity) * (alpha - (alpha * alpha * room) / root(room));
    },
    integral: (x) => {
      const room = 1 - x / capacity;
      const linear = (2 - beta) * (1 - room) - 0.5 * alpha * (1 - room * room);
      return freeFlow * capacity * (linear + area(1) - area(room)) + fixed * x;
    },
  };
}

function queue({ free, capacity, service, cv, upTo }: LinkPerformance & { kind: 'queue' }): CostCurve {
  const scale = (service * (1 + cv * cv)) / 2;
  const edge = upTo * capacity;
  const wait = (x: number) => (scale * x) / (capacity - x);
  const steepness = (x: number) => (scale * capacity) / ((capacity - x) * (capacity - x));
  const area = (x: number) => scale * (-capacity * log(1 - x / capacity) - x);
  const [waitAtEdge, slopeAtEdge, areaAtEdge] = [wait(edge), steepness(edge), area(edge)];
  return {
    cost: (x) => free + (x <= edge ? wait(x) : waitAtEdge + slopeAtEdge * (x - edge)),
    slope: (x) => (x <= edge ? steepness(x) : slopeAtEdge),
    integral: (x) => {
      const over = x - edge;
      return free * x + (over <= 0 ? area(x) : areaAtEdge + over * (waitAtEdge + 0.5 * slopeAtEdge * over));
    },
  };
}

function throughPoints(points: readonly (readonly [number, number])[]): CostCurve {
  const pieces = points.slice(0, -1).map(([flow, cost], i) => {
    const [nextFlow, nextCost] = points[i + 1]!;
    return { flow, cost, slope: (nextCost - cost) / (nextFlow - flow), area: 0 };
  });
  for (const [i, piece] of pieces.entries()) {
    const before = pieces[i - 1];
    if (before === undefined) continue;
    piece.area = before.area + 0.5 * (before.cost + piece.cost) * (piece.flow - before.flow);
  }
  const pieceAt = (x: number) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle]!.flow <= x) low = middle;
      else high = middle - 1;
    }
    return pieces[low]!;
  };
  return {
    cost: (x) => {
      const { flow, cost, slope } = pieceAt(x);
      return cost + slope * (x - flow);
    },
    slope: (x) => pieceAt(x).slope,
    integral: (x) => {
      const { flow, cost, slope, area } = pieceAt(x);
      const beyond = x - flow;
      return area + beyond * (cost + 0.5 * slope * beyond);
    },
  };
}
