import type { Worksheet } from '@cj-tech-master/excelts';
import { writeFormula, writeRow } from './sheets.ts';

/** A loan as the book knows it; rates are parts. */
export interface BookLoan {
  readonly name: string;
  readonly rate: number;
  readonly maturity: number;
  readonly grace: number;
  readonly paymentsPerYear: number;
  readonly upfrontFee: number;
  readonly guaranteeFee: number;
  readonly discount: number;
  /** As the engine found it, drawn at once and untied. */
  readonly grantElement: number;
}

const first = 16;
/** Payments that the sheet has room for: fifty years twice a year. */
const rows = 100;

/**
 * A loan of 100 drawn at once and repaid in equal parts after grace: terms that can be changed, the schedule and the grant
 * element as formulas.
 */
export function writeLoanSheet(sheet: Worksheet, of: BookLoan): void {
  const terms: readonly (readonly [string, number])[] = [
    ['Interest a year', of.rate],
    ['Maturity, years', of.maturity],
    ['Grace, years', of.grace],
    ['Payments a year', of.paymentsPerYear],
    ['Up-front fee', of.upfrontFee],
    ['Guarantee fee a year, on the debt', of.guaranteeFee],
    ['Discount rate a year, effective', of.discount],
  ];
  writeRow(sheet, 1, [of.name]);
  writeRow(sheet, 2, ['A loan of 100, drawn at once, repaid in equal parts. Change the cells below.']);
  for (const [index, [label, value]] of terms.entries()) writeRow(sheet, 4 + index, [label, value]);
  const end = first + rows - 1;
  writeRow(sheet, 12, ['Grant element']);
  writeFormula(sheet, 12, 2, `1-(B8*100+SUMPRODUCT(F${first}:F${end},G${first}:G${end}))/100`);
  writeRow(sheet, 13, ['The same, as the engine found it', of.grantElement]);
  writeRow(sheet, first - 1, ['Payment', 'Debt before', 'Interest', 'Fee', 'Principal', 'Service', 'Discount factor']);
  for (let index = 0; index < rows; index++) {
    const row = first + index;
    writeRow(sheet, row, [index + 1]);
    writeFormula(sheet, row, 2, index === 0 ? '100' : `B${row - 1}-E${row - 1}`);
    writeFormula(sheet, row, 3, `IF(A${row}<=$B$5*$B$7,B${row}*$B$4/$B$7,0)`);
    writeFormula(sheet, row, 4, `IF(A${row}<=$B$5*$B$7,B${row}*$B$9/$B$7,0)`);
    writeFormula(sheet, row, 5, `IF(AND(A${row}>$B$6*$B$7,A${row}<=$B$5*$B$7),100/(($B$5-$B$6)*$B$7),0)`);
    writeFormula(sheet, row, 6, `C${row}+D${row}+E${row}`);
    writeFormula(sheet, row, 7, `(1+$B$10)^(-A${row}/$B$7)`);
  }
  sheet.getColumn(1).width = 40;
}
