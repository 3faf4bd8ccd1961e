/**
 * What it costs to use a link, as a function of the flow on it alone. Costs of one problem share a unit (minutes, say),
 * flows and capacities another (vehicles or tonnes in the period looked at). None falls as the flow grows.
 *
 * - `constant`: always the same.
 * - `bpr`: `freeFlow (1 + b (x / capacity)^power) + fixed`, the curve of the Bureau of Public Roads (1964), with any
 *   power from 0. `fixed` is what a toll or a distance adds.
 * - `conical`: `freeFlow (2 + √(α² (1 − x/c)² + β²) − α (1 − x/c) − β) + fixed` with `β = (2α − 1) / (2α − 2)`; steep
 *   beyond capacity, but never like a high power (H. Spiess, Conical volume-delay functions, Transportation Science 24,
 *   1990). α is above 1.
 * - `queue`: a counter or gate that serves `capacity` a period one after another: `free` plus the mean wait of
 *   Pollaczek and Khinchine, `service (1 + cv²) / 2 · ρ / (1 − ρ)` with `ρ = x / capacity`, where `service` is the time
 *   one takes (in the unit of costs) and `cv` its coefficient of variation. Beyond `upTo` (below 1) it follows its
 *   tangent, so that too much traffic costs much instead of infinitely much.
 * - `points`: straight lines through points of rising flow and cost that does not fall; the last line goes on.
 *
 * @example
 * ```ts
 * const gate: LinkPerformance = { kind: 'queue', free: 30, capacity: 400, service: 2, cv: 1, upTo: 0.95 };
 * ```
 */
export type LinkPerformance =
  | { readonly kind: 'constant'; readonly cost: number }
  | {
      readonly kind: 'bpr';
      readonly freeFlow: number;
      readonly capacity: number;
      readonly b: number;
      readonly power: number;
      readonly fixed?: number;
    }
  | {
      readonly kind: 'conical';
      readonly freeFlow: number;
      readonly capacity: number;
      readonly alpha: number;
      readonly fixed?: number;
    }
  | {
      readonly kind: 'queue';
      readonly free: number;
      readonly capacity: number;
      readonly service: number;
      readonly cv: number;
      readonly upTo: number;
    }
  | { readonly kind: 'points'; readonly points: readonly (readonly [flow: number, cost: number])[] };

/**
 * Why a performance function cannot be used.
 *
 * @param of - the function
 * @returns what is wrong, as in `capacity is 0, expected above 0`; `undefined` when nothing is
 *
 * @example
 * ```ts
 * faultOfPerformance({ kind: 'constant', cost: -1 }); // 'cost is -1, expected 0 or more'
 * ```
 */
export function faultOfPerformance(of: LinkPerformance): string | undefined {
  switch (of.kind) {
    case 'constant':
      return below(of.cost, 'cost');
    case 'bpr':
      return (
        below(of.freeFlow, 'free-flow cost') ??
        below(of.b, 'b') ??
        below(of.power, 'power') ??
        below(of.fixed ?? 0, 'fixed cost') ??
        (of.freeFlow * of.b * of.power > 0 ? notAbove(of.capacity, 0, 'capacity') : undefined)
      );
    case 'conical':
      return (
        below(of.freeFlow, 'free-flow cost') ??
        below(of.fixed ?? 0, 'fixed cost') ??
        notAbove(of.capacity, 0, 'capacity') ??
        notAbove(of.alpha, 1, 'alpha')
      );
    case 'queue':
      return (
        below(of.free, 'free cost') ??
        notAbove(of.capacity, 0, 'capacity') ??
        below(of.service, 'service time') ??
        below(of.cv, 'coefficient of variation') ??
        (of.upTo > 0 && of.upTo < 1 ? undefined : `upTo is ${of.upTo}, expected between 0 and 1`)
      );
    case 'points':
      return faultOfPoints(of.points);
  }
}

function faultOfPoints(points: readonly (readonly [number, number])[]): string | undefined {
  if (points.length < 2) return `${points.length} points, expected 2 or more`;
  if (points[0]![0] !== 0) return `the first point is at flow ${points[0]![0]}, expected 0`;
  for (const [i, [flow, cost]] of points.entries()) {
    const fault = below(flow, `flow of point ${i}`) ?? below(cost, `cost of point ${i}`);
    if (fault !== undefined) return fault;
    const before = points[i - 1];
    if (before === undefined) continue;
    if (!(flow > before[0])) return `flow of point ${i} is ${flow}, expected above ${before[0]}`;
    if (!(cost >= before[1])) return `cost of point ${i} is ${cost}, expected ${before[1]} or more`;
  }
  return undefined;
}

function below(value: number, what: string): string | undefined {
  return value >= 0 && value < Infinity ? undefined : `${what} is ${value}, expected 0 or more`;
}

function notAbove(value: number, least: number, what: string): string | undefined {
  return value > least && value < Infinity ? undefined : `${what} is ${value}, expected above ${least}`;
}
