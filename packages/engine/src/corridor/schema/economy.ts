import { choice, collection, quantity, table, text, whole } from '../declare-attributes.ts';
import { sourced } from './shared.ts';

const discountBand = table('Discount band', 'A discount rate and the years in which it holds.', {
  until: whole('Last year in which it holds, counted from the base year of the appraisal.', 1, 1000),
  rate: quantity('1', 'Rate a year, real.', { min: -0.5, max: 1 }),
});

/** An appraisal convention: by whose rules costs and benefits are compared. */
export const conventionTable = table(
  'Appraisal convention',
  'The rules of one body for comparing costs and benefits.',
  {
    name: text('What it is called.'),
    body: text('Whose rules they are.'),
    discount: collection(discountBand, 'Social discount rates, in the order of their years.'),
    ratio: choice('Where operating cost and revenue stand in the benefit–cost ratio.', [
      'all costs',
      'net benefit over investment',
      'transport budget',
    ]),
    numeraire: choice('Prices in which everything is counted.', ['domestic', 'world']),
    residual: choice('How what is left at the horizon is valued.', ['remaining flows', 'remaining life']),
    operating_years: whole('Years of operation that are counted.', 1, 200),
    ...sourced,
  },
);
