import { decimal, numbers, words } from '@throughline/charts';
import type { Figure, OptionAppraisalRecord, OptionAssessment } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';
import type { KnownOption } from './known-option.ts';
import { sentences } from './sentences.ts';

/** For who decides: options side by side, what we would do, three sentences. Nothing without an economy. */
export function decisionPage(edition: Edition): Markup {
  const { appraisal } = edition.assessment;
  if (appraisal.without.economy !== null) return html``;
  const known = edition.options.flatMap(([id, option]): KnownOption[] => {
    const of = appraisal.options[id];
    return of ? [{ id, option, of }] : [];
  });
  if (known.length === 0) return html``;
  const minimum = edition.assessment.options[appraisal.do_minimum ?? ''];
  const year = yearOf(known);
  const drawn = known.some(({ of }) => of.value.low !== undefined);
  const does = [...(minimum ? [{ id: appraisal.do_minimum ?? '', option: minimum }] : []), ...known];
  const against = minimum?.title ?? 'the do-minimum';
  return html`<div class="call" id="decision">
<h3>For who decides</h3>
${told(
  'What each option does',
  ['Option', 'Opens', 'Main journey', `Goods by rail in ${year}`, `CO₂e of all transport against ${against}`],
  does.map(({ id, option }) => [
    html`<a href="#${anchor('option', id)}">${option.title}</a>`,
    opening(option, appraisal.options[id]),
    journeyOf(option, edition.assessment.corridor.main_journey),
    quantity(option.demand?.answers[year]?.mass),
    quantity(option.impact?.emitted_against),
  ]),
)}
${told(
  'What it costs and brings',
  ['Option', 'Building', 'Net present value', 'Worth it in', 'Internal rate', 'Grant element', 'Who gains most'],
  known.map(({ id, option, of }) => [
    html`<a href="#${anchor('worth', id)}">${option.title}</a>`,
    quantity(of.capital),
    quantity(of.value),
    of.worth ? `${part(of.worth)} of draws` : '–',
    of.internal_rates.length === 1 ? quantity(of.internal_rates[0]) : of.internal_rate,
    grantElements(of),
    winners(of),
  ]),
)}
<p class="note">Values are against ${against}, by the rules of ${appraisal.convention ?? ''}.${drawn ? ' Where a range stands in brackets, four draws in five lie within it.' : ''} CO₂e is a year’s difference, trucks, ships and aircraft included. The grant element goes from the dearest to the softest plan.</p>
${sentences(edition, known)}
</div>`;
}

function told(caption: string, heads: readonly string[], rows: readonly (readonly Content[])[]): Markup {
  return table(
    heads.map((head) => ({ head })),
    rows,
    { caption, stacks: true },
  );
}

/** The middle one of the years in which demand is told. */
function yearOf(known: readonly KnownOption[]): string {
  const years = [...new Set(known.flatMap(({ option }) => Object.keys(option.demand?.answers ?? {})))].sort();
  return years[Math.floor(years.length / 2)] ?? '';
}

function opening(option: OptionAssessment, of: OptionAppraisalRecord | undefined): Content {
  if (!of || of.delay.value === 0) return quantity(option.opens);
  return html`<span>${quantity(of.opens)} (${quantity(option.opens)} if approvals came in time)</span>`;
}

function journeyOf({ journeys }: OptionAssessment, id: string | null): Content {
  const journey = id === null ? undefined : journeys[id];
  return journey?.total ? quantity(journey.total) : '–';
}

function part({ value }: Figure): string {
  return `${decimal(100 * value, 0)}\u00a0%`;
}

function grantElements({ plans }: OptionAppraisalRecord): string {
  const elements = Object.values(plans).flatMap(({ grant_element }) => (grant_element ? [grant_element.value] : []));
  if (elements.length === 0) return '–';
  return `${decimal(100 * Math.min(...elements), 0)} to ${decimal(100 * Math.max(...elements), 0)}\u00a0%`;
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
