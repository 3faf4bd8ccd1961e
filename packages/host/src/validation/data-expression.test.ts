import { describe, expect, it } from 'vitest';
import { parametersIn, readExpression } from './data-expression.ts';

const row: Readonly<Record<string, number>> = { PURPOSE: 3, CHOICE: 2, COST: 50, GA: 0 };
const value = (text: string) => readExpression(text)((name) => row[name]);

describe('an expression over the columns of a table', () => {
  it('follows the usual precedence', () => {
    expect(value('1 + 2 * 3 - 4 / 2')).toBe(5);
    expect(value('(1 + 2) * 3')).toBe(9);
    expect(value('COST*(GA==0)/100')).toBe(0.5);
  });

  it('knows comparisons, sets, and and or', () => {
    expect(value('(PURPOSE in {1,3}) and CHOICE != 0')).toBe(1);
    expect(value('PURPOSE in {1, 2} or CHOICE == 1')).toBe(0);
    expect(value('COST >= 50 and COST < 51')).toBe(1);
  });

  it('tells parameters from columns', () => {
    expect(parametersIn('asc + b_cost*COST/100 + b_cost*GA', new Set(Object.keys(row)))).toEqual([
      'asc',
      'b_cost',
      'b_cost',
    ]);
  });

  it.each(['1 +', '(1', '1 2', 'a ? b', 'PURPOSE in 1', ''])('refuses %j', (text) => {
    expect(() => value(text)).toThrow();
  });

  it('refuses a name that nothing goes by', () => {
    expect(() => value('UNKNOWN + 1')).toThrow('nothing goes by UNKNOWN');
  });
});
