import type { Appraisal } from '../appraise.ts';
import {
  buildingCost,
  type EffectKind,
  type InternalRate,
  internalRateInWords,
  type OptionSums,
  type OptionValue,
} from '../economy/index.ts';
import { accessSeries } from './access-series.ts';
import type { OptionAppraisalRecord } from './appraisal.ts';
import { type AppraisalContext, chance, million } from './appraisal-context.ts';
import { figure, rangedColumns, series } from './figures.ts';
import { planRecord } from './plan-record.ts';

/**
 * One option against the do-minimum as the assessment tells it.
 *
 * @param id - of the option
 * @param value - as appraised with stated values
 * @param appraisal - of all options
 * @param context - names, traces and draws
 * @example
 * ```ts
 * optionAppraisalRecord('new-line', economy.options['new-line'], appraisal, context).value; // { value: -4086, … }
 * ```
 */
export function optionAppraisalRecord(
  id: string,
  { comparison, main, beside, wider, scheduled, inTime }: OptionValue,
  appraisal: Appraisal,
  { model, trace, draws }: AppraisalContext,
): OptionAppraisalRecord {
  const rests = trace(id);
  const currency = appraisal.economy.kind === 'computed' ? appraisal.economy.result.currency : '';
  const unit = `M${currency}`;
  const drawn = draws.flatMap(({ economy }) => economy?.options[id] ?? []);
  const ofDraws = (of: (draw: OptionSums) => number | null) => drawn.flatMap((draw) => of(draw) ?? []);
  const money = (value: number, of: (draw: OptionSums) => number | null) =>
    figure(
      value / million,
      unit,
      rests,
      ofDraws(of).map((amount) => amount / million),
    );
  const millions = (values: readonly number[]) => values.map((value) => value / million);
  const { countries, groups, effects } = main.distribution;
  const finance = appraisal.finance.kind === 'computed' ? appraisal.finance.result : null;
  const negotiation = appraisal.negotiation.kind === 'computed' ? appraisal.negotiation.result : null;
  const named = (country: string) => model.countries[country]?.name ?? 'elsewhere';
  const others = Object.entries(beside);
  const switching = Object.entries(main.switching);
  const bridge = finance?.bridges[id];
  const zones = negotiation?.zones[id] ?? [];
  const drawnZones = draws.flatMap((draw) => (draw.negotiation ? [draw.negotiation.zones[id] ?? []] : []));
  const { schedule } = scheduled;
  return {
    capital: money(buildingCost(comparison), ({ capital }) => capital),
    value: money(main.value, ({ value }) => value),
    worth: chance(draws, ({ economy }) => economy && (economy.options[id]?.value ?? 0) > 0, rests),
    best: chance(draws, ({ economy }) => economy && economy.best === id, rests),
    internal_rate: internalRateInWords(main.internalRate),
    internal_rates: ratesOf(main.internalRate).map((rate, _, all) =>
      figure(rate, '1', rests, all.length === 1 ? ofDraws(({ internalRate }) => internalRate) : []),
    ),
    ratio:
      main.ratio.kind === 'ratio'
        ? figure(
            main.ratio.ratio,
            '',
            rests,
            ofDraws(({ ratio }) => ratio),
          )
        : null,
    first_year: main.firstYear
      ? figure(
          main.firstYear.rate,
          '1',
          rests,
          ofDraws(({ firstYear }) => firstYear),
        )
      : null,
    best_opening: main.bestOpening === null ? null : figure(main.bestOpening, 'year', rests),
    flows: series(
      [
        ['year', 'year', main.years],
        ['net benefit', unit, millions(main.net)],
        ['cumulative present value', unit, millions(main.cumulative)],
      ],
      rests,
    ),
    book: bookSeries(comparison.base, main, currency, rests),
    countries: series(
      [
        ['country', null, countries.map(named)],
        ...rangedColumns(
          'value',
          unit,
          millions(countries.map((country) => main.distribution.byCountry[country])),
          countries.map((country) => millions(drawn.map(({ byCountry }) => byCountry[country] ?? 0))),
        ),
      ],
      rests,
    ),
    groups: series(
      [
        ['group', null, groups.map(({ group }) => group)],
        ...countries.map(
          (country) => [named(country), unit, millions(groups.map(({ byCountry }) => byCountry[country]))] as const,
        ),
        ['all', unit, millions(groups.map(({ total }) => total))],
      ],
      rests,
    ),
    effects: series(
      [
        ['effect', null, effects.map(({ effect }) => effect)],
        ['value', unit, millions(effects.map(({ total }) => total))],
        ['moved between groups', unit, millions(effects.map(({ transferred }) => Math.max(0, transferred)))],
      ],
      rests,
    ),
    beside: series(
      [
        ['convention', null, others.map(([convention]) => model.conventions[convention].name)],
        ...rangedColumns(
          'value',
          unit,
          millions(others.map(([, { value }]) => value)),
          others.map(([convention]) => millions(drawn.flatMap(({ valueBeside }) => valueBeside[convention] ?? []))),
        ),
        ...(drawn.length === 0
          ? []
          : [
              [
                'draws in which it is worth it',
                '1',
                others.map(
                  ([convention]) =>
                    drawn.filter(({ valueBeside }) => (valueBeside[convention] ?? 0) > 0).length / drawn.length,
                ),
              ] as const,
            ]),
        ['internal rate', null, others.map(([, { internalRate }]) => internalRateInWords(internalRate))],
        ['ratio', '1', others.map(([, { ratio }]) => (ratio.kind === 'ratio' ? ratio.ratio : null))],
      ],
      rests,
    ),
    access: accessSeries(main.effects, main.factors, { named, unit, per: million, rests }),
    switching: series(
      [
        ['what', null, switching.map(([what]) => what)],
        ['change', '1', switching.map(([, found]) => (found.kind === 'switches' ? found.change : null))],
      ],
      rests,
    ),
    residual: series(
      [
        ['method', null, ['remaining life', 'remaining flows']],
        ['value', unit, millions([main.residual.byLife, main.residual.byFlows])],
      ],
      rests,
    ),
    wider: series(
      [
        ['wider effect', null, ['trade', 'manufacturing']],
        ['value', unit, millions([wider.trade, wider.manufacturing])],
      ],
      rests,
    ),
    bridge: bridge
      ? series(
          [
            ['step', null, ['railways', ...bridge.steps.map(({ step }) => step), 'society']],
            ['value', unit, millions([bridge.financial, ...bridge.steps.map(({ value }) => value), bridge.economic])],
          ],
          rests,
        )
      : null,
    integrated: Object.entries(comparison.methods)
      .filter(([, method]) => method === 'integrated')
      .map(([market]) => (model.markets[market] ?? model.travel_markets[market])?.name ?? market),
    plans: Object.fromEntries(
      Object.entries(finance?.options[id] ?? {}).map(([plan, found]) => [
        plan,
        planRecord(found, {
          currency,
          own: finance?.currency ?? '',
          rule: finance?.rule ?? null,
          rests,
          model,
          draws: draws.flatMap((draw) => draw.finance?.[id]?.[plan] ?? []),
        }),
      ]),
    ),
    zones: series(
      [
        ['first', null, zones.map(({ first }) => model.parties[first].name)],
        ['second', null, zones.map(({ second }) => model.parties[second].name)],
        ['capital cost', unit, millions(zones.map(({ cost }) => cost))],
        ...rangedColumns(
          'least part of the first',
          '1',
          zones.map(({ low }) => low),
          zones.map((_, i) => drawnZones.flatMap((of) => of[i]?.low ?? [])),
        ),
        ...rangedColumns(
          'most part of the first',
          '1',
          zones.map(({ high }) => high),
          zones.map((_, i) => drawnZones.flatMap((of) => of[i]?.high ?? [])),
        ),
        ['even part of the first', '1', zones.map(({ even }) => even)],
        ['both agree', null, zones.map(({ agreeable }) => (agreeable ? 'yes' : 'no'))],
        ...(drawnZones.length === 0
          ? []
          : [
              [
                'draws in which both agree',
                '1',
                zones.map((_, i) => drawnZones.filter((of) => of[i]?.agreeable).length / drawnZones.length),
              ] as const,
            ]),
      ],
      rests,
    ),
    approvals: series(
      [
        ['approval', null, schedule.open.map(({ name }) => name)],
        ['expected', 'year', schedule.open.map(({ expected }) => expected)],
        ['chance', '1', schedule.open.map((approval) => approval.chance)],
      ],
      rests,
    ),
    delay: figure(
      schedule.delay,
      'a',
      rests,
      ofDraws(({ delay }) => delay),
    ),
    opens: figure(scheduled.opens, 'year', rests),
    all_approved: schedule.chance === null ? null : figure(schedule.chance, '1', rests),
    in_time: money(inTime, (draw) => draw.inTime),
    outside: comparison.outside.map(({ id: item, part }) => {
      const name = scheduled.model.capital[item]?.name ?? item;
      return part === 1 ? name : `${name} (${Math.round(100 * part)} % of it)`;
    }),
  };
}

/** What a workbook computes with: flows by kind in thousands, and the discount rate that leads into each year. */
function bookSeries(base: number, main: OptionValue['main'], currency: string, rests: string) {
  const { effects, years, factors } = main;
  const ofKind = (kind: EffectKind) => {
    const own = effects.filter((effect) => effect.kind === kind);
    return years.map((_, year) => own.reduce((sum, { values }) => sum + (values[year] ?? 0), 0) / 1000);
  };
  const kinds = ['capital', 'operating cost', 'revenue', 'benefit'] as const;
  return series(
    [
      ['year', 'year', years],
      ...kinds.map((kind) => [kind, `k${currency}`, ofKind(kind)] as const),
      ['discount rate', '1', years.map((year, i) => (year === base ? 0 : factors[i - 1] / factors[i] - 1))],
    ],
    rests,
  );
}

function ratesOf(rate: InternalRate): readonly number[] {
  return rate.kind === 'one' ? [rate.rate] : rate.kind === 'several' ? rate.rates : [];
}
