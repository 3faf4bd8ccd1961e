import { assignmentShapes } from './methods-demand-assignment.ts';
import { choiceShapes } from './methods-demand-choice.ts';
import { distributionShapes } from './methods-demand-distribution.ts';
import type { JsonRecord } from './methods-file.ts';
import { type MethodsInputs, type MethodsShape, OtherShape } from './methods-inputs.ts';

const shapes: readonly MethodsShape[] = [...distributionShapes, ...assignmentShapes, ...choiceShapes];

/**
 * Evaluates cases of the topic 04-demand; costs, times and flows keep the units of the case.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateDemand(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const shape = shapes.find(([names]) => names.every((name) => inputs.has(name)));
  if (shape === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = shape[1](inputs, asked);
  inputs.needAllRead();
  return results;
}
