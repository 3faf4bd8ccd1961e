/**
 * The sum of many numbers with the rounding error carried along: as if added in twice the precision, in the order given.
 *
 * Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
 *
 * @param values - the numbers
 * @returns their sum; 0 of none
 *
 * @example
 * ```ts
 * compensatedSum([1, 1e100, 1, -1e100]); // 2
 * ```
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // An infinite sum has lost nothing that can be told.
  return Number.isFinite(lost) ? sum + lost : sum;
}
