import { collection, optional, quantity, record, table, text, texts } from '../declare-attributes.ts';
import { sourced } from './shared.ts';

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
