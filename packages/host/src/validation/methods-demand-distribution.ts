import { furness, gravity } from '@throughline/engine';
import type { Json, JsonRecord } from './methods-file.ts';
import { type MethodsInputs, type MethodsShape, numbersOf, OtherShape } from './methods-inputs.ts';

/** Shapes of the cases of distribution. */
export const distributionShapes: readonly MethodsShape[] = [
  [['seed', 'row_totals', 'column_totals'], balancing],
  [['cost', 'origins', 'destinations', 'beta'], distribution],
];

function balancing(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const seed = tableOf(inputs, 'seed');
  const [rows, columns] = [inputs.numbers('row_totals'), inputs.numbers('column_totals')];
  const { table } = furness(seed, rows, columns);
  const results: Record<string, Json> = { fitted_converged: table, fitted: table };
  for (const name of asked) {
    const iterations = /^after_(\d+)_iterations?$/.exec(name)?.[1];
    if (iterations !== undefined) {
      results[name] = furness(seed, rows, columns, { iterations: Number(iterations) }).table;
    }
    const [, ofSeed, i, j, k, l] = /^(seed_)?odds_ratio_(\d)(\d)_(\d)(\d)$/.exec(name) ?? [];
    if (i === undefined) continue;
    const cells = ofSeed === undefined ? table : seed;
    const cell = (row: string, column: string) => cells[Number(row) - 1]![Number(column) - 1]!;
    results[name] = (cell(i, j!) * cell(k!, l!)) / (cell(i, l!) * cell(k!, j!));
  }
  return results;
}

function distribution(inputs: MethodsInputs): JsonRecord {
  const deterrence = inputs.has('deterrence') ? inputs.any('deterrence') : 'exp(-beta c)';
  if (deterrence !== 'exp(-beta c)') throw new OtherShape(`deterrence ${String(deterrence)}`);
  const { trips, meanCost } = gravity({
    cost: tableOf(inputs, 'cost'),
    origins: inputs.numbers('origins'),
    destinations: inputs.numbers('destinations'),
    deterrence: { kind: 'exponential', beta: inputs.number('beta') },
  });
  return { trips, mean_cost: meanCost };
}

function tableOf(inputs: MethodsInputs, name: string): number[][] {
  return inputs.list(name).map((row, i) => numbersOf(row, `${name}[${i}]`));
}
