/** What a step works on, from the largest to the smallest; the last three are of one size: none holds another. */
export const nodeUnits = ['train', 'wagon-group', 'wagon', 'container', 'consignment', 'person'] as const;

/** One of {@link nodeUnits}. */
export type NodeUnit = (typeof nodeUnits)[number];

/**
 * How large a unit is: 0 a train, 1 a group of wagons, 2 a wagon, 3 what is in it.
 *
 * @param unit - the unit
 * @example
 * ```ts
 * unitRank('person'); // 3
 * ```
 */
export function unitRank(unit: NodeUnit): number {
  return Math.min(nodeUnits.indexOf(unit), 3);
}

/** How the times of a step vary around their mean: families of `numerics/distributions`, told by their mean. */
export type WorkSpread =
  | { readonly kind: 'fixed' | 'exponential' }
  /** `variation` is the standard deviation as a part of the mean. */
  | { readonly kind: 'gamma' | 'lognormal'; readonly variation: number }
  /** `least` and `most` are bounds as parts of the mean. */
  | { readonly kind: 'pert' | 'triangular'; readonly least: number; readonly most: number };

/** A way on from a step: those whom it is for take it, the others are shared out. */
export interface NodeRoute {
  /** Index of the step it leads to. */
  readonly to: number;
  /** Part of those left over by the routes that are for certain flows; 0 for such a route. */
  readonly share: number;
  /** Indices of the flows that always take it; null for a shared route. */
  readonly flows: readonly number[] | null;
}

/** A step of the process. */
export interface NodeStep {
  readonly id: string;
  readonly name: string;
  readonly unit: NodeUnit;
  /** Mean time of one unit by flow, s; NaN for flows that never come here. */
  readonly time: readonly number[];
  readonly spread: WorkSpread;
  /** Indices of the resources of which it needs one each while it works. */
  readonly uses: readonly number[];
  /** Index of the storage it takes room in before it begins; -1 for none. */
  readonly takes: number;
  /** Indices of the storages whose room is given back when it ends. */
  readonly givesBack: readonly number[];
  /** So many units that come here make one unit of this step; 0 where they do not. */
  readonly gathers: number;
  /** Whether it waits for all branches that were begun at the same time. */
  readonly joins: boolean;
  /** Whose queue goes first where steps share a resource: smaller numbers first. */
  readonly priority: number;
  /** Steps that follow, all at the same time; empty where routes are given or it leaves. */
  readonly next: readonly number[];
  readonly routes: readonly NodeRoute[];
  /** Whether what ends here has left the node. */
  readonly leaves: boolean;
}

/** Hours and days in which a resource works, as a year of 365 days that repeats. */
export interface WorkingHours {
  /** Moments at which the number at work changes, s since 1 January 00:00 UTC, ascending. */
  readonly times: readonly number[];
  /** How many are at work from each moment on. */
  readonly open: readonly number[];
}

/** People or machines of one kind. */
export interface NodeResource {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Null where all are always at work. */
  readonly hours: WorkingHours | null;
  /** Mean working time between breakdowns and mean time to repair, s; null where none happen. */
  readonly breakdowns: { readonly between: number; readonly repair: number } | null;
}

/** Room for a number of units. */
export interface NodeStorage {
  readonly id: string;
  readonly name: string;
  readonly unit: NodeUnit;
  readonly room: number;
}

/** A kind of arrival and its way through the node. */
export interface NodeFlow {
  readonly id: string;
  readonly name: string;
  /** What arrives. */
  readonly unit: NodeUnit;
  /** How many wagons, containers, consignments or people are in one arrival. */
  readonly contents: Readonly<Partial<Record<NodeUnit, number>>>;
  /** Index of its first step. */
  readonly enters: number;
  /** Indices of steps that are begun at its declaration, beside its own way. */
  readonly declared: readonly number[];
  /** How long before the arrival the declaration comes, s. */
  readonly notice: number;
  /** Smaller numbers first. */
  readonly priority: number;
  /** Arrivals a second when nobody else drives it, and how they come. */
  readonly rate: number;
  readonly arrivals: 'scheduled' | 'random';
  /** Ids of the services that bring it and of those that take it on. */
  readonly services: readonly string[];
  readonly onward: readonly string[];
}

/** A break-of-gauge node, port or dry port, ready to be simulated. Plain data: what is varied is copied. */
export interface NodeNetwork {
  readonly id: string;
  readonly name: string;
  /** Seconds by which its clock is ahead of UTC, for profiles by hour of the day. */
  readonly clock: number;
  readonly steps: readonly NodeStep[];
  readonly resources: readonly NodeResource[];
  readonly storages: readonly NodeStorage[];
  readonly flows: readonly NodeFlow[];
}
