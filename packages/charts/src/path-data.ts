import { tenths } from './svg.ts';

/**
 * Path data of a line through points, in steps of tenths of a pixel from point to point, repeated points left out.
 *
 * @param points - pixels
 * @param close - whether it returns to its first point
 */
export function pathOf(points: ReadonlyArray<readonly [x: number, y: number]>, close = false): string {
  const tens = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  const steps = tens.map(([x, y], index) => {
    if (index === 0) return `M${written(x)},${written(y)}`;
    const [dx, dy] = [x - tens[index - 1]![0], y - tens[index - 1]![1]];
    if (dy === 0) return dx === 0 ? '' : `h${written(dx)}`;
    return dx === 0 ? `v${written(dy)}` : `l${written(dx)}${dy < 0 ? '' : ','}${written(dy)}`;
  });
  return points.length === 0 ? '' : `${steps.join('')}${close ? 'Z' : ''}`;
}

/** A tenth of a number, as short as it can be. */
function written(tens: number): string {
  return tenths(tens / 10).replace(/^(-?)0\./, '$1.');
}

/**
 * Path data of straight lines between absolute points, rewritten in steps; any other stays as it is.
 *
 * @param data - of a path, such as `M0,0L10,5Z`
 */
export function inSteps(data: string): string {
  if (!/^(?:M[^A-Za-z]+(?:[LHV][^A-Za-z]+)*Z?)+$/.test(data)) return data;
  return (data.match(/M[^M]*/g) ?? [])
    .map((line) => {
      const points: Array<readonly [number, number]> = [];
      for (const [, command, numbers = ''] of line.matchAll(/([MLHV])([^A-Za-z]+)/g)) {
        const values = (numbers.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
        const [x, y] = points.at(-1) ?? [0, 0];
        if (command === 'H') points.push([values[0] ?? x, y]);
        else if (command === 'V') points.push([x, values[0] ?? y]);
        else for (let i = 0; i + 1 < values.length; i += 2) points.push([values[i]!, values[i + 1]!]);
      }
      return pathOf(points, line.endsWith('Z'));
    })
    .join('');
}
