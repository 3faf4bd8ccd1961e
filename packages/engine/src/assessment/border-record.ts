import type { Model, Quantity } from '../corridor/index.ts';
import type { Input } from '../evidence/index.ts';
import type { BorderStay, LeftOutNode } from '../operations/index.ts';
import type { Series } from './assessment.ts';
import { series } from './figures.ts';

const hour = 3600;

/**
 * What others published of borders and yards, as it was written.
 *
 * @param model - the corridor with its stated values
 * @param quantities - the published times
 * @param inputs - the same as inputs, by path
 * @param restsOn - key of their trace
 * @returns name, border, time and bounds (h), sources; null where nothing is stated
 * @example
 * ```ts
 * publishedTimes(model, quantities, inputs, 'published times')?.columns[0]?.values; // names
 * ```
 */
export function publishedTimes(
  model: Model,
  quantities: readonly Quantity[],
  inputs: Readonly<Record<string, Input>>,
  restsOn: string,
): Series | null {
  const rows = Object.entries(model.published_times).map(([id, { name, border, time }]) => {
    const path = `published_times.${id}.time`;
    const { low = null, high = null, sources = [] } = inputs[path] ?? {};
    const inHours = (quantities.find((quantity) => quantity.path === path)?.factor ?? hour) / hour;
    return { name, border: border ?? null, time: time / hour, low, high, inHours, sources };
  });
  if (rows.length === 0) return null;
  const bound = (of: 'low' | 'high') => rows.map((row) => (row[of] === null ? null : row[of] * row.inHours));
  return series(
    [
      ['name', null, rows.map(({ name }) => name)],
      ['border', null, rows.map(({ border }) => border)],
      ['time', 'h', rows.map(({ time }) => time)],
      ['low', 'h', bound('low')],
      ['high', 'h', bound('high')],
      ['sources', null, rows.map(({ sources }) => sources.join(', '))],
    ],
    restsOn,
  );
}

/**
 * Today's stays at border yards.
 *
 * @param stays - as simulated
 * @param restsOn - key of their trace
 * @returns border, yard, flow, arrivals a day, mean, half of its interval and P90 (h); null of none
 * @example
 * ```ts
 * borderStaySeries(study.borderStays, 'border stays');
 * ```
 */
export function borderStaySeries(stays: readonly BorderStay[], restsOn: string): Series | null {
  if (stays.length === 0) return null;
  return series(
    [
      ['border', null, stays.map(({ border }) => border)],
      ['yard', null, stays.map(({ facility }) => facility)],
      ['flow', null, stays.map(({ flow }) => flow)],
      ['arrivals', '1/day', stays.map(({ arrivals }) => arrivals)],
      ['mean', 'h', stays.map(({ mean }) => mean / hour)],
      ['half width', 'h', stays.map(({ halfWidth }) => halfWidth / hour)],
      ['p90', 'h', stays.map(({ p90 }) => p90 / hour)],
    ],
    restsOn,
  );
}

/**
 * How the screening of nodes does under options that it was not fitted to.
 *
 * @param nodes - as left out one by one
 * @param restsOn - key of their trace
 * @returns node, options, simulated wait, error before any fit and when left out (h); null of none
 * @example
 * ```ts
 * screenedNodeSeries(study.appraisal.leftOut, 'screened nodes');
 * ```
 */
export function screenedNodeSeries(nodes: readonly LeftOutNode[], restsOn: string): Series | null {
  if (nodes.length === 0) return null;
  return series(
    [
      ['node', null, nodes.map(({ name }) => name)],
      ['options', '1', nodes.map(({ options }) => options)],
      ['simulated', 'h', nodes.map(({ simulated }) => simulated / hour)],
      ['unfitted', 'h', nodes.map(({ unfitted }) => unfitted / hour)],
      ['left out', 'h', nodes.map(({ leftOut }) => leftOut / hour)],
    ],
    restsOn,
  );
}
