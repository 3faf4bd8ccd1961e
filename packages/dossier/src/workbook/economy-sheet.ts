import type { Worksheet } from '@cj-tech-master/excelts';
import { numbers } from '@throughline/charts';
import type { OptionAppraisalRecord } from '@throughline/engine';
import { letters, writeFormula, writeRow } from './sheets.ts';

const kinds = ['capital', 'operating cost', 'revenue', 'benefit'] as const;
const firstYear = 16;

/**
 * One option: its flows by kind and year, factors on each kind and a discount rate that can be changed, and value and
 * internal rate as formulas beside what the engine found.
 *
 * Rates that decline with time stand in the column of discount factors; the rate cell replaces them when it is filled.
 */
export function writeEconomySheet(sheet: Worksheet, title: string, of: OptionAppraisalRecord): void {
  const years = numbers(of.book, 'year');
  const last = firstYear + years.length - 1;
  const range = (column: number) => `${letters(column)}${firstYear}:${letters(column)}${last}`;
  writeRow(sheet, 1, [title]);
  writeRow(sheet, 2, ['Change the cells below: every number to their right and below follows.']);
  writeRow(sheet, 4, ['Discount rate a year; empty for the rates of the convention']);
  for (const [index, kind] of kinds.entries()) writeRow(sheet, 5 + index, [`Factor on ${kind}`, 1]);
  writeRow(sheet, 9, ['Growth a year of operating cost, revenue and benefit beyond that found', 0]);
  writeRow(sheet, 10, ['Net present value']);
  writeFormula(sheet, 10, 2, `SUMPRODUCT(${range(6)},${range(7)})/1000`);
  writeRow(sheet, 10, [null, null, of.value.unit]);
  writeRow(sheet, 11, ['The same, as the engine found it', of.value.value]);
  writeRow(sheet, 12, ['Internal rate of return']);
  // A spreadsheet finds the rate that is nearest to where it begins to look.
  const guess = of.internal_rates[0]?.value ?? 0.05;
  writeFormula(sheet, 12, 2, `IFERROR(IRR(${range(6)},${guess}),"none")`);
  writeRow(sheet, 13, ['The same, as the engine found it', of.internal_rates[0]?.value ?? of.internal_rate]);
  writeRow(sheet, firstYear - 1, [
    'Year',
    ...kinds,
    'Net benefit',
    'Discount factor',
    'Discount rate of the convention',
    'Cumulative present value',
  ]);
  const columns = kinds.map((kind) => numbers(of.book, kind));
  const rates = numbers(of.book, 'discount rate');
  for (const [index, year] of years.entries()) {
    const row = firstYear + index;
    writeRow(sheet, row, [year, ...columns.map((column) => column[index] ?? 0)]);
    const [capital, ...running] = kinds.map((_, kind) => `${letters(2 + kind)}${row}*$B$${5 + kind}`);
    writeFormula(sheet, row, 6, `${capital}+(${running.join('+')})*(1+$B$9)^(A${row}-$A$${firstYear})`);
    writeFormula(sheet, row, 7, index === 0 ? '1' : `G${row - 1}/(1+IF(ISNUMBER($B$4),$B$4,H${row}))`);
    writeRow(sheet, row, [null, null, null, null, null, null, null, rates[index] ?? 0]);
    writeFormula(sheet, row, 9, `${index === 0 ? '0' : `I${row - 1}`}+F${row}*G${row}`);
  }
  sheet.getColumn(1).width = 52;
}
