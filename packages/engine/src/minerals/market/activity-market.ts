import { type Program, type ProgramFailure, residuesOf, solveSeparableProgram } from '../../numerics/index.ts';

/** Mass of a product at a place that one unit of an activity gives (above 0) or takes (below 0). */
export type Flow = readonly [node: string, amount: number];

/**
 * Something that is done in a market: mining, treating, carrying, using. Its marginal cost is `cost` + `slope` · level;
 * for use, cost is below 0: what the first unit is worth.
 */
export interface Activity {
  readonly id: string;
  readonly cost: number;
  /** From 0; 0 when left out. */
  readonly slope?: number;
  /** Most it can be done; without end when left out. */
  readonly most?: number;
  readonly flows: readonly Flow[];
}

/** A bound on the sum of some activities: a plant's capacity, a quota. */
export interface Limit {
  readonly id: string;
  readonly most: number;
  /** Ids of activities and how much of the limit one unit of each takes. */
  readonly activities: ReadonlyArray<readonly [activity: string, amount: number]>;
}

/**
 * A seller with market power in Cournot's sense: it takes what others sell as given and knows that each unit more
 * lowers the price of all its units by `slope`.
 */
export interface CournotSeller {
  readonly id: string;
  /** Fall of the price for a unit more, of the demand it faces. */
  readonly slope: number;
  /** Ids of activities, and how much of what is sold one unit of each is. */
  readonly activities: ReadonlyArray<readonly [activity: string, amount: number]>;
}

/** A market of many products and places, as plain data. */
export interface ActivityMarket {
  readonly activities: readonly Activity[];
  readonly limits?: readonly Limit[];
  readonly sellers?: readonly CournotSeller[];
}

/** An equilibrium: nobody gains by doing more or less of anything at these prices. */
export interface Equilibrium {
  readonly outcome: 'equilibrium';
  /** Level of each activity, by id. */
  readonly levels: Readonly<Record<string, number>>;
  /** Price of each product at each place, by node. */
  readonly prices: Readonly<Record<string, number>>;
  /** What one unit more of each limit is worth, by id: the rent of a capacity or quota; 0 of one that allows nothing. */
  readonly rents: Readonly<Record<string, number>>;
  /** What all use is worth, less what all else costs. */
  readonly payoff: number;
  /** |primal − dual| over 1 + |primal|. */
  readonly dualityGap: number;
  /** Largest amount by which a node does not balance. */
  readonly imbalance: number;
}

/** Why there is no equilibrium to tell. */
export interface NoEquilibrium {
  readonly outcome: 'no equilibrium';
  readonly message: string;
}

/** Levels below this part of the largest one are rounding, and told as 0. */
const nothing = 1e-9;

/**
 * The equilibrium of a market: levels that maximise the net social payoff of Samuelson, prices as the duals of the
 * balances of product and place. Cournot sellers enter by Hashimoto's quadratic term for what each unit sold costs
 * them on the others.
 *
 * Sources: T. Takayama and G. G. Judge, Spatial and Temporal Price and Allocation Models (1971); H. Hashimoto, A spatial
 * Nash equilibrium model, in: P. T. Harker (ed.), Spatial Price Equilibrium (1985).
 *
 * @param market - the market; ids of activities and limits are unique
 * @returns the equilibrium, or why there is none
 * @example
 * ```ts
 * // Wells ask 10 + 2q, users bid 40 − q, the pipe costs 3: 9 flow; 28 at the wells, 31 at the users.
 * const market: ActivityMarket = {
 *   activities: [
 *     { id: 'wells', cost: 10, slope: 2, flows: [['oil at sea', 1]] },
 *     { id: 'pipe', cost: 3, flows: [['oil at sea', -1], ['oil ashore', 1]] },
 *     { id: 'users', cost: -40, slope: 1, flows: [['oil ashore', -1]] },
 *   ],
 * };
 * const found = equilibriumOf(market);
 * if (found.outcome === 'equilibrium') console.log(found.levels.pipe, found.prices['oil ashore']); // 9, 31
 * ```
 */
export function equilibriumOf(market: ActivityMarket): Equilibrium | NoEquilibrium {
  const { activities, limits = [], sellers = [] } = market;
  const nodes = [...new Set(activities.flatMap(({ flows }) => flows.map(([node]) => node)))];
  const program = programOf(market, nodes);
  const solved = solveSeparableProgram(program);
  if (solved.outcome !== 'optimal') return unsolved(solved);
  const { infeasibility, dualityGap } = residuesOf(program, solved);
  const levels = solved.values.slice(0, activities.length);
  const least = nothing * levels.reduce((most, level) => Math.max(most, Math.abs(level)), 1);
  const rows = solved.duals;
  return {
    outcome: 'equilibrium',
    levels: Object.fromEntries(activities.map(({ id }, i) => [id, levels[i] < least ? 0 : levels[i]])),
    prices: Object.fromEntries(nodes.map((node, i) => [node, rows[i]])),
    rents: Object.fromEntries(limits.map(({ id }, i) => [id, Math.max(0, -rows[nodes.length + sellers.length + i])])),
    payoff: -activities.reduce((sum, { cost, slope = 0 }, i) => sum + levels[i] * (cost + (slope * levels[i]) / 2), 0),
    dualityGap,
    imbalance: infeasibility,
  };
}

function programOf({ activities, limits = [], sellers = [] }: ActivityMarket, nodes: readonly string[]): Program {
  const index = new Map(activities.map(({ id }, i) => [id, i]));
  const rows = new Map<string, Array<readonly [number, number]>>(nodes.map((node) => [node, []]));
  for (const [i, { flows }] of activities.entries())
    for (const [node, amount] of flows) rows.get(node)?.push([i, amount]);
  // A limit of nothing leaves no inside; what it bounds is not done.
  const stopped = new Set(
    limits.filter(({ most }) => most >= 0 && most < nothing).flatMap((limit) => limit.activities.map(([id]) => id)),
  );
  const balances = nodes.map((node) => ({ lower: 0, upper: 0, terms: rows.get(node) as [number, number][] }));
  const known = (ids: ReadonlyArray<readonly [string, number]>) =>
    ids.flatMap(([id, amount]) => (index.has(id) ? [[index.get(id) as number, amount] as const] : []));
  return {
    variables: [
      ...activities.map(({ id, cost, slope = 0, most = Number.POSITIVE_INFINITY }) => ({
        cost,
        curvature: slope,
        lower: 0,
        upper: stopped.has(id) ? 0 : most,
      })),
      ...sellers.map(({ slope }) => ({ cost: 0, curvature: slope, lower: 0, upper: Number.POSITIVE_INFINITY })),
    ],
    constraints: [
      ...balances,
      ...sellers.map(({ activities: sold }, s) => ({
        lower: 0,
        upper: 0,
        terms: [...known(sold), [activities.length + s, -1] as const],
      })),
      ...limits.map(({ most, activities: bound }) => ({
        lower: Number.NEGATIVE_INFINITY,
        upper: most,
        terms: known(bound),
      })),
    ],
  };
}

function unsolved({ message }: ProgramFailure): NoEquilibrium {
  return { outcome: 'no equilibrium', message };
}
