import { decimal, numbers, words } from '@throughline/charts';
import type { Figure } from '@throughline/engine';
import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import type { KnownOption } from './known-option.ts';

/** What we would do, under which conditions, and three sentences with the chapter that each rests on. */
export function sentences(edition: Edition, known: readonly KnownOption[]): Markup {
  const best = known.reduce((a, b) => (b.of.value.value > a.of.value.value ? b : a));
  const link = (to: string, text: string) => html` <a href="#${to}">${text}</a>`;
  return html`<h4>What we would do</h4>
<p>${advice(edition, best)}</p>
<ul>${conditions(edition, best).map((condition) => html`<li>${condition}</li>`)}</ul>
<h4>Three sentences</h4>
<ol>
<li>${worthSentence(edition, known, best)}${link('economy', 'Why')}</li>
<li>${paidSentence(edition, known)}${link('finance', 'How')}</li>
<li>${agreedSentence(edition)}${link('negotiation', 'Who')}</li>
</ol>`;
}

function titleOf({ assessment }: Edition, id: string | null): string {
  return assessment.options[id ?? '']?.title ?? id ?? '';
}

function advice(edition: Edition, best: KnownOption): Markup {
  const { appraisal } = edition.assessment;
  const title = html`<strong>${best.option.title}</strong>`;
  if (best.of.value.value > 0) return html`Build ${title}, which is worth most of all options, under these conditions:`;
  const often = best.of.worth?.value ?? 0;
  if (often > 0.5)
    return html`Prepare ${title}. With every input as stated no option brings more than it costs, and this one comes nearest; but in ${decimal(100 * often, 0)} % of the draws of what is uncertain it is worth building. We would build it once any of these is known to hold, all else as it is:`;
  return html`Keep to <strong>${titleOf(edition, appraisal.do_minimum)}</strong> for now: on these figures every option costs more than it brings. ${title} comes nearest. We would build it under any of these conditions, all else as it is:`;
}

/** By how much each side of the account may change, or has to, and what else an answer hangs on. */
function conditions(edition: Edition, { option, of }: KnownOption): Markup[] {
  const isWorth = of.value.value > 0;
  const changes = words(of.switching, 'what').flatMap((what, index) => {
    const change = numbers(of.switching, 'change')[index] ?? null;
    // What would have to vanish is no condition.
    if (change === null || change < -0.995) return [];
    const percent = `${decimal(100 * Math.abs(change), 0)}\u00a0%`;
    const direction = change > 0 ? 'greater' : 'smaller';
    const name = what === 'capital' ? 'the cost of building' : what;
    return [isWorth ? html`${name} less than ${percent} ${direction}` : html`${name} at least ${percent} ${direction}`];
  });
  if (changes.length === 0)
    changes.push(html`no single side of the account can turn the answer within −100 to +1000 %`);
  if (!isWorth) return changes;
  const late =
    of.delay.value > 0
      ? [
          html`its <a href="#negotiation">open approvals</a> come by then: it opens in ${quantity(of.opens)}, not in ${quantity(option.opens)}`,
        ]
      : [];
  const held = words(edition.assessment.appraisal.red_lines, 'state').filter((state) => state !== 'lifted').length;
  const lines = held > 0 ? [html`none of ${held} <a href="#negotiation">red lines</a> is drawn across it`] : [];
  return [...changes, ...late, ...lines];
}

function worthSentence(edition: Edition, known: readonly KnownOption[], { option, of }: KnownOption): Markup {
  const { appraisal } = edition.assessment;
  const minimum = titleOf(edition, appraisal.do_minimum);
  const sure = appraisal.minimum_best;
  const inDraws = sure ? `; ${minimum} is best in ${decimal(100 * sure.value, 0)}\u00a0% of all draws` : '';
  if (of.value.value > 0) {
    const count = known.filter((entry) => entry.of.value.value > 0).length;
    return html`By the rules of ${appraisal.convention ?? ''}, ${option.title} is worth most of ${count} options that are worth building, with ${middle(of.value)}.`;
  }
  return html`By the rules of ${appraisal.convention ?? ''}, no option brings more than it costs against ${minimum} with every input as stated; ${option.title} loses least (${middle(of.value)})${inDraws}.`;
}

function paidSentence({ assessment }: Edition, known: readonly KnownOption[]): Markup {
  const { appraisal } = assessment;
  const dearest = known.reduce((a, b) => (b.of.capital.value > a.of.capital.value ? b : a));
  const plans = Object.entries(dearest.of.plans).filter(([, plan]) => plan.subsidy !== null);
  const paid = (entry: (typeof plans)[number]) => entry[1].subsidy?.value ?? 0;
  const [first, ...others] = plans;
  if (!first) {
    return html`${dearest.option.title} costs ${middle(dearest.of.capital)} to build, and no plan for it was worked out.`;
  }
  const least = others.reduce((a, b) => (paid(b) < paid(a) ? b : a), first);
  const most = others.reduce((a, b) => (paid(b) > paid(a) ? b : a), first);
  const name = ([id]: (typeof plans)[number]) => appraisal.plans[id]?.title ?? id;
  return html`${dearest.option.title} costs ${middle(dearest.of.capital)} to build; the state that borrows pays between ${middle(least[1].subsidy)} (${name(least)}) and ${middle(most[1].subsidy)} (${name(most)}) in present money.`;
}

function agreedSentence(edition: Edition): Markup {
  const { negotiation, plans } = edition.assessment.appraisal;
  if (!negotiation) return html`Who would agree was not worked out.`;
  const { best, deal } = negotiation;
  const often = deal ? ` (in ${decimal(100 * deal.value, 0)} % of the draws there is such a deal)` : '';
  return best
    ? html`All parties together would settle on ${titleOf(edition, best.option)}, paid for by ${plans[best.plan]?.title ?? best.plan}${often}.`
    : html`There is no option on which all parties together would gain${often}, so whoever wants one has to pay the others for it.`;
}

/** A figure without its range: a sentence is for repeating. */
function middle(figure: Figure | null): Markup {
  return quantity(figure && { value: figure.value, unit: figure.unit });
}
