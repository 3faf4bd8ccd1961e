import type { Model } from '../model.ts';
import { modeForMean } from '../work-spread.ts';
import type { Report } from './context.ts';
import type { Reached } from './facility-walk.ts';

type Facility = Model['facilities'][string];
type Step = Facility['steps'][string];

/** By how much the parts of a stated time may miss the whole. */
const ROUNDING = 0.005;

/**
 * Times of steps: one source for each, a procedure or transfer that exists, a spread that can have the mean, and parts
 * that make up what the border states: on average a flow spends the time of a procedure, and no more than that of a
 * transfer (a train that is a part of another takes its part of it).
 *
 * @param model - the corridor as drawn
 * @param facility - its ways on are sound
 * @param reached - which flows come where
 * @param report - receives what is wrong
 * @example
 * ```ts
 * checkFacilityTimes(model, model.facilities.yard, walkFacility(model.facilities.yard, report), report);
 * ```
 */
export function checkFacilityTimes(model: Model, facility: Facility, reached: Reached, report: Report): void {
  const border = facility.border === undefined ? undefined : model.borders[facility.border];
  for (const [id, step] of Object.entries(facility.steps)) {
    const own = [step.time, step.procedure, step.transfer].filter((time) => time !== undefined);
    if (own.length > 1)
      report(
        `steps.${id}`,
        'This step has several times.',
        `${own.length}`,
        'one of `time`, `procedure` and `transfer`',
      );
    for (const kind of ['procedure', 'transfer'] as const) {
      const name = step[kind];
      const stated = border?.[`${kind}s`] ?? {};
      if (name === undefined || Object.hasOwn(stated, name)) continue;
      const expected = border ? `one of ${Object.keys(stated).join(', ')}` : 'a facility with a `border`';
      report(`steps.${id}`, `There is no ${kind} \`${name}\` at its border.`, `\`${name}\``, expected);
    }
    checkSpread(id, step, report);
  }
  const known = new Set([...Object.keys(border?.procedures ?? {}), ...Object.keys(border?.transfers ?? {})]);
  for (const flow of Object.keys(facility.flows)) checkParts(facility, flow, reached, known, report);
}

function checkSpread(id: string, { spread, least = 1, most = 1 }: Step, report: Report): void {
  if (spread !== 'pert' && spread !== 'triangular') return;
  const mode = modeForMean(spread, least, most);
  if (mode >= least && mode <= most) return;
  const found = `a most likely time of ${Math.round(mode * 1000) / 1000} times the mean`;
  report(`steps.${id}`, `No ${spread} distribution has this mean and these bounds.`, found, `${least} to ${most}`);
}

/** The parts of a procedure or transfer that a flow passes, weighted by how often it does, make 1. */
function checkParts(
  facility: Facility,
  flow: string,
  reached: Reached,
  known: ReadonlySet<string>,
  report: Report,
): void {
  const visits = visitsOf(facility, flow, reached.joined);
  const parts = new Map<string, { sum: number; step: string; isTransfer: boolean }>();
  for (const [id, step] of Object.entries(facility.steps)) {
    const stated = step.procedure ?? step.transfer;
    if (stated === undefined || !known.has(stated) || !reached.flows.get(id)?.has(flow)) continue;
    const before = parts.get(stated);
    const sum = (before?.sum ?? 0) + (visits.get(id) ?? 0) * (step.part ?? 1);
    parts.set(stated, { sum, step: before?.step ?? id, isTransfer: step.transfer !== undefined });
  }
  for (const [stated, { sum, step, isTransfer }] of parts) {
    if (Math.abs(sum - 1) <= ROUNDING || (isTransfer && sum < 1)) continue;
    report(
      `steps.${step}`,
      `The steps on \`${stated}\` do not add up to its time for ${flow}.`,
      `${Math.round(sum * 1000) / 1000} of it`,
      '1: parts times the shares of their ways',
    );
  }
}

/** How often a flow passes each step on average: what comes from the steps before, until it no longer changes. */
function visitsOf(
  { steps, flows }: Facility,
  flow: string,
  joined: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const { enters, declared, carries } = flows[flow]!;
  let visits = new Map<string, number>();
  for (let round = 0; round < 1000; round++) {
    const next = new Map<string, number>();
    // Branches that come together are one again.
    const add = (to: string, by: number) => next.set(to, (next.get(to) ?? 0) + by / (joined.get(to) ?? 1));
    for (const step of [enters, ...(declared ?? [])]) add(step, 1);
    for (const [id, count] of visits) {
      const { next: following, routes } = steps[id]!;
      for (const to of following ?? []) add(to, count);
      const all = Object.values(routes);
      const reserved = all.find(
        (route) => route.flows?.includes(flow) || route.commodities?.some((goods) => carries?.includes(goods)),
      );
      if (reserved) add(reserved.to, count);
      else
        for (const { to, share, flows: own, commodities } of all)
          if (!own && !commodities) add(to, count * (share ?? 0));
    }
    const isSame = [...next].every(([id, count]) => Math.abs(count - (visits.get(id) ?? 0)) < 1e-9);
    visits = next;
    if (isSame && round > 0) break;
  }
  return visits;
}
