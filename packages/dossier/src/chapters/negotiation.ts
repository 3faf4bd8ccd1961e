import { numbers, processTimeline, words, zoneOfAgreement } from '@throughline/charts';
import type { NegotiationRecord, Series } from '@throughline/engine';
import { appraisalTable } from '../appraisal-table.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';

/** Who says yes: gains by party, what coalitions could do alone, splits, zones of agreement, red lines, the process. */
export function negotiationChapter(edition: Edition): Markup {
  const { appraisal } = edition.assessment;
  const { negotiation } = appraisal;
  return html`<section aria-labelledby="negotiation">
<h2 id="negotiation">Who says yes</h2>
${negotiation ? tables(edition) : html`<p>Not worked out: ${appraisal.without.negotiation ?? 'no parties are named'}.</p>`}
${zones(edition)}
${process(edition)}
</section>`;
}

function tables({ assessment }: Edition): Markup {
  const { negotiation, plans } = assessment.appraisal;
  if (!negotiation) return html``;
  const { best, in_core } = negotiation;
  const title = best ? (assessment.options[best.option]?.title ?? best.option) : '';
  return html`<p>What a coalition could get alone is computed: the option and plan that are best for its members among those that need nobody else. The do-minimum, worth nothing, is always open.</p>
<p>${best ? html`All parties together would choose <strong>${title}</strong> with the plan <strong>${plans[best.plan]?.title ?? best.plan}</strong>. The Shapley value ${in_core ? 'lies in the core: no coalition would do better alone' : 'does not lie in the core: some coalition would do better alone'}.` : 'No option under any plan gains anything for all parties together: they are best off with the do-minimum, and there is no deal to split.'}</p>
${gains(negotiation.gains)}
<details><summary>Whom each deal needs, and what strikes it off</summary>
${appraisalTable(negotiation.consents, 'Whom each deal needs, and what strikes it off')}
</details>
${appraisalTable(negotiation.choices, 'What coalitions could get alone')}
${best ? appraisalTable(negotiation.splits, 'Splits of what all gain together') : ''}
${drawn(negotiation)}
${nearestDeal(assessment)}
${appraisalTable(negotiation.walk_aways, 'What each party has without a deal')}
${appraisalTable(negotiation.dependence, 'Dependence on whoever gives the money')}
${words(negotiation.dependences, 'what of').length > 0 ? appraisalTable(negotiation.dependences, 'What else comes from few partners') : ''}
<p class="note">Concentration is the sum of the squared parts (Herfindahl and Hirschman): 1 where all comes from one.</p>`;
}

/** Parties down, options across under one plan; then each option with its plans. */
function gains({ columns, rests_on }: Series): Markup {
  const [option, plan, ...parties] = columns;
  if (!option || !plan || option.values.length === 0) return html``;
  const at = (column: Series['columns'][number], rows: readonly number[]) =>
    rows.map((row) => column.values[row] ?? null);
  /** Rows of the deals as columns, a row for each party. */
  const across = (rows: readonly number[], heads: readonly (number | string | null)[]): Series => ({
    columns: [
      { name: 'party', unit: null, values: parties.map(({ name }) => name) },
      ...rows.map((_, i) => ({
        name: String(heads[i] ?? ''),
        unit: parties[0]?.unit ?? null,
        values: parties.map((party) => at(party, rows)[i] ?? null),
      })),
    ],
    rests_on,
  });
  const titles = [...new Set(option.values)];
  const rowsOf = (title: number | string | null) =>
    option.values.flatMap((value, row) => (value === title ? [row] : []));
  const first = titles.map((title) => rowsOf(title)[0] ?? 0);
  const plans = [...new Set(at(plan, first))];
  return html`${appraisalTable(across(first, titles), `What each party gains by option${plans.length === 1 ? `, with the plan “${plans[0]}”` : ''}`)}
<details><summary>The same under every plan</summary>
${titles.map((title) => appraisalTable(across(rowsOf(title), at(plan, rowsOf(title))), `What each party gains: ${title}`))}
</details>`;
}

