import type { Worksheet } from '@cj-tech-master/excelts';
import { numbers } from '@throughline/charts';
import type { LoanRecord } from '@throughline/engine';
import { allOf, cell, drawdowns, paymentRows, yearRows } from './loan-cells.ts';
import { writePayments } from './loan-payments.ts';
import { writeFormula, writeRow } from './sheets.ts';

/** A loan as the book knows it. */
export interface BookLoan {
  readonly name: string;
  /** Title of the option that it pays for. */
  readonly option: string;
  readonly loan: LoanRecord;
  /** Of the rule for grant elements, effective a year. */
  readonly discount: number;
}

/**
 * A loan with terms and drawdowns that can be changed; its schedule payment by payment, service and debt by year, interest
 * while it is drawn and grant element are formulas, beside what the engine found.
 *
 * The rules are those of the engine: interest on the debt at the beginning of a payment period and for half of it on what
 * is drawn in it; drawdowns in the middle of their period, or all at the beginning of a loan drawn at once.
 */
export function writeLoanSheet(sheet: Worksheet, { name, option, loan, discount }: BookLoan): void {
  writeRow(sheet, 1, [name]);
  writeRow(sheet, 2, [`For ${option}. Change the terms in rows 4 to 14 and the drawdowns by year: all else follows.`]);
  const terms: readonly (readonly [string, string | number])[] = [
    ['Interest a year', loan.rate.value],
    ['Maturity, years', loan.maturity.value],
    ['Grace, years', loan.grace.value],
    ['Payments a year: 1, 2, 4 or 12', loan.payments.value],
    ['Repayment: equal principal, annuity or bullet', loan.repayment],
    ['Interest in grace: paid or capitalised', loan.grace_interest],
    ['Up-front fee, of the loan', loan.upfront_fee.value],
    ['Commitment fee a year, on what is not drawn', loan.commitment_fee.value],
    ['Guarantee fee a year, on the debt', loan.guarantee_fee.value],
    ['Discount rate a year, effective', discount],
    ['Drawn: by year or at once', 'by year'],
  ];
  for (const [index, [label, value]] of terms.entries()) writeRow(sheet, 4 + index, [label, value]);
  writeRow(sheet, 15, ['Loan', null, loan.interest_in_construction.unit]);
  writeFormula(sheet, 15, 2, `SUM(${drawdowns})`);
  writeRow(sheet, 16, ['Years in which it is drawn']);
  writeFormula(sheet, 16, 2, `SUM(${drawdowns.replaceAll('B', 'E')})`);
  writeResults(sheet, loan);
  writeYears(sheet, loan);
  writePayments(sheet);
  sheet.getColumn(1).width = 46;
}

function writeResults(sheet: Worksheet, loan: LoanRecord): void {
  const fee = `${cell.upfront}*${cell.amount}`;
  const paid = `${fee}+SUMPRODUCT(${allOf('service')},${allOf('factor')})`;
  const received = `IF(${cell.drawing}="at once",${cell.amount},SUMPRODUCT(${allOf('drawn')},${allOf('drawnFactor')}))`;
  writeRow(sheet, 18, ['Grant element']);
  writeFormula(sheet, 18, 2, `1-(${paid})/${received}`);
  writeRow(sheet, 19, ['The same, as the engine found it', loan.grant_element?.value ?? null]);
  writeRow(sheet, 20, ['If drawn at once, as the engine found it', loan.grant_element_at_once?.value ?? null]);
  writeRow(sheet, 21, ['Interest while it is drawn']);
  writeFormula(sheet, 21, 2, `SUMIF(${allOf('time')},"<="&(${cell.drawingYears}+0.0001),${allOf('interest')})`);
  writeRow(sheet, 22, ['The same, as the engine found it', loan.interest_in_construction.value]);
  writeRow(sheet, 23, ['All interest and fees']);
  writeFormula(sheet, 23, 2, `SUM(${allOf('interest')})+SUM(${allOf('fees')})+${fee}`);
  writeRow(sheet, 24, ['Debt after the last row; above 0 where the sheet has too few rows for the loan']);
  writeFormula(sheet, 24, 2, `INDEX(${allOf('left')},${paymentRows.count})`);
}

/** Drawdowns, and service and debt by calendar year. */
function writeYears(sheet: Worksheet, { years }: LoanRecord): void {
  writeRow(sheet, yearRows.first - 1, [
    'Year',
    'Drawn',
    'Service',
    'Debt at the end',
    'Drawn now or later',
    'Service, as the engine found it',
    'Debt, as the engine found it',
  ]);
  const known = (name: string) => numbers(years, name);
  const upTo = (end: number) => `SUMIF(${allOf('time')},"<="&${end + 0.0001},${allOf('service')})`;
  for (let index = 0; index < yearRows.count; index++) {
    const row = yearRows.first + index;
    const isDrawing = index < yearRows.drawing;
    const year = (known('year')[0] ?? 1) + index;
    writeRow(sheet, row, [year, isDrawing ? (known('drawn')[index] ?? 0) : null]);
    writeFormula(
      sheet,
      row,
      3,
      index === 0 ? `${cell.upfront}*${cell.amount}+${upTo(1)}` : `${upTo(index + 1)}-${upTo(index)}`,
    );
    const last = `${index + 1}*${cell.payments}`;
    writeFormula(
      sheet,
      row,
      4,
      `IF(${last}<=${paymentRows.count},INDEX(${allOf('left')},IF(${last}<=${paymentRows.count},${last},1)),0)`,
    );
    if (isDrawing) {
      writeFormula(sheet, row, 5, `IF(SUM(B${row}:B${yearRows.first + yearRows.drawing - 1})>0,1,0)`);
    }
    writeRow(sheet, row, [null, null, null, null, null, known('service')[index], known('debt')[index]]);
  }
}
