import { numbers, processTimeline, words, zoneOfAgreement } from '@throughline/charts';
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
${appraisalTable(negotiation.gains, 'What each party gains by option and plan')}
<details><summary>Whom each deal needs, and what strikes it off</summary>
${appraisalTable(negotiation.consents, 'Whom each deal needs, and what strikes it off')}
</details>
${appraisalTable(negotiation.choices, 'What coalitions could get alone')}
${appraisalTable(negotiation.splits, 'Splits of what all gain together')}
${nearestDeal(assessment)}
${appraisalTable(negotiation.walk_aways, 'What each party has without a deal')}
${appraisalTable(negotiation.dependence, 'Dependence on whoever gives the money')}
${words(negotiation.dependences, 'what of').length > 0 ? appraisalTable(negotiation.dependences, 'What else comes from few partners') : ''}
<p class="note">Concentration is the sum of the squared parts (Herfindahl and Hirschman): 1 where all comes from one.</p>`;
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
