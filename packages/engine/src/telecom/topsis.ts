/**
 * Closeness of alternatives to the ideal one, by TOPSIS with vector normalisation.
 *
 * Source: C. L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981).
 *
 * @param matrix - a row an alternative, a column a criterion
 * @param weights - of the criteria, at least 0; they are scaled to add up to 1
 * @param senses - for each criterion 1 when more is better, -1 when less is
 * @returns closeness of each alternative (0 to 1) and its rank (0 is the closest)
 * @throws RangeError when rows, weights and senses do not fit together
 *
 * @example
 * ```ts
 * topsis([[0.8, 30], [0.6, 10]], [0.5, 0.5], [1, -1]).rank; // [1, 0]
 * ```
 */
export function topsis(
  matrix: ReadonlyArray<readonly number[]>,
  weights: readonly number[],
  senses: readonly number[],
): { closeness: number[]; rank: number[] } {
  const criteria = weights.length;
  if (matrix.some((row) => row.length !== criteria) || senses.length !== criteria)
    throw new RangeError(`rows and senses should have ${criteria} entries, as the weights have`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || weights.some((weight) => weight < 0))
    throw new RangeError('weights should be 0 or more, and not all 0');
  const lengths = weights.map((_, j) => Math.sqrt(matrix.reduce((sum, row) => sum + row[j]! * row[j]!, 0)));
  const weighted = matrix.map((row) =>
    row.map((value, j) => (lengths[j] === 0 ? 0 : ((value / lengths[j]!) * senses[j]! * weights[j]!) / total)),
  );
  const column = (j: number) => weighted.map((row) => row[j]!);
  const best = weights.map((_, j) => Math.max(...column(j)));
  const worst = weights.map((_, j) => Math.min(...column(j)));
  const closeness = weighted.map((row) => {
    const [near, far] = [distance(row, best), distance(row, worst)];
    return near + far === 0 ? 1 : far / (near + far);
  });
  const order = closeness.map((_, i) => i).sort((a, b) => closeness[b]! - closeness[a]! || a - b);
  return { closeness, rank: closeness.map((_, i) => order.indexOf(i)) };
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) * (value - b[i]!), 0));
}
