import { describe, expect, it } from 'vitest';
import { secondsPerYear } from '../demand/index.ts';
import { approvedSchedule } from './approvals.ts';

describe('open approvals', () => {
  const approval = { by: 'ministry', state: 'open' } as const;
  const approvals = {
    loan: { ...approval, name: 'Loan', expected: 2027, chance: 0.5 },
    bridge: { ...approval, name: 'Bridge', expected: 2028, chance: 0.8, options: ['line'] },
    plan: { ...approval, name: 'Plan', state: 'done' as const },
  };

  it('put works off to the year after the last of them, for the options that need them', () => {
    const early = { begins: 2026, opens: 2032 };
    expect(approvedSchedule(approvals, 'line', early)).toMatchObject({ delay: 3, chance: 0.4 });
    expect(approvedSchedule(approvals, 'yard', early)).toMatchObject({ delay: 2, chance: 0.5 });
    expect(approvedSchedule(approvals, 'yard', { begins: 2030, opens: 2031 }).delay).toBe(0);
  });

  it('put them off further by the whole years by which they slip', () => {
    const late = { ...approvals, loan: { ...approvals.loan, slip: 2.6 * secondsPerYear } };
    const { open, delay } = approvedSchedule(late, 'line', { begins: 2026, opens: 2032 });
    expect(delay).toBe(5);
    expect(open[0]).toEqual({ id: 'loan', name: 'Loan', expected: 2030, chance: 0.5 });
  });

  it('put only the opening off where only that waits for them', () => {
    const rules = { rules: { ...approval, name: 'Rules', expected: 2033, holds_up: 'opening' as const } };
    expect(approvedSchedule(rules, 'line', { begins: 2026, opens: 2032 }).delay).toBe(2);
    expect(approvedSchedule(rules, 'line', { begins: 2026, opens: 2036 }).delay).toBe(0);
  });

  it('leave the schedule as it is where one has no date', () => {
    const undated = { ...approvals, land: { ...approval, name: 'Land' } };
    expect(approvedSchedule(undated, 'line', { begins: 2026, opens: 2032 })).toMatchObject({ chance: null, delay: 0 });
  });
});
