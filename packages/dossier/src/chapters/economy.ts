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
    of.internal_rate,
    quantity(of.ratio),
    quantity(of.first_year),
    of.best_opening ? quantity(of.best_opening) : 'no year is worth it',
  ]);
  const heads = [
    'Option',
    'Building',
    'Net present value',
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
<p class="note">Where several internal rates exist all are told. Values of time do not grow with income here; the value of life and the cost of carbon do.</p>
${appraised(edition).map(([id, of]) => one(edition, id, title(id), of))}`;
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
${appraisalTable(of.groups, `Present values by group and country: ${title}`)}
${figureBlock(document, cashFlow({ id: `flows-${id}`, title: `Year by year: ${title}`, unit, ...flows }))}
<details><summary>Effects, other conventions, switching values, what is left at the end</summary>
${appraisalTable(of.effects, `Present values by effect: ${title}`)}
${appraisalTable(of.beside, `By the rules of others: ${title}`)}
${appraisalTable(of.switching, `Change until the value is zero: ${title}`)}
<p class="note">A dash: the sign stays the same from −100 % to +1000 %.</p>
${appraisalTable(of.residual, `What is left at the end of the years: ${title}`)}
${appraisalTable(of.wider, `Wider effects, not part of the value: ${title}`)}
${of.bridge ? appraisalTable(of.bridge, `From the money of the railways to the value for society: ${title}`) : ''}
${of.integrated.length > 0 ? html`<p class="note">In these markets the cost changes much or a way is new, so that the rule of half would overstate; the demand curve was integrated: ${of.integrated.join(', ')}.</p>` : ''}
</details>`,
  );
}
