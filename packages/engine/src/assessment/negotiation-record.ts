import type { DrawnSplits, NegotiationResult } from '../negotiation/index.ts';
import { quantilesType7 } from '../numerics/statistics.ts';
import type { NegotiationRecord } from './appraisal.ts';
import { type AppraisalContext, chance, million } from './appraisal-context.ts';
import { figure, series } from './figures.ts';

/**
 * Who would agree to what, as the assessment tells it.
 *
 * @param found - with stated values
 * @param currency - ISO code of the currency of account
 * @param context - names and draws
 * @param rests - key of its trace
 * @example
 * ```ts
 * negotiationRecord(found, 'USD', context, 'economy').best; // null
 * ```
 */
export function negotiationRecord(
  found: NegotiationResult,
  currency: string,
  { model, nameOfOption, draws }: AppraisalContext,
  rests: string,
): NegotiationRecord {
  const unit = `M${currency}`;
  const name = (party: string) => model.parties[party].name;
  const planTitle = (plan: string) => model.financing[plan].title;
  const { deals, parties, core, nash, kalaiSmorodinsky: fair, nearest } = found;
  const worth = found.choices.filter(({ value }) => value > 0);
  const alone = parties.map((party) =>
    found.choices.find(({ members }) => members.length === 1 && members[0] === party),
  );
  const range = (party: string) => (core.kind === 'core' ? core.ranges[party] : undefined);
  const lenders = Object.entries(found.lenders);
  const stated = Object.entries(found.dependences);
  return {
    gains: series(
      [
        ['option', null, deals.map(({ option }) => nameOfOption(option))],
        ['plan', null, deals.map(({ plan }) => planTitle(plan))],
        ...parties.map((party) => [name(party), unit, deals.map(({ gains }) => gains[party] / million)] as const),
        [
          'all parties',
          unit,
          deals.map(({ gains }) => parties.reduce((sum, party) => sum + gains[party], 0) / million),
        ],
        ['others', unit, deals.map(({ others }) => others / million)],
      ],
      rests,
    ),
    consents: series(
      [
        ['option', null, deals.map(({ option }) => nameOfOption(option))],
        ['plan', null, deals.map(({ plan }) => planTitle(plan))],
        ['needs', null, deals.map(({ needs }) => needs.map(name).join(', '))],
        ['struck off by', null, deals.map(({ struckBy }) => struckBy.join(', ') || '–')],
        ['in doubt through', null, deals.map(({ doubtful }) => doubtful.join(', ') || '–')],
      ],
      rests,
    ),
    choices: series(
      [
        ['coalition', null, worth.map(({ members }) => members.map(name).join(', '))],
        ['alone', unit, worth.map(({ value }) => value / million)],
        ['option', null, worth.map(({ deal }) => (deal ? nameOfOption(deal.option) : '–'))],
        ['plan', null, worth.map(({ deal }) => (deal ? planTitle(deal.plan) : '–'))],
      ],
      rests,
    ),
    splits: series(
      [
        ['party', null, parties.map(name)],
        ['alone', unit, alone.map((choice) => (choice?.value ?? 0) / million)],
        ['Shapley value', unit, parties.map((party) => found.shapley[party] / million)],
        [
          'side payment to reach it',
          unit,
          parties.map((party) => (found.best ? found.best.sidePayments[party] / million : null)),
        ],
        ['core from', unit, parties.map((party) => (range(party)?.low ?? Number.NaN) / million).map(orNull)],
        ['core to', unit, parties.map((party) => (range(party)?.high ?? Number.NaN) / million).map(orNull)],
        ['nucleolus', unit, parties.map((party) => found.nucleolus[party] / million)],
        [
          'Kalai–Smorodinsky',
          unit,
          parties.map((party) => (fair.kind === 'deal' ? fair.shares[party] / million : null)),
        ],
        ['Nash', unit, parties.map((party) => (nash.kind === 'deal' ? nash.shares[party] / million : null))],
      ],
      rests,
    ),
    splits_drawn: splitsDrawn(parties.map(name), parties, draws, { unit, rests }),
    core_chance: chance(
      draws.filter((draw) => draw.negotiation?.splits),
      (draw) => draw.negotiation?.splits?.hasCore,
      rests,
    ),
    deal_options: dealOptions(draws, { nameOfOption, planTitle, rests }),
    deal: chance(draws, (draw) => draw.negotiation && draw.negotiation.deal !== null, rests),
    nearest: nearest && {
      option: nearest.option,
      plan: nearest.plan,
      total: figure(nearest.total / million, unit, rests),
      parties: series(
        [
          ['party', null, parties.map(name)],
          ['gains', unit, parties.map((party) => nearest.gains[party] / million)],
          ['must be paid at least', unit, parties.map((party) => nearest.mustGet[party] / million)],
          ['could give at most', unit, parties.map((party) => nearest.couldGive[party] / million)],
        ],
        rests,
      ),
    },
    in_core: found.shapleyTest.inCore,
    best: found.best ? { option: found.best.option, plan: found.best.plan } : null,
    dependence: series(
      [
        ['plan', null, lenders.map(([plan]) => planTitle(plan))],
        ['largest giver', null, lenders.map(([, of]) => (of ? name(of.largest.partner) : '–'))],
        ['its part', '1', lenders.map(([, of]) => of?.largest.share ?? null)],
        ['concentration', '', lenders.map(([, of]) => of?.concentration ?? null)],
      ],
      rests,
    ),
    dependences: series(
      [
        ['what of', null, stated.map(([id]) => model.dependences[id].name)],
        ['who depends', null, stated.map(([id]) => name(model.dependences[id].of))],
        ['kind', null, stated.map(([id]) => model.dependences[id].kind)],
        ['largest partner', null, stated.map(([, of]) => of?.largest.partner ?? '–')],
        ['its part', '1', stated.map(([, of]) => of?.largest.share ?? null)],
        ['concentration', '', stated.map(([, of]) => of?.concentration ?? null)],
        ['years to change', 'a', stated.map(([id]) => model.dependences[id].exit_years ?? null)],
      ],
      rests,
    ),
    walk_aways: series(
      [
        ['party', null, parties.map(name)],
        ['if talks fail', null, parties.map((party) => model.parties[party].walk_away ?? '–')],
        ['wants besides money', null, parties.map((party) => model.parties[party].wants?.join('; ') ?? '–')],
      ],
      rests,
    ),
  };
}

