import { type AppraisedOption, withDemand } from './appraise.ts';
import { centralValues, type Model } from './corridor/index.ts';
import { type Course, comparedIn, courseOf } from './course.ts';
import { railTotals } from './demand/index.ts';
import { appraiseOptions } from './economy/index.ts';
import { type Cover, financeOptions } from './finance/index.ts';
import { leastReaching } from './numerics/least-reaching.ts';
import { withTariffs } from './screen-appraisal.ts';
import { presentOf, simulate } from './simulate.ts';
import type { PreparedOption } from './study.ts';

/** What of an option's operating policy is moved: tariffs and fares, or what trains pay for track. */
export type PriceLever = 'tariffs' | 'access charges';

/** What a plan is measured by: least debt service cover, cover over the life of the debt, or value before finance. */
export type PlanMeasure = 'cover' | 'life cover' | 'value';

/** An option under one price. */
export interface PriceTried {
  /** On the tariffs and fares, or the access charges, that the option has. */
  readonly factor: number;
  /** Null where the plan is impossible or has no debt. */
  readonly cover: number | null;
  readonly lifeCover: number | null;
  /** Nominal, in the borrower's currency; null where the plan is impossible. */
  readonly value: number | null;
  /** What the railways carry in the year in which options are compared: kg/s and person/s. */
  readonly goods: number;
  readonly persons: number;
}

/** The price that a target needs, or that none reaches it. */
export interface PriceSearch {
  readonly needed: PriceTried | null;
  /** The price at which the measure is greatest of all that were tried: beyond it lost traffic costs more than it brings. */
  readonly peak: PriceTried;
  /** As the option's file states its prices. */
  readonly stated: PriceTried;
  /** Rising. */
  readonly tried: readonly PriceTried[];
}

/** What is looked for. */
export interface PriceWanted {
  readonly plan: string;
  readonly lever: PriceLever;
  readonly measure: PlanMeasure;
  readonly target: number;
  /** Told after every price that was tried. */
  readonly onTried?: (tried: PriceTried, count: number) => void;
}

/** Factors between which prices are looked for, how many are looked at first, and how narrow the answer is. */
const [least, most, places, close] = [0.5, 4, 7, 0.005];

/**
 * The least price at which a plan of an option reaches a target. For every price the whole chain is run in `screening`, so
 * that a higher one has already lost its traffic.
 *
 * @param option - the option, prepared
 * @param minimum - the do-minimum, prepared; its prices stay
 * @param wanted - plan, lever, measure and target
 * @returns the price, or none, with the peak and everything that was tried
 * @throws RangeError of a corridor without an economy or markets, and of a plan that it does not have
 * @example
 * ```ts
 * const found = await searchPrice(line, minimum, { plan: 'loan', lever: 'tariffs', measure: 'cover', target: 1.2 });
 * found.needed?.factor; // 1.42, or null: no tariff gives that cover
 * ```
 */
export async function searchPrice(
  option: PreparedOption,
  minimum: PreparedOption,
  wanted: PriceWanted,
): Promise<PriceSearch> {
  const [own, before] = [option, minimum].map(({ course }) => courseOf(course, (stage) => centralValues(stage, {})));
  const present = presentOf(before, 'screening');
  const known = new Map<number, PriceTried>();
  const without = await outcomeOf(before, minimum, present);
  const tryFactor = async (factor: number): Promise<PriceTried> => {
    const found = known.get(factor) ?? (await priced(own, factor));
    if (!known.has(factor)) {
      known.set(factor, found);
      wanted.onTried?.(found, known.size);
    }
    return found;
  };
  const priced = async (course: Course, factor: number): Promise<PriceTried> => {
    const dearer = atPrice(course, wanted.lever, factor);
    const with_ = await outcomeOf(dearer, option, present);
    const options = withDemand({ [minimum.id]: without, [option.id]: with_ });
    const economy = appraiseOptions(options, { beside: false });
    const plan = economy && financeOptions(options, economy)?.options[option.id]?.[wanted.plan]?.plan;
    if (!plan) throw new RangeError(`there is nothing to finance by \`${wanted.plan}\` under ${option.id}`);
    const { demand, journeys } = with_.outcome;
    const carried = demand && railTotals(demand, journeys, undefined, [], comparedIn(with_.model));
    const financed = plan.kind === 'financed' ? plan : null;
    return {
      factor,
      cover: financed && ratioOf(financed.cover.least),
      lifeCover: financed && ratioOf(financed.lifeCover),
      value: financed?.value ?? null,
      goods: carried?.mass ?? 0,
      persons: carried?.persons ?? 0,
    };
  };
  const stated = await tryFactor(1);
  const measure = (tried: PriceTried) =>
    ({ cover: tried.cover, 'life cover': tried.lifeCover, value: tried.value })[wanted.measure];
  const search = await leastReaching({
    measure: async (factor) => measure(await tryFactor(factor)),
    target: wanted.target,
    from: least,
    to: most,
    places,
    close,
  });
  const at = (factor: number) => known.get(factor) as PriceTried;
  const tried = [...known.values()].sort((one, other) => one.factor - other.factor);
  return { needed: search.reached && at(search.reached.at), peak: at(search.peak.at), stated, tried };
}

async function outcomeOf(
  course: Course,
  { compiled }: PreparedOption,
  present: Parameters<typeof simulate>[2],
): Promise<AppraisedOption> {
  const [{ model, year }] = course.open;
  return { outcome: await simulate(course, 'screening', present), model, stated: compiled.corridor, opens: year };
}

function ratioOf(cover: Cover): number | null {
  return cover.kind === 'ratio' ? cover.ratio : null;
}

/** The option at other prices once it is open; the present keeps its own. */
function atPrice(course: Course, lever: PriceLever, factor: number): Course {
  const models = new Map<Model, Model>();
  const at = (model: Model) => {
    const priced = models.get(model) ?? (lever === 'tariffs' ? withTariffs : withAccessCharges)(model, factor);
    models.set(model, priced);
    return priced;
  };
  const [first, ...later] = course.open;
  const dearer = ({ year, model }: Course['present']) => ({ year, model: at(model) });
  return { present: course.present, open: [dearer(first), ...later.map(dearer)] };
}

/**
 * The corridor with other access charges.
 *
 * @param model - the corridor as drawn
 * @param factor - on every amount, above 0; a part of revenue stays below all of it
 * @returns the same corridor with other charges
 * @throws RangeError of a factor of 0 or less
 * @example
 * ```ts
 * withAccessCharges(model, 2).access_charges.track.revenue; // 0.16
 * ```
 */
export function withAccessCharges(model: Model, factor: number): Model {
  if (!(factor > 0 && factor < Infinity)) throw new RangeError(`factor on charges is ${factor}, expected above 0`);
  const times = (amount: number | undefined) => (amount === undefined ? undefined : factor * amount);
  const charges = Object.entries(model.access_charges).map(([id, charge]) => {
    const { train_distance, gross, path, revenue, ...of } = charge;
    const amounts = {
      train_distance: times(train_distance),
      gross: times(gross),
      path: times(path),
      revenue: revenue === undefined ? undefined : Math.min(1, factor * revenue),
    };
    const asked = Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== undefined));
    return [id, { ...of, ...asked }] as const;
  });
  return { ...model, access_charges: Object.fromEntries(charges) };
}
