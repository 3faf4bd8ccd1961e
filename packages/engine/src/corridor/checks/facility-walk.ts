import type { Model } from '../model.ts';
import type { Report } from './context.ts';

type Facility = Model['facilities'][string];

/** What is known after every way through a facility has been walked. */
export interface Reached {
  /** Flows that come to each step. */
  readonly flows: ReadonlyMap<string, ReadonlySet<string>>;
  /** Steps from which a way leads out. */
  readonly leaving: ReadonlySet<string>;
  /** How many branches come together at each step that joins. */
  readonly joined: ReadonlyMap<string, number>;
  /** Whether all units fit. */
  readonly fits: boolean;
}

const ranks = { train: 0, 'wagon-group': 1, wagon: 2, container: 3, consignment: 3, person: 3 } as const;
type Unit = keyof typeof ranks;

/** A unit on its way: what it is, and what it was split off, from the outermost in; a number of branches of the same. */
interface Walker {
  readonly flow: string;
  readonly step: string;
  readonly unit: Unit;
  readonly within: readonly (Unit | number)[];
}

/**
 * Walks every way of every flow through a facility and reports where units do not fit: nothing to put together, a branch
 * that never meets the other.
 *
 * @param facility - its steps have ways on to steps that exist
 * @param report - receives what is wrong
 * @returns which flows come where
 * @example
 * ```ts
 * walkFacility(model.facilities.yard, report).flows.get('lift'); // Set { 'southbound' }
 * ```
 */
export function walkFacility(facility: Facility, report: Report): Reached {
  const flows = new Map<string, Set<string>>();
  const joined = new Map<string, number>();
  const seen = new Set<string>();
  const told = new Set<string>();
  const tell: Report = (path, ...words) => {
    if (!told.has(path)) report(path, ...words);
    told.add(path);
  };
  const open: Walker[] = Object.entries(facility.flows).flatMap(([flow, { enters, declared, unit }]) => {
    const within = declared && declared.length > 0 ? [declared.length + 1] : [];
    return [enters, ...(declared ?? [])].map((step) => ({ flow, step, unit, within }));
  });
  for (let walker = open.pop(); walker; walker = open.pop()) {
    const key = [walker.flow, walker.step, walker.unit, ...walker.within].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    flows.set(walker.step, (flows.get(walker.step) ?? new Set()).add(walker.flow));
    const entered = enter(facility, walker, joined, tell);
    if (entered) open.push(...waysOn(facility, entered, tell));
  }
  return { flows, leaving: leavingOf(facility), joined, fits: told.size === 0 };
}

/** A unit as its step works on it; undefined when it cannot be. */
function enter(facility: Facility, walker: Walker, joined: Map<string, number>, tell: Report): Walker | undefined {
  const step = facility.steps[walker.step]!;
  const { unit } = step;
  const fail = (message: string, found: string, expected: string) => {
    tell(`steps.${walker.step}`, message, found, expected);
    return undefined;
  };
  if (step.gathers !== undefined) {
    if (walker.within.some(isBranches))
      return fail(
        'What is gathered here has a branch elsewhere.',
        `${walker.unit} of a branch`,
        'a step that joins before it',
      );
    return { ...walker, unit, within: [] };
  }
  let { within } = walker;
  let own: Unit = walker.unit;
  while (ranks[own] > ranks[unit]) {
    const whole = within.at(-1);
    if (whole === undefined || isBranches(whole))
      return fail(
        `There is no ${unit} to put together here.`,
        `a ${own} that was not split off one`,
        '`gathers`, or a step that splits it before',
      );
    within = within.slice(0, -1);
    own = whole;
  }
  const last = within.at(-1);
  if (step.joins && isBranches(last)) {
    joined.set(walker.step, last);
    within = within.slice(0, -1);
  } else if (step.joins)
    return fail(
      'This step joins, but nothing was begun at the same time.',
      'one way to it',
      'a step before it with several `next`',
    );
  if (ranks[own] < ranks[unit]) return { ...walker, unit, within: [...within, own] };
  if (own !== unit)
    return fail(`A ${own} cannot become a ${unit}.`, `a ${own}`, `a step on the train or wagon between them`);
  return { ...walker, unit, within };
}

function waysOn(facility: Facility, walker: Walker, tell: Report): Walker[] {
  const step = facility.steps[walker.step]!;
  if (step.leaves && walker.within.some(isBranches))
    tell(
      `steps.${walker.step}`,
      'A branch leaves without the other.',
      'no step that joins',
      'a step with `joins: yes` before it',
    );
  const next = step.next ?? [];
  const { carries } = facility.flows[walker.flow]!;
  const routes = Object.values(step.routes);
  const reserved = routes.filter(
    (route) => route.flows?.includes(walker.flow) || route.commodities?.some((goods) => carries?.includes(goods)),
  );
  const shared = routes.filter((route) => route.flows === undefined && route.commodities === undefined);
  const taken = reserved.length > 0 ? reserved.slice(0, 1) : shared;
  const within = next.length > 1 ? [...walker.within, next.length] : walker.within;
  return [...next, ...taken.map(({ to }) => to)].map((to) => ({ ...walker, step: to, within }));
}

function isBranches(within: Unit | number | undefined): within is number {
  return typeof within === 'number';
}

function leavingOf({ steps }: Facility): Set<string> {
  const leaving = new Set(Object.keys(steps).filter((id) => steps[id]!.leaves));
  for (let before = -1; before !== leaving.size; ) {
    before = leaving.size;
    for (const [id, { next, routes }] of Object.entries(steps)) {
      const ways = [...(next ?? []), ...Object.values(routes).map(({ to }) => to)];
      if (ways.some((to) => leaving.has(to))) leaving.add(id);
    }
  }
  return leaving;
}
