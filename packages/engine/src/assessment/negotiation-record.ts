import type { NegotiationResult } from '../negotiation/index.ts';
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

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
