import type { Corridor, Model } from './corridor/index.ts';
import {
  appraiseOptions,
  type EconomicOption,
  type EconomyResult,
  type EconomySums,
  economySums,
} from './economy/index.ts';
import { type FinanceResult, type FinanceSums, financeOptions, financeSums } from './finance/index.ts';
import { type NegotiationResult, type NegotiationSums, negotiate, negotiationSums } from './negotiation/index.ts';
import { type LeftOutNode, leftOutNodes } from './operations/index.ts';
import type { Outcome } from './simulate.ts';

/** An option as simulated, with the corridor it was simulated on. */
export interface AppraisedOption {
  readonly outcome: Outcome;
  readonly model: Model;
  /** The same with quantities, for the currencies of amounts. */
  readonly stated: Corridor;
  /** First year of operation. */
  readonly opens: number;
}

/** Something that could be computed, or the reason why not. */
export type Computed<T> =
  | { readonly kind: 'computed'; readonly result: T }
  | { readonly kind: 'none'; readonly reason: string };

/** What the options of one draw mean beside each other. */
export interface Appraisal {
  /** For each option, the others under which everything computed is the same. */
  readonly sameAs: Readonly<Record<string, readonly string[]>>;
  /** For each border and attribute that differs somewhere, the options in which it no longer does. */
  readonly removedBy: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** How the screening of nodes does under options that it was not fitted to. */
  readonly leftOut: readonly LeftOutNode[];
  /** Who gains, who pays, who agrees. */
  readonly economy: Computed<EconomyResult>;
  readonly finance: Computed<FinanceResult>;
  readonly negotiation: Computed<NegotiationResult>;
}

/**
 * All options of one draw: what one changes against the others, whether it is worth it, whether it can be paid for, and
 * who would agree.
 *
 * @param options - each option as simulated, by id
 * @returns which options come to the same, which obstacles each removes, and the appraisal of each, or why there is none
 * @example
 * ```ts
 * const { economy } = await appraise({ present: { outcome, model, stated, opens: 2025 } });
 * ```
 */
export async function appraise(options: Readonly<Record<string, AppraisedOption>>): Promise<Appraisal> {
  const outcomes = Object.fromEntries(Object.entries(options).map(([id, { outcome }]) => [id, outcome]));
  const priced = withDemand(options);
  const economy = computed(() => appraiseOptions(priced), 'the corridor states no economy, or no demand for it');
  const finance = after(economy, (values) => financeOptions(priced, values), 'the corridor has no financing plans');
  const negotiation = after(
    economy,
    (values) => (finance.kind === 'computed' ? negotiate(priced, values, finance.result) : null),
    'the corridor names no parties, or no plans for them',
  );
  const [sameAs, removedBy] = [sameResults(outcomes), obstaclesRemoved(outcomes)];
  const fitted = Object.entries(outcomes).map(([id, { agreement }]) => [id, agreement?.nodes ?? []] as const);
  return { sameAs, removedBy, leftOut: leftOutNodes(Object.fromEntries(fitted)), economy, finance, negotiation };
}

/** What is kept of the appraisal of one draw; null where it could not be computed. */
export interface AppraisalDraw {
  readonly economy: EconomySums | null;
  readonly finance: FinanceSums | null;
  readonly negotiation: NegotiationSums | null;
}

/**
 * The appraisal of one draw among many: the same values as {@link appraise} by the corridor's own convention, in a few
 * sums.
 *
 * @param options - each option as simulated in this draw, by id
 * @example
 * ```ts
 * appraiseDraw(options).economy?.best; // 'do-minimum'
 * ```
 */
export function appraiseDraw(options: Readonly<Record<string, AppraisedOption>>): AppraisalDraw {
  const priced = withDemand(options);
  const economy = computed(() => appraiseOptions(priced, { beside: false }), '');
  const finance = after(economy, (values) => financeOptions(priced, values), '');
  const negotiation = after(
    economy,
    (values) => (finance.kind === 'computed' ? negotiationSums(priced, values, finance.result) : null),
    '',
  );
  const [worth, paid, agreed] = [resultOf(economy), resultOf(finance), resultOf(negotiation)];
  return { economy: worth && economySums(worth), finance: paid && financeSums(paid), negotiation: agreed };
}

function resultOf<T>(found: Computed<T>): T | null {
  return found.kind === 'computed' ? found.result : null;
}

/**
 * The options whose demand is known, as economy, finance and negotiation take them.
 *
 * @param options - each option as simulated, by id
 * @example
 * ```ts
 * appraiseOptions(withDemand(options));
 * ```
 */
export function withDemand(options: Readonly<Record<string, AppraisedOption>>): Record<string, EconomicOption> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([id, { outcome, ...option }]): [string, EconomicOption][] =>
      outcome.demand === null ? [] : [[id, { id, ...option, ...groundOf(outcome), demand: outcome.demand }]],
    ),
  );
}

/** What of an outcome is priced besides demand. */
function groundOf({
  services,
  vehicles,
  impact,
  telecom,
}: Outcome): Pick<EconomicOption, 'services' | 'vehicles' | 'impact' | 'telecom'> {
  return { services, vehicles, impact, telecom };
}

/** Bad data that no check saw is a reason, not an end. */
function computed<T>(compute: () => T | null, otherwise: string): Computed<T> {
  try {
    const result = compute();
    return result === null ? { kind: 'none', reason: otherwise } : { kind: 'computed', result };
  } catch (problem) {
    if (problem instanceof RangeError) return { kind: 'none', reason: problem.message };
    throw problem;
  }
}

function after<A, T>(before: Computed<A>, compute: (result: A) => T | null, otherwise: string): Computed<T> {
  return before.kind === 'none' ? before : computed(() => compute(before.result), otherwise);
}

function sameResults(outcomes: Readonly<Record<string, Outcome>>): Record<string, string[]> {
  const fingerprints = Object.entries(outcomes).map(([id, outcome]) => [id, fingerprint(outcome)] as const);
  return Object.fromEntries(
    fingerprints.map(([id, own]) => [
      id,
      fingerprints.filter(([other, theirs]) => other !== id && theirs === own).map(([other]) => other),
    ]),
  );
}

/** Everything of an outcome that a reader is told, as one text. */
function fingerprint({ interoperability, services, journeys, timetable, operations, minerals }: Outcome): string {
  const trains = Object.entries(services).map(([id, run]) =>
    run.kind === 'run' ? [id, run.time, run.standing, run.energyTaken, run.train.mass] : [id, run.kind, run.message],
  );
  const planned = timetable?.plan.trains.map(({ id, departure, arrival }) => [id, departure, arrival]);
  const days = operations?.journeys;
  return JSON.stringify([interoperability, trains, journeys, planned, timetable?.sections, days, minerals]);
}

function obstaclesRemoved(outcomes: Readonly<Record<string, Outcome>>): Record<string, Record<string, string[]>> {
  // Without a prototype: a border may go by the name of what every object has.
  const removed: Record<string, Record<string, string[]>> = Object.create(null);
  for (const [option, { interoperability }] of Object.entries(outcomes)) {
    for (const { border, comparisons } of interoperability) {
      for (const { attribute, finding } of comparisons) {
        removed[border] ??= {};
        removed[border][attribute] ??= [];
        if (finding === 'fits') removed[border][attribute].push(option);
      }
    }
  }
  return removed;
}
