import { decimal, numbers, rowsOf, words } from '@throughline/charts';
import type { DemandRecord, OptionAssessment } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { millions, share } from './demand-text.ts';
import { railShares } from './rail-shares.ts';
import { tradeObservatory } from './trade-observatory.ts';

type WithDemand = readonly [id: string, option: OptionAssessment, demand: DemandRecord];

/** Tonnes, travellers and rare earths by option and year; nothing for a corridor without markets. */
export function demandByOption({ options, assessment }: Edition): Markup {
  const told = options.flatMap(([id, option]): WithDemand[] => (option.demand ? [[id, option, option.demand]] : []));
  const [first] = told;
  if (first === undefined) return html``;
  const years = Object.keys(first[2].answers);
  const columns = ['Option', ...years].map((head) => ({ head }));
  const tableOf = (
    caption: string,
    cell: (answer: DemandRecord['answers'][string]) => Content,
    claims: ReadonlyArray<readonly Content[]> = [],
  ) =>
    table(
      columns,
      [
        ...told.map(([id, { title }, { answers }]): Content[] => [
          html`<a href="#${anchor('demand', id)}">${title}</a>`,
          ...years.map((year) => (answers[year] ? cell(answers[year]) : '–')),
        ]),
        ...claims,
      ],
      { caption, stacks: true },
    );
  return html`<p>On the railways of the corridor, without those over other borders. Before an option opens, its numbers are those of the corridor as it stands. Where a range stands in brackets, four draws in five lie within it.</p>
${tableOf('Goods, million tonnes a year, and of them over the border', ({ mass, mass_across }) => html`${millions(mass, 'Mt')}; ${millions(mass_across, 'Mt')} over the border`, claimed(told, years, 'freight'))}
${tableOf('Travellers, millions a year, and of them over the border', ({ persons, persons_across }) => html`${millions(persons, 'M')}; ${millions(persons_across, 'M')} over the border`, claimed(told, years, 'passenger'))}
${tableOf('Rare earths, share of the tonnes', ({ mined_share }) => share(mined_share))}
${tableOf('Goods that find no room, million tonnes a year', ({ refused }) => millions(refused, 'Mt'))}
${railShares(told.map(([, { title }, demand]) => ({ title, demand })))}
${heldBackTable(first[2])}
${elasticityTable(first[2])}
${tradeObservatory(assessment.corridor.trade)}`;
}

/** Forecasts of others for the same years, as claims to be tested. */
function claimed(told: readonly WithDemand[], years: readonly string[], kind: 'freight' | 'passenger'): Content[][] {
  const claims = told.flatMap(([, , { forecasts }]) => forecasts.filter((one) => one.kind === kind));
  const unit = kind === 'freight' ? 'Mt' : 'M';
  return [...new Set(claims.map(({ name }) => name))].map((name) => [
    html`${name} <span class="unit">claimed by others</span>`,
    ...years.map((year) => {
      const claim = claims.find((one) => one.name === name && String(one.year.value) === year);
      return claim ? millions(claim.claimed, unit) : '–';
    }),
  ]);
}

function heldBackTable({ held_back }: DemandRecord): Markup {
  if (held_back.length === 0) return html``;
  const text = ({ value, low, high, unit }: DemandRecord['held_back'][number]['predicted']) => {
    const digits = value < 20 ? 2 : 0;
    const range = low === undefined || high === undefined ? '' : ` (${decimal(low, digits)}–${decimal(high, digits)})`;
    return `${decimal(value, digits)}${range}\u00a0${unit}`;
  };
  return table(
    ['What the model was not told', 'Observed', 'Predicted'].map((head) => ({ head })),
    held_back.map(({ name, observed, predicted }): Content[] => [name, text(observed), text(predicted)]),
    { caption: 'Observations held back from the calibration', stacks: true },
  );
}

function elasticityTable({ elasticities }: DemandRecord): Markup {
  if (rowsOf(elasticities) === 0) return html``;
  const market = words(elasticities, 'market');
  const [price, time] = [numbers(elasticities, 'price'), numbers(elasticities, 'time')];
  const [low, high] = [numbers(elasticities, 'published low'), numbers(elasticities, 'published high')];
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? '–' : decimal(value, 2));
  const rangeText = (own: number | null, least: number | null, most: number | null) => {
    if (least === null || most === null) return '–';
    const beside = own === null || (own >= least && own <= most) ? '' : own > most ? ', smaller here' : ', larger here';
    return `${cell(least)} to ${cell(most)}${beside}`;
  };
  return html`<details><summary>Elasticities of rail beside the published range</summary>${table(
    ['Market', 'to its price', 'published', 'to its time'].map((head, i) => ({ head, isNumber: i > 0 })),
    market.map((name, i): Content[] => [
      name,
      cell(price[i]),
      rangeText(price[i] ?? null, low[i] ?? null, high[i] ?? null),
      cell(time[i]),
    ]),
    { caption: 'Elasticities of what the railways of the corridor carry in the base year' },
  )}
<p class="note">Where the corridor’s railway is only a part of the way, its price is only a part of the cost, and the elasticity to it is smaller than that of a whole way.</p></details>`;
}