/** Splits over the draws in which there is a deal: median and the 10th and 90th percentile; no rows where none has one. */
function splitsDrawn(
  names: readonly string[],
  parties: readonly string[],
  draws: AppraisalContext['draws'],
  { unit, rests }: { readonly unit: string; readonly rests: string },
) {
  const drawn = draws.flatMap(({ negotiation }) => negotiation?.splits ?? []);
  const rules = [
    ['Shapley value', ({ shapley }: DrawnSplits) => shapley],
    ['Kalai–Smorodinsky', ({ kalaiSmorodinsky }: DrawnSplits) => kalaiSmorodinsky],
    ['Nash', ({ nash }: DrawnSplits) => nash],
  ] as const;
  const columns = rules.flatMap(([rule, of]) => {
    const amounts = parties.map((party) => drawn.flatMap((draw) => (of(draw)?.[party] ?? Number.NaN) / million));
    const known = amounts.map((row) => row.filter(Number.isFinite));
    const at = (part: number) =>
      known.map((row) => (row.length === 0 ? null : (quantilesType7(row, [part])[0] as number)));
    return [
      [rule, unit, at(0.5)],
      [`${rule} low`, unit, at(0.1)],
      [`${rule} high`, unit, at(0.9)],
    ] as const;
  });
  return drawn.length === 0 ? series([], rests) : series([['party', null, names], ...columns], rests);
}

/** Which deals all parties together would choose, by the part of the draws in which they would. */
function dealOptions(
  draws: AppraisalContext['draws'],
  of: {
    readonly nameOfOption: (id: string) => string;
    readonly planTitle: (id: string) => string;
    readonly rests: string;
  },
) {
  const found = draws.flatMap(({ negotiation }) => (negotiation ? [negotiation] : []));
  const counts = new Map<string, { readonly option: string; readonly plan: string; count: number }>();
  for (const { deal } of found) {
    if (!deal) continue;
    const key = `${deal.option} ${deal.plan}`;
    const known = counts.get(key) ?? { ...deal, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  const rows = [...counts.entries()].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1));
  return series(
    [
      ['option', null, rows.map(([, { option }]) => of.nameOfOption(option))],
      ['plan', null, rows.map(([, { plan }]) => of.planTitle(plan))],
      ['part of the draws', '1', rows.map(([, { count }]) => count / found.length)],
    ],
    of.rests,
  );
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
