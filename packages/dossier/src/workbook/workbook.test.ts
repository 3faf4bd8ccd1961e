import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import {
  type Assessment,
  type Figure,
  grantElement,
  internalRate,
  type LoanSchedule,
  type LoanTerms,
  loanSchedule,
  packageGrantElement,
  presentValue,
} from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { Recalculated } from '../../test/recalculated.ts';
import { composeWorkbook } from './compose-workbook.ts';
import { letters, sheetName } from './sheets.ts';

const figure = (value: number, unit: string): Figure => ({ value, unit, rests_on: 'economy' });
const net = [-100, -50, 40, 60, 80, 90];
const rate = internalRate(net);
const terms: LoanTerms = {
  rate: 0.03,
  maturity: 15,
  grace: 5,
  paymentsPerYear: 2,
  repayment: 'annuity',
  interestInGrace: 'capitalised',
  upfrontFee: 0.005,
  commitmentFee: 0.0025,
  guaranteeFee: 0.002,
};
const drawn = [100, 250, 150, 0, 40];
const schedule = loanSchedule({ terms, drawn });

/** As much of an assessment as a workbook is made from. */
const assessment = {
  corridor: { title: 'Tiny' },
  options: { minimum: { title: 'Do minimum' }, line: { title: 'A line [north/south] with a long name' } },
  appraisal: {
    do_minimum: 'minimum',
    convention: 'Book',
    plans: { loan: { title: 'Loan', summary: '' } },
    options: {
      line: {
        value: figure(presentValue(net, 0.08), 'MUSD'),
        internal_rate: '',
        internal_rates: rate.kind === 'one' ? [figure(rate.rate, '1')] : [],
        book: {
          rests_on: 'economy',
          columns: [
            { name: 'year', unit: 'year', values: [2025, 2026, 2027, 2028, 2029, 2030] },
            { name: 'capital', unit: 'kUSD', values: [-100_000, -50_000, 0, 0, 0, 0] },
            { name: 'operating cost', unit: 'kUSD', values: [0, 0, -10_000, -10_000, -10_000, -10_000] },
            { name: 'revenue', unit: 'kUSD', values: [0, 0, 20_000, 20_000, 20_000, 20_000] },
            { name: 'benefit', unit: 'kUSD', values: [0, 0, 30_000, 50_000, 70_000, 80_000] },
            { name: 'discount rate', unit: '1', values: [0, 0.08, 0.08, 0.08, 0.08, 0.08] },
          ],
        },
        plans: {
          loan: {
            rule_rate: figure(0.05, '1'),
            grant_element: figure(0.7 * 0.2 + 0.1 * 0.95, '1'),
            parts: [
              { fund: 'Bank', amount: figure(70, 'MUSD'), grant_element: figure(0.2, '1') },
              { fund: 'Aid', amount: figure(10, 'MUSD'), grant_element: figure(0.95, '1') },
              { fund: 'Budget', amount: figure(20, 'MUSD'), grant_element: null },
            ],
            loans: {
              Bank: bookLoan(terms, schedule),
            },
          },
        },
      },
    },
  },
} as unknown as Assessment;

/** A loan as an assessment tells it. */
function bookLoan(of: LoanTerms, { periods, upfrontFee }: LoanSchedule) {
  const inYear = (year: number) => periods.filter(({ time }) => Math.ceil(time - 1e-9) === year + 1);
  const byYear = (value: (year: number) => number) => Array.from({ length: of.maturity }, (_, year) => value(year));
  const drawing = drawn.length;
  return {
    rate: figure(of.rate, '1'),
    maturity: figure(of.maturity, 'a'),
    grace: figure(of.grace, 'a'),
    payments: figure(of.paymentsPerYear, ''),
    repayment: of.repayment,
    grace_interest: of.interestInGrace,
    upfront_fee: figure(of.upfrontFee ?? 0, '1'),
    commitment_fee: figure(of.commitmentFee ?? 0, '1'),
    guarantee_fee: figure(of.guaranteeFee ?? 0, '1'),
    grant_element: figure(grantElement(loanSchedule({ terms: of, drawn }), 0.05), '1'),
    grant_element_at_once: figure(grantElement(of, 0.05), '1'),
    interest_in_construction: figure(
      periods.filter(({ time }) => time <= drawing).reduce((sum, { interest }) => sum + interest, 0),
      'kUSD',
    ),
    years: {
      rests_on: 'economy',
      columns: [
        { name: 'year', unit: 'year', values: byYear((year) => 2028 + year) },
        { name: 'drawn', unit: 'kUSD', values: byYear((year) => drawn[year] ?? 0) },
        {
          name: 'service',
          unit: 'kUSD',
          values: byYear((year) =>
            inYear(year).reduce(
              (sum, row) => sum + row.interest - row.capitalised + row.fees + row.principal,
              year === 0 ? upfrontFee : 0,
            ),
          ),
        },
        { name: 'debt', unit: 'kUSD', values: byYear((year) => inYear(year).at(-1)?.balance ?? 0) },
      ],
    },
  };
}

