import {
  choice,
  collection,
  optional,
  quantity,
  record,
  reference,
  table,
  text,
  texts,
  whole,
} from '../declare-attributes.ts';
import { many, sourced } from './shared.ts';

const part = (doc: string) => quantity('1', doc, { min: 0, max: 10 });
const weight = (doc: string) => quantity('1', doc);

const aidGroup = table('Group of an aid rule', 'A group of countries and what counts as aid to them.', {
  name: text('What the group is called.'),
  rate: quantity('1', 'Discount rate a year of the grant element.', { min: -0.5, max: 1 }),
  least: optional(quantity('1', 'Least grant element that counts.', { min: 0, max: 1 })),
});

/** A rule for grant elements. */
export const aidRuleTable = table(
  'Rule for grant elements',
  'At which rate a grant element is found, and how much of it counts.',
  {
    name: text('What it is called.'),
    body: text('Whose rule it is.'),
    groups: collection(aidGroup, 'Rates and thresholds by group of countries.'),
    ...sourced,
  },
);

const debtThresholds = table('Debt thresholds', 'What a country of this capacity can carry.', {
  pv_ext_gdp: part('Present value of external public debt over gross domestic product.'),
  pv_ext_exports: part('Present value of external public debt over exports.'),
  ds_exports: part('External debt service over exports.'),
  ds_revenue: part('External debt service over government revenue.'),
  pv_total_gdp: part('Present value of all public debt over gross domestic product.'),
});

/** A framework of debt sustainability. */
export const debtFrameworkTable = table(
  'Debt framework',
  'How the capacity to carry debt is classed, and what follows.',
  {
    name: text('What it is called.'),
    applies_to: texts('ISO codes of countries that are assessed by it.'),
    policy_score: weight('Weight of the score of policies and institutions (1 to 6).'),
    growth: weight('Weight of real growth.'),
    reserves: weight('Weight of reserves over imports.'),
    reserves_squared: weight('Weight of the square of reserves over imports.'),
    remittances: weight('Weight of remittances over the product.'),
    world_growth: weight('Weight of the growth of the world.'),
    weak_below: weight('Indicator below which capacity is weak.'),
    strong_above: weight('Indicator above which capacity is strong.'),
    weak: record(debtThresholds, 'Thresholds of weak capacity.'),
    medium: record(debtThresholds, 'Thresholds of medium capacity.'),
    strong: record(debtThresholds, 'Thresholds of strong capacity.'),
    ...sourced,
  },
);

const fund = table('Fund', 'A source of money for building, and what it asks for.', {
  name: text('What it is called.'),
  kind: choice('What it is.', ['grant', 'loan', 'budget', 'private']),
  party: reference('parties', 'Who gives it.'),
  share: quantity('1', 'Part of the capital cost; the shares of a plan add up to 1.', { min: 0, max: 1 }),
  currency: reference('currencies', 'In which money it is given and paid back.'),
  rate: optional(quantity('1', 'Interest a year of a loan.', { min: -0.5, max: 1 })),
  maturity: optional(whole('Years from the first drawdown to the last payment of a loan.', 1, 100)),
  grace: optional(whole('Years without repayment of a loan.', 0, 50)),
  payments: optional(whole('Payments a year of a loan (2 when left out).', 1, 12)),
  repayment: optional(
    choice('How a loan is paid back (equal principal when left out).', ['equal principal', 'annuity', 'bullet']),
  ),
  grace_interest: optional(choice('Interest in grace (paid when left out).', ['paid', 'capitalised'])),
  upfront_fee: optional(quantity('1', 'Fee with the first drawdown, of the loan.', { min: 0, max: 1 })),
  commitment_fee: optional(quantity('1', 'Fee a year on what is not drawn.', { min: 0, max: 1 })),
  guarantee_fee: optional(quantity('1', 'Fee a year on the debt.', { min: 0, max: 1 })),
  tied: optional(quantity('1', "Part that must be spent with the lender's suppliers.", { min: 0, max: 1 })),
  tied_premium: optional(quantity('1', 'What these charge above the world price.', { min: 0, max: 5 })),
  equity_return: optional(quantity('1', 'Return a year that a private partner asks for.', { min: 0, max: 1 })),
  years: optional(whole('Years for which a private partner is paid for availability.', 1, 100)),
  indexation: optional(quantity('1', 'Growth a year of payments for availability.', { min: -0.5, max: 1 })),
  ...sourced,
});

/** A financing plan: who pays, on which terms. */
export const financingTable = table('Financing plan', 'Who pays for building, and on which terms.', {
  title: text('Short title.'),
  summary: text('Who pays, in two sentences.'),
  order: whole('Place in tables.', 0, 1000),
  borrower: reference('borrowers', 'The state that has to find the money.'),
  repaid_from: optional(
    choice(
      'Out of whose money it is repaid: that of the whole railway, trains and track together (when left out), or the access charges of the body that keeps the track up.',
      ['the whole railway', 'access charges'],
    ),
  ),
  funds: collection(fund, 'Where the money comes from.'),
  ...sourced,
});

/** A state that borrows: what its debt is measured against. */
export const borrowerTable = table('Borrower', 'A state that borrows, and what its debt is measured against.', {
  product: quantity('money/s', 'Gross domestic product.', { min: 0, max: 1e9 }),
  exports: quantity('money/s', 'Exports of goods and services.', { min: 0, max: 1e9 }),
  revenue: quantity('money/s', "Government's revenue.", { min: 0, max: 1e9 }),
  debt: quantity('1', 'Public debt over the product.', { min: 0, max: 10 }),
  growth: quantity('1', 'Real growth a year.', { min: -0.5, max: 0.5 }),
  ceiling: optional(quantity('1', 'Limit that the state has set itself, of the product.', { min: 0, max: 10 })),
  discount: quantity('1', 'Financial discount rate a year, nominal, in its currency.', { min: 0, max: 1 }),
  ...sourced,
});

/** The keys of finance. */
export const financeCollections = {
  financing: many(financingTable),
  borrowers: many(borrowerTable),
  aid_rules: many(aidRuleTable),
  debt_frameworks: many(debtFrameworkTable),
} as const;
