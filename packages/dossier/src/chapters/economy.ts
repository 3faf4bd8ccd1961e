import { cashFlow, numbers, waterfall, words } from '@throughline/charts';
import type { OptionAppraisalRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import { appraisalTable } from '../appraisal-table.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { fold } from '../folds.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

/** Is it worth it, and for whom: all options beside each other, then each with its flows and who gains. */
export function economyChapter(edition: Edition): Markup {
  const { appraisal } = edition.assessment;
  const without = appraisal.without.economy;
  return html`<section aria-labelledby="economy">
<h2 id="economy">Is it worth it, and for whom</h2>
${without ? html`<p>Not appraised: ${without}.</p>` : told(edition)}
</section>`;
}

function told(edition: Edition): Markup {
  const { appraisal, options: known } = edition.assessment;
  const title = (id: string) => known[id]?.title ?? id;
  const rows = appraised(edition).map(([id, of]): Content[] => [
    html`<a href="#${anchor('worth', id)}">${title(id)}</a>`,
    quantity(of.capital),
    quantity(of.value),
    of.worth ? quantity(of.worth) : '–',
    of.best ? quantity(of.best) : '–',
    of.internal_rates.length === 1 ? quantity(of.internal_rates[0]) : of.internal_rate,
    quantity(of.ratio),
    quantity(of.first_year),
    of.best_opening ? quantity(of.best_opening) : 'no year is worth it',
  ]);
  const heads = [
    'Option',
    'Building',
    'Net present value',
    'Worth it in',
    'Best of all in',
    'Internal rate',
    'Benefits over costs',
    'First-year return',
    'Best opening',
  ];
  return html`<p>Every option is compared with <strong>${title(appraisal.do_minimum ?? '')}</strong>, which has its own renewals and the committed rivals, year by year to ${quantity(appraisal.last_year)}, by the rules of ${appraisal.convention ?? ''}. Prices are constant. The net present value is what all groups of all countries gain together; fares, taxes and loans only move money between them.</p>
${table(
  heads.map((head) => ({ head })),
  rows,
  { caption: 'Options against the do-minimum', stacks: true },
)}
<p class="note">${appraisal.minimum_best ? html`“Worth it” and “best of all” are parts of all draws; the do-minimum is best in ${quantity(appraisal.minimum_best)} of them. ` : ''}Where several internal rates exist all are told. Values of time do not grow with income here; the value of life and the cost of carbon do.</p>
${schedules(edition)}
${appraised(edition).map(([id, of]) => one(edition, id, title(id), of))}`;
}

/** What open approvals do to the opening, and what that is worth. */
function schedules(edition: Edition): Markup {
  const late = appraised(edition).filter(([, { delay }]) => delay.value > 0 || (delay.high ?? 0) > 0);
  if (late.length === 0) return html``;
  const rows = late.map(([id, of]): Content[] => {
    const option = edition.assessment.options[id];
    const [low, high] = [of.delay.low, of.delay.high].map((years) => (years === undefined ? null : Math.round(years)));
    const range = low === null || low === high ? '' : ` (${low} to ${high})`;
    return [
      option?.title ?? id,
      quantity(option?.opens),
      quantity(of.opens),
      `${of.delay.value} ${of.delay.value === 1 ? 'year' : 'years'}${range}`,
      quantity(of.all_approved),
      quantity(of.in_time),
      quantity(of.value),
    ];
  });
  const heads = ['Option', 'Stated opening', 'Opening', 'Put off by', 'Chance of all', 'Value if in time', 'Value'];
  return html`<p>Works begin, and lines open, no sooner than the year after the <a href="#negotiation">approvals</a> they wait for. An option that costs more than it brings loses less when it comes later.</p>
${table(
  heads.map((head) => ({ head })),
  rows,
  { caption: 'What open approvals do to the schedule', stacks: true },
)}`;
}

function appraised({ options, assessment: { appraisal } }: Edition): (readonly [string, OptionAppraisalRecord])[] {
  return options.flatMap(([id]) => {
    const of = appraisal.options[id];
    return of ? [[id, of] as const] : [];
  });
}

function one({ document }: Edition, id: string, title: string, of: OptionAppraisalRecord): Markup {
  const unit = of.value.unit;
  const groups = words(of.groups, 'group');
  const all = numbers(of.groups, 'all');
  const flows = {
    years: numbers(of.flows, 'year').map((year) => year ?? 0),
    net: numbers(of.flows, 'net benefit').map((value) => value ?? 0),
    cumulative: numbers(of.flows, 'cumulative').map((value) => value ?? 0),
  };
  return fold(
    anchor('worth', id),
    title,
    html`${figureBlock(
      document,
      waterfall({
        id: `gains-${id}`,
        title: `Who gains and who pays: ${title}`,
        unit,
        steps: groups.map((label, index) => ({ label, value: all[index] ?? 0 })),
        sum: 'all together',
      }),
    )}
${appraisalTable(of.countries, `Present values by country: ${title}`)}
${appraisalTable(of.groups, `Present values by group and country: ${title}`)}
${figureBlock(document, cashFlow({ id: `flows-${id}`, title: `Year by year: ${title}`, unit, ...flows }))}
<details><summary>Effects, other conventions, switching values, what is left at the end</summary>
${appraisalTable(of.effects, `Present values by effect: ${title}`)}
${appraisalTable(of.beside, `By the rules of others: ${title}`)}
${words(of.access, 'country').length > 0 ? appraisalTable(of.access, `What access charges recover of keeping the track up: ${title}`) : ''}
${appraisalTable(of.switching, `Change until the value is zero: ${title}`)}
<p class="note">A dash: the sign stays the same from −100 % to +1000 %.</p>
${appraisalTable(of.residual, `What is left at the end of the years: ${title}`)}
${appraisalTable(of.wider, `Wider effects, not part of the value: ${title}`)}
${of.bridge ? appraisalTable(of.bridge, `From the money of the railways to the value for society: ${title}`) : ''}
${of.integrated.length > 0 ? html`<p class="note">In these markets the cost changes much or a way is new, so that the rule of half would overstate; the demand curve was integrated: ${of.integrated.join(', ')}.</p>` : ''}
${of.outside.length > 0 ? html`<p class="note">Spent outside the years looked at and not counted: ${of.outside.join(', ')}.</p>` : ''}
</details>`,
  );
}
