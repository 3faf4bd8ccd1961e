import type { approvalTable, Drawn } from '../corridor/index.ts';

/** What approvals leave of an option's schedule. */
export interface ApprovedSchedule {
  /** Approvals that are still open, the last to be expected first. */
  readonly open: readonly {
    readonly id: string;
    readonly name: string;
    readonly expected: number | null;
    readonly chance: number | null;
  }[];
  /** First year in which main works may begin; null where an open approval has no date. */
  readonly earliest: number | null;
  /** Chance that all are given; null where one of them has none. */
  readonly chance: number | null;
  /** Years by which the stated beginning is too early; 0 where it is not. */
  readonly delay: number;
}

/**
 * The schedule that approvals allow: main works begin the year after the last open approval is expected. Chances are
 * multiplied as if approvals were independent of each other.
 *
 * @param approvals - of the process
 * @param option - id of the option
 * @param begins - first year of its works as stated
 * @example
 * ```ts
 * const loan = { name: 'Loan', by: 'ministries', state: 'open', expected: 2027, chance: 0.6 };
 * approvedSchedule({ loan }, 'line', 2026).delay; // 2
 * ```
 */
export function approvedSchedule(
  approvals: Readonly<Record<string, Drawn<typeof approvalTable>>>,
  option: string,
  begins: number,
): ApprovedSchedule {
  const open = Object.entries(approvals)
    .filter(([, { state, options }]) => state === 'open' && (options === undefined || options.includes(option)))
    .map(([id, { name, expected, chance }]) => ({ id, name, expected: expected ?? null, chance: chance ?? null }))
    .sort((a, b) => (b.expected ?? Infinity) - (a.expected ?? Infinity) || (a.id < b.id ? -1 : 1));
  const dated = open.every(({ expected }) => expected !== null);
  const earliest =
    open.length === 0 ? begins : dated ? Math.max(...open.map(({ expected }) => expected as number)) + 1 : null;
  const chances = open.map(({ chance }) => chance);
  return {
    open,
    earliest,
    chance: chances.every((chance) => chance !== null)
      ? chances.reduce((all: number, chance) => all * (chance as number), 1)
      : null,
    delay: earliest === null ? 0 : Math.max(0, earliest - begins),
  };
}
