import { numbers, partyBars, words } from '@throughline/charts';
import type { DebtFrameworkRecord, Figure, PlanRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import { appraisalTable } from '../appraisal-table.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { fold } from '../folds.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

/** Can it be paid for: the plans, then each option under each of them. */
export function financeChapter(edition: Edition): Markup {
  const { appraisal } = edition.assessment;
  const without = appraisal.without.finance;
  return html`<section aria-labelledby="finance">
<h2 id="finance">Can it be paid for</h2>
${without ? html`<p>Not worked out: ${without}.</p>` : told(edition)}
</section>`;
}

function told(edition: Edition): Markup {
  const { appraisal } = edition.assessment;
  const plans = Object.values(appraisal.plans);
  return html`<p>Money is nominal here, in the currency of the state that borrows, with prices and exchange rates of each currency. A grant element below zero means that the money costs more than the discount rate.</p>
<ul>${plans.map(({ title, summary }) => html`<li><strong>${title}</strong>: ${summary}</li>`)}</ul>
${appraisal.debt_frameworks.map(framework)}
${overview(edition)}
${edition.options.map(([id, option]) => {
  const of = appraisal.options[id];
  return of ? one(edition, id, option.title, of.plans) : '';
})}`;
}

/** Every option under every plan beside each other. */
function overview({ assessment, options }: Edition): Markup {
  const { appraisal } = assessment;
  const rows = options.flatMap(([id, option]) =>
    Object.entries(appraisal.options[id]?.plans ?? {}).flatMap(([plan, of]): Content[][] =>
      of.impossible === null
        ? [
            [
              html`<a href="#${anchor('finance', id)}">${option.title}</a>: ${appraisal.plans[plan]?.title ?? plan}`,
              stated(of.value),
              of.internal_rate?.replace(/ \(.*/, '') ?? '–',
              stated(of.least_cover),
              stated(of.life_cover),
              stated(of.grant_element),
              stated(of.subsidy),
              stated(of.most_debt_over_product),
            ],
          ]
        : [],
    ),
  );
  if (rows.length === 0) return html``;
  const heads = [
    'Option and plan',
    'Value before finance',
    'Internal rate',
    'Least cover (DSCR)',
    'Cover over the life (LLCR)',
    'Grant element',
    'Paid by the state',
    'Most debt over product',
  ];
  return html`${table(
    heads.map((head) => ({ head })),
    rows,
    { caption: 'Options and plans beside each other', stacks: true },
  )}
<p class="note">Value and internal rate are those of the money of the railways, nominal and before any loan, so that plans do not change them, unless one is repaid from access charges alone. A cover below 0 means that trains and track cost more than they earn before any debt is served. What the state pays is its own share of building and whatever revenue does not cover, as a present value. Ranges stand with each option below.</p>`;
}

/** A figure without its range, for a table in which many stand beside each other. */
function stated(figure: Figure | null): Markup {
  return quantity(figure && { value: figure.value, unit: figure.unit });
}

/** Thresholds of debt where a framework applies; without a verdict where it does not. */
function framework({ name, country, applies, thresholds }: DebtFrameworkRecord): Markup {
  return applies && thresholds
    ? appraisalTable(thresholds, `What ${country} can carry by its capacity: ${name}`)
    : html`<p class="note">${name}: ${country} has access to markets and is not assessed by it, so its debt gets ratios here and no verdict.</p>`;
}

function one(edition: Edition, id: string, title: string, plans: Readonly<Record<string, PlanRecord>>): Markup {
  const { appraisal } = edition.assessment;
  const name = (plan: string) => appraisal.plans[plan]?.title ?? plan;
  const entries = Object.entries(plans);
  const possible = entries.filter(([, plan]) => plan.impossible === null);
  if (possible.length === 0) {
    const why = entries[0]?.[1].impossible ?? 'No plan';
    return fold(anchor('finance', id), title, html`<p>${why}: nothing of it is built in the country that borrows.</p>`);
  }
  const heads = ['Plan', 'Grant element', 'Gift', 'Paid by the state', 'If foreign money is 25 % dearer'];
  const burdens = [
    'Plan',
    'Least cover',
    'Cover over the life',
    'Debt over product',
    'Service over exports',
    'Service over revenue',
  ];
  const rows = possible.map(([plan, of]): Content[] => [
    name(plan),
    of.grant_element ? html`${quantity(of.grant_element)} <span class="unit">${of.rule ?? ''}</span>` : '–',
    quantity(of.grant_equivalent),
    quantity(of.subsidy),
    quantity(of.subsidy_after_shock),
  ]);
  const carried = possible.map(([plan, of]): Content[] => [
    name(plan),
    quantity(of.least_cover),
    quantity(of.life_cover),
    quantity(of.most_debt_over_product),
    quantity(of.most_service_over_exports),
    quantity(of.most_service_over_revenue),
  ]);
  const [, first] = possible[0] ?? [];
  return fold(
    anchor('finance', id),
    title,
    html`<p>Before any finance the railways of the borrower gain ${quantity(first?.value)} in nominal money at its discount rate; internal rate ${first?.internal_rate ?? '–'}.</p>
${table(
  heads.map((head) => ({ head })),
  rows,
  { caption: `Plans for ${title}`, stacks: true },
)}
${table(
  burdens.map((head) => ({ head })),
  carried,
  { caption: `What carries the debt: ${title}`, stacks: true },
)}
<p class="note">Covers are what the railways earn over what is due, in the worst year and over the life of the debt; below 1 the state pays. Ratios are those of the worst year, of this debt alone.</p>
${possible.filter(([, plan]) => hasGift(plan)).map(([plan, of]) => gifts(edition, id, plan, name(plan), of))}
<details><summary>Terms, and money year by year</summary>
${possible.map(([plan, of]) => html`${appraisalTable(of.funds, `Where the money comes from: ${name(plan)}`)}${appraisalTable(of.years, `Nominal money by year: ${name(plan)}`)}`)}
</details>`,
  );
}

function hasGift({ funds }: PlanRecord): boolean {
  return numbers(funds, 'grant element').some((part) => part !== null);
}

function gifts({ document }: Edition, id: string, plan: string, title: string, { funds }: PlanRecord): Markup {
  const amounts = numbers(funds, 'amount');
  const parts = numbers(funds, 'grant element');
  const terms = words(funds, 'terms');
  const given = words(funds, 'fund').flatMap((label, index) => {
    const [amount, part] = [amounts[index] ?? 0, parts[index] ?? null];
    return part === null
      ? []
      : [{ label: `${label} (${terms[index] ?? ''})`, gift: amount * part, lent: amount * (1 - Math.max(0, part)) }];
  });
  const unit = funds.columns.find(({ name }) => name === 'amount')?.unit ?? '';
  return figureBlock(
    document,
    partyBars({ id: `gift-${id}-${plan}`, title: `Gift and loan by party: ${title}`, unit, given }),
  );
}
