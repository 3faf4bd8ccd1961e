import { expect, it } from 'vitest';
import type { EconomicOption } from './economic-option.ts';
import { scheduled } from './scheduled-option.ts';

const item = (kind: string, begins: number, ends: number) => ({ name: kind, kind, begins, ends, cost: 1 });

function option(capital: object, approvals: object): EconomicOption {
  return { id: 'line', opens: 2030, model: { capital, disruptions: {}, approvals } } as unknown as EconomicOption;
}

const minimum = option({ renewal: item('renewal', 2027, 2028) }, {});
const capital = {
  renewal: item('renewal', 2027, 2028),
  design: item('management', 2025, 2029),
  tunnel: item('works', 2027, 2029),
};
const loan = { name: 'Loan', by: 'ministry', state: 'open', expected: 2028 };

it('puts off what the option builds itself and its opening, and leaves alone what the do-minimum builds as well', () => {
  const late = scheduled(option(capital, { loan }), minimum);
  expect(late.opens).toBe(2032);
  expect(late.model.capital.tunnel).toMatchObject({ begins: 2029, ends: 2031 });
  expect(late.model.capital.renewal).toMatchObject({ begins: 2027, ends: 2028 });
  expect(late.asStated.opens).toBe(2030);
});

it('is as stated where everything is approved, and does not let design wait for a loan', () => {
  const done = scheduled(option(capital, { loan: { ...loan, state: 'done' } }), minimum);
  expect([done.opens, done.schedule.delay]).toEqual([2030, 0]);
  const inTime = scheduled(option(capital, { loan: { ...loan, expected: 2026 } }), minimum);
  expect(inTime.schedule.delay).toBe(0);
});
