import type { Worksheet } from '@cj-tech-master/excelts';
import type { PlanRecord } from '@throughline/engine';
import { writeFormula, writeRow } from './sheets.ts';

/** A financing plan as the book knows it. */
export interface BookPlan {
  readonly title: string;
  readonly plan: PlanRecord;
}

/** Row of the first plan, and the rows that one plan takes: a head, its funds, and what they come to. */
const first = 5;

/**
 * Plans of one option: part of each fund, which can be changed, its grant element, and that of the whole as a formula beside
 * what the engine found. Money of the budget and of private partners is no gift.
 *
 * @param sheet - to be written
 * @param option - title of the option
 * @param plans - with their funds
 * @returns the row of the result of each plan
 */
export function writePlansSheet(sheet: Worksheet, option: string, plans: readonly BookPlan[]): number[] {
  writeRow(sheet, 1, [`Plans for ${option}`]);
  writeRow(sheet, 2, ['Change the parts of the funds, or their grant elements: that of the whole follows.']);
  let row = first;
  const results: number[] = [];
  for (const { title, plan } of plans) {
    const { parts } = plan;
    const whole = parts.reduce((sum, { amount }) => sum + amount.value, 0);
    writeRow(sheet, row, [title, 'Part', 'Grant element', 'Amount', parts[0]?.amount.unit]);
    const [begin, end] = [row + 1, row + parts.length];
    for (const [index, { fund, amount, grant_element }] of parts.entries()) {
      writeRow(sheet, begin + index, [fund, amount.value / whole, grant_element?.value ?? 0]);
      writeFormula(sheet, begin + index, 4, `B${begin + index}*$D$${end + 1}`);
    }
    const parted = `B${begin}:B${end}`;
    writeRow(sheet, end + 1, ['All of it', null, null, whole]);
    writeFormula(sheet, end + 1, 2, `SUM(${parted})`);
    writeRow(sheet, end + 2, ['Grant element of the whole']);
    writeFormula(sheet, end + 2, 2, `SUMPRODUCT(${parted},C${begin}:C${end})/B${end + 1}`);
    writeRow(sheet, end + 3, ['The same, as the engine found it', plan.grant_element?.value ?? null]);
    writeRow(sheet, end + 4, ['Gift']);
    writeFormula(sheet, end + 4, 2, `B${end + 2}*D${end + 1}`);
    results.push(end + 2);
    row = end + 6;
  }
  sheet.getColumn(1).width = 46;
  return results;
}
