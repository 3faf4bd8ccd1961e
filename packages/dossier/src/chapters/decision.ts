import { decimal, numbers, words } from '@throughline/charts';
import type { OptionAppraisalRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

/** For who decides: options side by side, three sentences, and under which conditions they hold. Nothing without an economy. */
export function decisionPage(edition: Edition): Markup {
  const { appraisal, corridor } = edition.assessment;
  if (appraisal.without.economy !== null) return html``;
  const known = edition.options.flatMap(([id, option]) => {
    const of = appraisal.options[id];
    return of ? [{ id, option, of }] : [];
  });
  if (known.length === 0) return html``;
  const rows = known.map(({ id, option, of }): Content[] => {
    const journey = corridor.main_journey ? option.journeys[corridor.main_journey] : undefined;
    const grants = Object.values(of.plans).flatMap(({ grant_element }) => (grant_element ? [grant_element.value] : []));
    return [
      html`<a href="#${anchor('worth', id)}">${option.title}</a>`,
      quantity(of.capital),
      journey?.total ? quantity(journey.total) : '–',
      quantity(of.value),
      of.internal_rate,
      climate(of),
      grants.length > 0
        ? `${decimal(100 * Math.min(...grants), 0)} to ${decimal(100 * Math.max(...grants), 0)}\u00a0%`
        : '–',
      winners(of),
    ];
  });
  const heads = [
    'Option',
    'Building',
    'Main journey',
    'Net present value',
    'Internal rate',
    'Worth of emissions saved',
    'Grant element by plan',
    'Who gains most',
  ];
  return html`<div class="call" id="decision">
<h3>For who decides</h3>
${table(
  heads.map((head) => ({ head })),
  rows,
  { caption: 'The decision', hidesCaption: true, stacks: true },
)}
${sentences(edition, known)}
</div>`;
}

interface Known {
  readonly id: string;
  readonly option: { readonly title: string };
  readonly of: OptionAppraisalRecord;
}

function climate({ effects, value }: OptionAppraisalRecord): Content {
  const index = words(effects, 'effect').indexOf('climate');
  const worth = index < 0 ? null : (numbers(effects, 'value')[index] ?? null);
  return worth === null ? '–' : quantity({ value: worth, unit: value.unit });
}

function winners(of: OptionAppraisalRecord): string {
  const all = numbers(of.groups, 'all');
  const best = words(of.groups, 'group')
    .map((group, index) => ({ group, value: all[index] ?? 0 }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, 2);
  return best.map(({ group }) => group).join(', ') || 'nobody';
}

/** Three sentences, each with the chapter that it rests on. */
function sentences({ assessment }: Edition, known: readonly Known[]): Markup {
  const { appraisal } = assessment;
  const title = (id: string | null) => assessment.options[id ?? '']?.title ?? id ?? '';
  const best = known.reduce((a, b) => (b.of.value.value > a.of.value.value ? b : a));
  const worth = known.filter(({ of }) => of.value.value > 0);
  const benefits = numbers(best.of.switching, 'change')[words(best.of.switching, 'what').indexOf('benefits')] ?? null;
  const condition =
    benefits === null
      ? 'no change of the benefits alone within −100 and +1000 % would turn that'
      : `${worth.length > 0 ? 'this turns' : 'that would turn'} if the benefits were ${decimal(100 * Math.abs(benefits))}\u00a0% ${benefits > 0 ? 'greater' : 'smaller'}`;
  const first =
    worth.length > 0
      ? html`By the rules of ${appraisal.convention ?? ''}, ${best.option.title} is worth most, with ${quantity(best.of.value)}; ${condition}.`
      : html`By the rules of ${appraisal.convention ?? ''}, no option is worth what it costs: ${title(appraisal.do_minimum)} is the best choice on these figures, ${best.option.title} loses least (${quantity(best.of.value)}), and ${condition}.`;
  const dearest = known.reduce((a, b) => (b.of.capital.value > a.of.capital.value ? b : a));
  const plans = Object.entries(dearest.of.plans).filter(([, plan]) => plan.subsidy !== null);
  const cheapest = plans.reduce<(typeof plans)[number] | undefined>(
    (a, b) => (!a || (b[1].subsidy?.value ?? 0) < (a[1].subsidy?.value ?? 0) ? b : a),
    undefined,
  );
  const second = cheapest
    ? html`${dearest.option.title} costs ${quantity(dearest.of.capital)} to build; under the plan that costs the state least, ${appraisal.plans[cheapest[0]]?.title ?? cheapest[0]}, it pays ${quantity(cheapest[1].subsidy)} in present money over the years.`
    : html`${dearest.option.title} costs ${quantity(dearest.of.capital)} to build, and no plan for it was worked out.`;
  const deal = appraisal.negotiation?.best ?? null;
  const third = appraisal.negotiation
    ? deal
      ? html`All parties together would settle on ${title(deal.option)}, paid for by ${appraisal.plans[deal.plan]?.title ?? deal.plan}.`
      : html`There is no option on which all parties together would gain, so whoever wants one has to pay the others for it.`
    : html`Who would agree was not worked out.`;
  const link = (to: string, text: string) => html` <a href="#${to}">${text}</a>`;
  return html`<ol>
<li>${first}${link('economy', 'Why')}</li>
<li>${second}${link('finance', 'How')}</li>
<li>${third}${link('negotiation', 'Who')}</li>
</ol>`;
}
