import type { approvalTable, Drawn } from '../corridor/index.ts';
import { secondsPerYear } from '../demand/index.ts';

/** What approvals leave of an option's schedule. */
export interface ApprovedSchedule {
  /** Approvals that are still open, the last to be expected first. */
  readonly open: readonly {
    readonly id: string;
    readonly name: string;
    /** Year, with what it slips; null where it has no date. */
    readonly expected: number | null;
    readonly chance: number | null;
  }[];
  /** Chance that all are given; null where one of them has none. */
  readonly chance: number | null;
  /** Years by which works and opening are put off; 0 where nothing is late or an open approval has no date. */
  readonly delay: number;
}

/**
 * The schedule that approvals allow: works begin, or the option opens, no sooner than the year after an open approval comes,
 * which is the year it is expected in and the whole years by which it slips. Chances are multiplied as if approvals were
 * independent of each other.
 *
 * @param approvals - of the process
 * @param option - id of the option
 * @param stated - first year of its works, and of its operation
 * @example
 * ```ts
 * const loan = { name: 'Loan', by: 'ministries', state: 'open', expected: 2027, chance: 0.6 };
 * approvedSchedule({ loan }, 'line', { begins: 2026, opens: 2032 }).delay; // 2
 * ```
 */
export function approvedSchedule(
  approvals: Readonly<Record<string, Drawn<typeof approvalTable>>>,
  option: string,
  stated: { readonly begins: number; readonly opens: number },
): ApprovedSchedule {
  const waiting = Object.entries(approvals).filter(
    ([, { state, options }]) => state === 'open' && (options === undefined || options.includes(option)),
  );
  const open = waiting
    .map(([id, { name, expected, slip, chance, holds_up }]) => {
      const comes = expected === undefined ? null : expected + Math.round((slip ?? 0) / secondsPerYear);
      const waits = holds_up === 'opening' ? stated.opens : stated.begins;
      return { id, name, expected: comes, chance: chance ?? null, late: comes === null ? null : comes + 1 - waits };
    })
    .sort((a, b) => (b.expected ?? Infinity) - (a.expected ?? Infinity) || (a.id < b.id ? -1 : 1));
  const chances = open.map(({ chance }) => chance);
  return {
    open: open.map(({ late: _, ...told }) => told),
    chance: chances.every((chance) => chance !== null)
      ? chances.reduce((all: number, chance) => all * (chance as number), 1)
      : null,
    delay: open.every(({ late }) => late !== null) ? Math.max(0, ...open.map(({ late }) => late as number)) : 0,
  };
}