const program = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
});

async function read(): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.load((await composeWorkbook(assessment)) as never);
  return book;
}

describe('the workbook', () => {
  it('has a sheet for each option and each loan, with what the engine found beside live formulas', async () => {
    const book = await read();
    const names = book.worksheets.map(({ name }) => name);
    expect(names).toEqual(['About', 'A line  north south  with a', 'Plans', 'Bank (Loan)']);
    const option = book.worksheets[1]!;
    expect(option.getCell('B10').formula).toMatch(/^SUMPRODUCT\(F16:F21,G16:G21\)/);
    expect(option.getCell('B12').formula).toContain('IRR(F16:F21');
    expect(option.getCell('B11').value).toBeCloseTo(presentValue(net, 0.08), 9);
    const loan = book.worksheets[3]!;
    expect(loan.getCell('B18').formula).toContain('SUMPRODUCT');
    expect(loan.getCell('B19').value).toBeCloseTo(grantElement(schedule, 0.05), 12);
  });

  const near = (actual: number, expected: number) =>
    expect(Math.abs(actual - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));

  it('recalculates to what the engine found: value and rate, and a loan drawn over years with every fee', async () => {
    const book = await read();
    const [, option, plans, loan] = book.worksheets.map(({ name }) => name) as [string, string, string, string];
    const shown = new Recalculated(book);
    near(shown.number(option, 10, 2), presentValue(net, 0.08));
    near(shown.number(option, 12, 2), rate.kind === 'one' ? rate.rate : Number.NaN);
    near(shown.number(plans, 10, 2), shown.number(plans, 11, 2));
    near(shown.number(loan, 18, 2), shown.number(loan, 19, 2));
    near(shown.number(loan, 21, 2), shown.number(loan, 22, 2));
    for (let year = 0; year < terms.maturity; year++) {
      near(shown.number(loan, 29 + year, 3), shown.number(loan, 29 + year, 6));
      near(shown.number(loan, 29 + year, 4), shown.number(loan, 29 + year, 7));
    }
    expect(shown.number(loan, 24, 2)).toBe(0);
  });

  it('follows a change of any assumption, as the engine would', async () => {
    const changes: readonly (readonly [Partial<LoanTerms>, number | readonly number[], number])[] = [
      [{ repayment: 'equal principal' }, drawn, 0.05],
      [{ repayment: 'equal principal', interestInGrace: 'paid' }, 540, 0.05],
      [{ repayment: 'bullet', paymentsPerYear: 4, grace: 0, guaranteeFee: 0.01 }, drawn, 0.09],
      [{ rate: 0, interestInGrace: 'paid', commitmentFee: 0.01 }, drawn, 0.06],
      [{ rate: 0.012, maturity: 30, grace: 10 }, drawn, 0.05],
    ];
    for (const [change, amounts, discount] of changes) {
      const { rate: interest, maturity, grace, paymentsPerYear, ...rest } = { ...terms, ...change };
      const of = { ...rest, rate: interest, maturity, grace, paymentsPerYear };
      const book = await read();
      const loan = book.worksheets[3]!;
      const cells = [interest, maturity, grace, paymentsPerYear, of.repayment, of.interestInGrace];
      const fees = [of.upfrontFee, of.commitmentFee, of.guaranteeFee, discount];
      for (const [index, value] of [...cells, ...fees, typeof amounts === 'number' ? 'at once' : 'by year'].entries()) {
        loan.getCell(4 + index, 2).value = value as string | number;
      }
      const shown = new Recalculated(book);
      const expected = loanSchedule({ terms: of, drawn: amounts });
      near(shown.number(loan.name, 18, 2), grantElement(expected, discount));
      for (const [index, row] of expected.periods.entries()) {
        near(shown.number(loan.name, 92 + index, 6), row.interest);
        near(shown.number(loan.name, 92 + index, 7), row.fees);
        near(shown.number(loan.name, 92 + index, 9), row.principal);
        near(shown.number(loan.name, 92 + index, 11), row.balance);
      }
    }
  });

  it('follows a change of the discount rate, of any flow and of growth, in its value and in its internal rate', async () => {
    const columns = Object.fromEntries(
      (assessment.appraisal.options.line!.book.columns as readonly { name: string; values: readonly number[] }[]).map(
        (column) => [column.name, column.values],
      ),
    );
    const changes = [
      { rate: 0.03, capital: 1.25, cost: 1, revenue: 1, benefit: 1, growth: 0 },
      { rate: 0.12, capital: 1, cost: 1.1, revenue: 0.8, benefit: 1.3, growth: 0 },
      { rate: null, capital: 0.9, cost: 1, revenue: 1, benefit: 1, growth: 0.03 },
      { rate: 0.09, capital: 1, cost: 1, revenue: 2, benefit: 0.7, growth: -0.05 },
    ];
    for (const { rate: discount, capital, cost, revenue, benefit, growth } of changes) {
      const book = await read();
      const option = book.worksheets[1]!;
      if (discount !== null) option.getCell('B4').value = discount;
      for (const [index, factor] of [capital, cost, revenue, benefit, growth].entries())
        option.getCell(5 + index, 2).value = factor;
      const flows = columns.year!.map((_, year) => {
        const running =
          cost * columns['operating cost']![year]! +
          revenue * columns.revenue![year]! +
          benefit * columns.benefit![year]!;
        return (capital * columns.capital![year]! + running * (1 + growth) ** year) / 1000;
      });
      const shown = new Recalculated(book);
      near(shown.number(option.name, 10, 2), presentValue(flows, discount ?? 0.08));
      const found = internalRate(flows);
      near(shown.number(option.name, 12, 2), found.kind === 'one' ? found.rate : Number.NaN);
    }
  });

  it('follows a change of who gives how much, as the engine would', async () => {
    const book = await read();
    const plans = book.worksheets[2]!;
    // Half of it aid, a third a dearer loan, the rest the budget.
    for (const [index, part] of [1 / 3, 0.5, 1 / 6].entries()) plans.getCell(6 + index, 2).value = part;
    plans.getCell(6, 3).value = -0.05;
    const shown = new Recalculated(book);
    const whole = packageGrantElement([
      { amount: 100 / 3, grantElement: -0.05 },
      { amount: 50, grantElement: 0.95 },
      { amount: 100 / 6, grantElement: 0 },
    ]);
    near(shown.number(plans.name, 10, 2), whole.grantElement);
    near(shown.number(plans.name, 12, 2), whole.grantEquivalent);
  });

  it('is not made where nothing was appraised', async () => {
    const nothing = { ...assessment, appraisal: { ...assessment.appraisal, options: {} } };
    expect(await composeWorkbook(nothing)).toBeNull();
  });

  it('names sheets and columns as spreadsheets can', () => {
    expect([1, 26, 27, 702, 703].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    const taken = new Set<string>();
    const long = 'x'.repeat(60);
    expect([sheetName(long, taken), sheetName(long, taken)].map(({ length }) => length)).toEqual([28, 30]);
  });

  it.skipIf(program === undefined)(
    `recalculates to what the engine found${program === undefined ? ' (skipped: needs LibreOffice)' : ''}`,
    { timeout: 120_000 },
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'throughline-workbook-'));
      try {
        writeFileSync(join(folder, 'book.xlsx'), (await composeWorkbook(assessment)) as Uint8Array);
        const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,false,false,false,false,-1';
        execFileSync(program as string, [
          '--headless',
          '--convert-to',
          filter,
          '--outdir',
          folder,
          join(folder, 'book.xlsx'),
        ]);
        const cells = (part: string) => {
          const file = readdirSync(folder).find((name) => name.endsWith('.csv') && name.includes(part)) as string;
          return readFileSync(join(folder, file), 'utf8')
            .split('\n')
            .map((line) => Number(line.split('\t')[1]));
        };
        const option = cells('A line');
        const loan = cells('Bank');
        expect(Math.abs(option[9]! / option[10]! - 1)).toBeLessThan(1e-6);
        expect(Math.abs(option[11]! / option[12]! - 1)).toBeLessThan(1e-6);
        expect(Math.abs(loan[17]! / loan[18]! - 1)).toBeLessThan(1e-6);
        expect(Math.abs(loan[20]! / loan[21]! - 1)).toBeLessThan(1e-6);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
