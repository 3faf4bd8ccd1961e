import type { Assessment } from './assessment.ts';

/**
 * All inputs behind a result: those of its trace and of the traces it is made from.
 *
 * @param assessment - the assessment, or its traces
 * @param key - what a figure names in `rests_on`
 * @returns keys of `inputs`, each once
 * @throws RangeError when there is no such trace
 * @example
 * ```ts
 * inputsBehind(assessment, figure.rests_on).map((key) => assessment.inputs[key].sources);
 * ```
 */
export function inputsBehind({ traces }: Pick<Assessment, 'traces'>, key: string): string[] {
  const inputs = new Set<string>();
  const seen = new Set<string>();
  const open = [key];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (!Object.hasOwn(traces, next)) throw new RangeError(`there is no trace ${next}`);
    for (const input of traces[next].inputs) inputs.add(input);
    open.push(...traces[next].through);
  }
  return [...inputs];
}
