import type { Worksheet } from '@cj-tech-master/excelts';
import { cell, column, drawdowns, paymentRows, yearRows } from './loan-cells.ts';
import { writeFormula, writeRow } from './sheets.ts';

const heads: Readonly<Record<keyof typeof column, string>> = {
  number: 'Payment',
  time: 'Years from the beginning',
  drawn: 'Drawn',
  debt: 'Debt before',
  undrawn: 'Not drawn before',
  interest: 'Interest',
  fees: 'Fees',
  added: 'Interest added to the debt',
  repaid: 'Principal',
  service: 'Service',
  left: 'Debt after',
  factor: 'Discount factor',
  drawnFactor: 'Discount factor of the drawdown',
};

/** The schedule of a loan, payment by payment. */
export function writePayments(sheet: Worksheet): void {
  writeRow(sheet, paymentRows.first - 1, Object.values(heads));
  for (let index = 0; index < paymentRows.count; index++) {
    const row = paymentRows.first + index;
    writeRow(sheet, row, [index + 1]);
    for (const [name, formula] of Object.entries(formulasOf(row, index === 0))) {
      writeFormula(sheet, row, column[name as keyof typeof column].charCodeAt(0) - 64, formula);
    }
  }
}

function formulasOf(row: number, isFirst: boolean): Record<Exclude<keyof typeof column, 'number'>, string> {
  const at = (name: keyof typeof column) => `${column[name]}${row}`;
  const before = (name: keyof typeof column) => `${column[name]}${row - 1}`;
  const all = `${cell.maturity}*${cell.payments}`;
  const inGrace = `${at('number')}<=${cell.grace}*${cell.payments}`;
  const isOver = `${at('number')}>${all}`;
  const atOnce = `${cell.drawing}="at once"`;
  const year = `(INT((${at('number')}-1)/${cell.payments})+1)`;
  const ofYear = `IF(${year}<=${yearRows.drawing},INDEX(${drawdowns},IF(${year}<=${yearRows.drawing},${year},1))/${cell.payments},0)`;
  // What is drawn within a period bears interest for half of it.
  const part = `IF(${atOnce},1,0.5)`;
  const bearing = `(${at('debt')}+${part}*${at('drawn')})`;
  const idle = `(${at('undrawn')}-${part}*${at('drawn')})`;
  const rate = `${cell.rate}/${cell.payments}`;
  const owed = `(${at('debt')}+${at('drawn')}+${at('added')})`;
  const rest = `(${all}-${at('number')}+1)`;
  const level = `IF(${cell.rate}=0,${owed}/${rest},${owed}*${rate}/(1-(1+${rate})^(-${rest}))-${at('interest')})`;
  const due = `IF(${cell.repayment}="bullet",0,IF(${cell.repayment}="annuity",${level},${owed}/${rest}))`;
  const fee = `(${cell.commitment}*${idle}+${cell.guarantee}*${bearing})/${cell.payments}`;
  return {
    time: `${at('number')}/${cell.payments}`,
    drawn: `IF(${atOnce},${isFirst ? cell.amount : '0'},${ofYear})`,
    debt: isFirst ? '0' : before('left'),
    undrawn: isFirst ? cell.amount : `${before('undrawn')}-${before('drawn')}`,
    interest: `IF(${isOver},0,${rate}*${bearing})`,
    fees: `IF(${isOver},0,${fee})`,
    added: `IF(AND(${inGrace},${cell.graceInterest}="capitalised"),${at('interest')},0)`,
    repaid: `IF(${isOver},0,IF(${at('number')}=${all},${owed},IF(${inGrace},0,${due})))`,
    service: `${at('interest')}-${at('added')}+${at('fees')}+${at('repaid')}`,
    left: `${owed}-${at('repaid')}`,
    factor: `(1+${cell.discount})^(-${at('time')})`,
    drawnFactor: `(1+${cell.discount})^(-(${at('time')}-0.5/${cell.payments}))`,
  };
}
