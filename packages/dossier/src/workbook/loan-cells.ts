/** Cells of the terms of a loan, which formulas refer to. */
export const cell = {
  rate: '$B$4',
  maturity: '$B$5',
  grace: '$B$6',
  payments: '$B$7',
  repayment: '$B$8',
  graceInterest: '$B$9',
  upfront: '$B$10',
  commitment: '$B$11',
  guarantee: '$B$12',
  discount: '$B$13',
  drawing: '$B$14',
  amount: '$B$15',
  drawingYears: '$B$16',
} as const;

/** Rows of the years: sixty years from the first drawdown on, which may go on for fifteen. */
export const yearRows = { first: 29, last: 88, count: 60, drawing: 15 } as const;

/** Rows of the payments: fifteen years every month, ninety years twice a year. */
export const paymentRows = { first: 92, last: 271, count: 180 } as const;

/** The drawdowns by year. */
export const drawdowns = `$B$${yearRows.first}:$B$${yearRows.first + yearRows.drawing - 1}`;

/** Columns of the payments. */
export const column = {
  number: 'A',
  time: 'B',
  drawn: 'C',
  debt: 'D',
  undrawn: 'E',
  interest: 'F',
  fees: 'G',
  added: 'H',
  repaid: 'I',
  service: 'J',
  left: 'K',
  factor: 'L',
  drawnFactor: 'M',
} as const;

/** All payments of a column. */
export function allOf(name: keyof typeof column): string {
  return `$${column[name]}$${paymentRows.first}:$${column[name]}$${paymentRows.last}`;
}
