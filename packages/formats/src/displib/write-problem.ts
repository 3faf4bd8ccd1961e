import type { DispatchProblem, Operation } from '@throughline/engine';

/**
 * Writes a DISPLIB problem file; values that equal the format's defaults are left out.
 *
 * @param problem - the problem, times in integer seconds
 * @returns the JSON text, ending in a line break
 * @example
 * writeDisplibProblem({ trains: [], objective: [] })
 */
export function writeDisplibProblem(problem: DispatchProblem): string {
  const objective = problem.objective.map(({ train, operation, threshold, increment, coeff }) => ({
    type: 'op_delay',
    train,
    operation,
    ...(threshold !== 0 && { threshold }),
    ...(increment !== 0 && { increment }),
    ...(coeff !== 0 && { coeff }),
  }));
  return `${JSON.stringify({ trains: problem.trains.map((train) => train.map(written)), objective })}\n`;
}

function written(operation: Operation): object {
  return {
    ...(operation.startLb !== 0 && { start_lb: operation.startLb }),
    ...(operation.startUb !== Number.POSITIVE_INFINITY && { start_ub: operation.startUb }),
    min_duration: operation.minDuration,
    ...(operation.resources.length > 0 && {
      resources: operation.resources.map(({ resource, releaseTime }) => ({
        resource,
        ...(releaseTime !== 0 && { release_time: releaseTime }),
      })),
    }),
    successors: operation.successors,
  };
}
