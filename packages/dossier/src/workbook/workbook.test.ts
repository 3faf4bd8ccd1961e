import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { type Assessment, grantElement, internalRate, presentValue } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { composeWorkbook } from './compose-workbook.ts';
import { letters, sheetName } from './sheets.ts';

const figure = (value: number, unit: string) => ({ value, unit, rests_on: 'economy' });
const net = [-100, -50, 40, 60, 80, 90];
const rate = internalRate(net);
const terms = { rate: 0.03, maturity: 15, grace: 5, paymentsPerYear: 2, repayment: 'equal principal' } as const;
const element = grantElement({ ...terms, upfrontFee: 0.005 }, 0.05);

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
            loans: {
              Bank: {
                rate: figure(terms.rate, '1'),
                maturity: figure(terms.maturity, 'a'),
                grace: figure(terms.grace, 'a'),
                payments: figure(terms.paymentsPerYear, ''),
                repayment: terms.repayment,
                upfront_fee: figure(0.005, '1'),
                commitment_fee: figure(0, '1'),
                guarantee_fee: figure(0, '1'),
                grant_element_at_once: figure(element, '1'),
              },
            },
          },
        },
      },
    },
  },
} as unknown as Assessment;

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
    expect(names).toEqual(['About', 'A line  north south  with a', 'Bank (Loan)']);
    const option = book.worksheets[1]!;
    expect(option.getCell('B10').formula).toMatch(/^SUMPRODUCT\(F16:F21,G16:G21\)/);
    expect(option.getCell('B12').formula).toContain('IRR(F16:F21');
    expect(option.getCell('B11').value).toBeCloseTo(presentValue(net, 0.08), 9);
    const loan = book.worksheets[2]!;
    expect(loan.getCell('B12').formula).toContain('SUMPRODUCT');
    expect(loan.getCell('B13').value).toBeCloseTo(element, 12);
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
        expect(Math.abs(loan[11]! / loan[12]! - 1)).toBeLessThan(1e-6);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