/** Deals and splits over the draws. */
function drawn({ deal, deal_options, splits_drawn, core_chance }: NegotiationRecord): Markup {
  if (!deal) return html``;
  if (deal.value === 0)
    return html`<p>In none of the draws is there a deal that gains anything for all parties together.</p>`;
  return html`<p>There is a deal in ${quantity(deal)} of the draws${core_chance ? html`; in ${quantity(core_chance)} of these some split leaves no coalition better off alone` : ''}.</p>
${appraisalTable(deal_options, 'Deals that all together would choose')}
${appraisalTable(splits_drawn, 'Splits over the draws with a deal: median, and four draws in five')}`;
}

/** What it would take: side payments of the deal that comes nearest. */
function nearestDeal({ appraisal, options }: Edition['assessment']): Markup {
  const nearest = appraisal.negotiation?.nearest;
  if (!nearest) return html``;
  const title = options[nearest.option]?.title ?? nearest.option;
  const plan = appraisal.plans[nearest.plan]?.title ?? nearest.plan;
  return html`<p>${nearest.total.value > 0 ? 'The deal that brings all most' : 'The deal that comes nearest to a gain of all'} is <strong>${title}</strong> with the plan <strong>${plan}</strong>: together the parties ${nearest.total.value < 0 ? 'lose' : 'gain'} ${quantity({ ...nearest.total, value: Math.abs(nearest.total.value) })}. ${nearest.total.value < 0 ? 'Winners cannot make up for losers by that much, so that somebody outside would have to pay it.' : 'Winners can make up for losers.'}</p>
${appraisalTable(nearest.parties, `Side payments: ${title}, ${plan}`)}`;
}

function zones({ assessment, document, options }: Edition): Markup {
  const { appraisal } = assessment;
  const parts = options.flatMap(([id, option]) => {
    const zone = appraisal.options[id]?.zones;
    if (!zone) return [];
    const at = (name: string) => numbers(zone, name);
    const agree = words(zone, 'both agree');
    return words(zone, 'first').map((first, index) => ({
      label: option.title,
      first,
      second: words(zone, 'second')[index] ?? '',
      low: at('least part')[index] ?? 0,
      high: at('most part')[index] ?? 0,
      even: at('even part')[index] ?? 0,
      agree: agree[index] === 'yes',
    }));
  });
  const pairs = [...new Set(parts.map(({ first, second }) => `${first}|${second}`))];
  return html`${pairs.map((pair, index) => {
    const own = parts.filter(({ first, second }) => `${first}|${second}` === pair);
    const [head] = own;
    if (!head) return '';
    return figureBlock(
      document,
      zoneOfAgreement({
        id: `zone-${index}`,
        title: `Where the deal lies: ${head.first} and ${head.second}`,
        first: head.first,
        second: head.second,
        parts: own,
      }),
    );
  })}`;
}

function process({ assessment, document, options }: Edition): Markup {
  const { appraisal } = assessment;
  const { timeline, red_lines } = appraisal;
  const column = (name: string) => words(timeline, name);
  const events = column('date').map((date, index) => ({
    date,
    kind: column('kind')[index] ?? '',
    name: column('event')[index] ?? '',
    who: column('who')[index] ?? '',
    kept: column('kept')[index] ?? '',
  }));
  const delayed = options.filter(([id]) => (appraisal.options[id]?.delay.value ?? 0) > 0);
  const waiting = options.flatMap(([id, option]) => {
    const approvals = appraisal.options[id]?.approvals;
    return approvals && words(approvals, 'approval').length > 0 ? [{ title: option.title, approvals }] : [];
  });
  return html`${events.length > 0 ? figureBlock(document, processTimeline({ id: 'process', title: 'On the way to an agreement', events })) : ''}
${words(red_lines, 'red line').length > 0 ? appraisalTable(red_lines, 'Red lines') : ''}
${delayed.length > 0 ? html`<p>Open approvals come later than the works are said to begin: ${delayed.map(([id, option], index) => html`${index > 0 ? '; ' : ''}${option.title} by ${String(appraisal.options[id]?.delay.value ?? 0)} years`)}.</p>` : ''}
${waiting.map(({ title, approvals }) => appraisalTable(approvals, `Approvals still open: ${title}`))}`;
}
