import type { Program, ProgramFailure, ProgramOptimum, SolveLinearProgram } from '@throughline/engine';
import highsModule, { type Highs, type ModelData } from 'highs';

// Its types tell of the CommonJS build, which wraps the function once more than the ES module that is loaded.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Steps of the simplex method after which a program is given up: work, not seconds, so that the result is the same anywhere. */
const mostSteps = 1_000_000;

/** Options of HiGHS that differ from its own; nothing in them depends on time or on what was solved before. */
const options = {
  output_flag: false,
  random_seed: 0,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
  simplex_iteration_limit: mostSteps,
};

let loaded: Promise<SolveLinearProgram> | undefined;

/**
 * The solver of linear programs that the engine borrows: HiGHS in WebAssembly, loaded once.
 * The same program gives the same bits in Node and in browsers: each is solved from a cold start in a model of its own.
 *
 * @param wasm - the bytes of `highs.wasm`, where the loader would not find the file beside itself
 * @returns the solver; it blocks its thread while it works
 * @throws Error when the WebAssembly cannot be loaded
 * @example
 * ```ts
 * const solve = await loadSolver();
 * solve({ variables: [{ cost: 1, lower: 2, upper: 5 }], constraints: [] }).outcome; // 'optimal'
 * ```
 */
export function loadSolver(wasm?: ArrayBuffer): Promise<SolveLinearProgram> {
  loaded ??= loadHighs(wasm ? { wasmBinary: wasm } : {}).then(
    (highs) => (program: Program) => solveWith(highs, program),
  );
  return loaded;
}

function solveWith(highs: Highs, program: Program): ProgramOptimum | ProgramFailure {
  if (program.variables.some(({ curvature }) => curvature))
    throw new TypeError('The linear solver was given a curvature.');
  return highs.withModel((model): ProgramOptimum | ProgramFailure => {
    model.options.set(options);
    model.passModel(dataOf(program));
    try {
      model.run();
    } catch (problem) {
      if (!(problem instanceof highs.errors.HighsError)) throw problem;
      return { outcome: 'numerical', message: problem.message };
    }
    const status = model.getModelStatus();
    const { optimal, empty, unboundedOrInfeasible } = highs.constants.modelStatus;
    if (status === empty) return nothingToDecide(program);
    if (status === unboundedOrInfeasible) return whichOfBoth(highs, program);
    if (status !== optimal) return failure(highs, status);
    const { colValue, rowDual, colDual } = model.getSolution();
    return {
      outcome: 'optimal',
      objective: model.getObjectiveValue(),
      values: [...colValue],
      duals: [...rowDual],
      reducedCosts: [...colDual],
    };
  });
}

function nothingToDecide({ constraints }: Program): ProgramOptimum {
  return { outcome: 'optimal', objective: 0, values: [], duals: constraints.map(() => 0), reducedCosts: [] };
}

/** Without an objective, a program can only be infeasible. */
function whichOfBoth(highs: Highs, program: Program): ProgramFailure {
  const free = program.variables.map((variable) => ({ ...variable, cost: 0 }));
  const found = solveWith(highs, { ...program, variables: free });
  return found.outcome === 'optimal' ? failure(highs, highs.constants.modelStatus.unbounded) : found;
}

function failure(highs: Highs, status: number): ProgramFailure {
  const { infeasible, unbounded, iterationLimit } = highs.constants.modelStatus;
  if (status === infeasible) return { outcome: 'infeasible', message: 'no values satisfy every row and bound' };
  if (status === unbounded) return { outcome: 'unbounded', message: 'the objective falls without end' };
  if (status === iterationLimit) return { outcome: 'limit', message: `not solved within ${mostSteps} steps` };
  return { outcome: 'numerical', message: `the solver ended with status ${status}` };
}

function dataOf({ variables, constraints }: Program): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of constraints) {
    for (const [variable, coefficient] of terms) {
      indices.push(variable);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return {
    numCols: variables.length,
    numRows: constraints.length,
    colCost: variables.map(({ cost }) => cost),
    colLower: variables.map(({ lower }) => lower),
    colUpper: variables.map(({ upper }) => upper),
    rowLower: constraints.map(({ lower }) => lower),
    rowUpper: constraints.map(({ upper }) => upper),
    matrix: { format: 'csr', numRows: constraints.length, numCols: variables.length, starts, indices, values },
  };
}
