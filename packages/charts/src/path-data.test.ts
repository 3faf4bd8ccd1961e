import { describe, expect, it } from 'vitest';
import { inSteps, pathOf } from './path-data.ts';

/** Where the pen is after each step of path data in steps. */
function walked(data: string): Array<[number, number]> {
  const points: Array<[number, number]> = [];
  for (const [, command, numbers = ''] of data.matchAll(/([Mlhv])([^A-Za-z]+)/g)) {
    const [a = 0, b = 0] = (numbers.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/g) ?? []).map(Number);
    const [x, y] = points.at(-1) ?? [0, 0];
    points.push(
      command === 'M' ? [a, b] : command === 'h' ? [x + a, y] : command === 'v' ? [x, y + a] : [x + a, y + b],
    );
  }
  return points;
}

describe('path data in steps', () => {
  it('comes by every point, without adding up roundings', () => {
    const points = Array.from({ length: 500 }, (_, i) => [i / 3, 40 * Math.sin(i / 7)] as const);
    const walk = walked(pathOf(points));
    const last = walk.at(-1)!;
    expect(Math.abs(last[0] - points.at(-1)![0])).toBeLessThan(0.06);
    expect(Math.abs(last[1] - points.at(-1)![1])).toBeLessThan(0.06);
    expect(walk).toHaveLength(500);
  });

  it('is short: steps along an axis name one number, points that repeat none', () => {
    const points = [
      [1, 2],
      [1, 2],
      [4, 2],
      [4, 2.5],
      [3.5, 2],
    ] as const;
    expect(pathOf(points)).toBe('M1,2h3v.5l-.5-.5');
    expect(pathOf(points, true)).toBe('M1,2h3v.5l-.5-.5Z');
    expect(pathOf([])).toBe('');
  });

  it('is made of absolute lines, and of nothing else', () => {
    expect(inSteps('M0,0L10,5L10,9Z')).toBe('M0,0l10,5v4Z');
    expect(inSteps('M0,0L10,5M7,7H9V8')).toBe('M0,0l10,5M7,7h2v1');
    for (const other of ['M0,0C1,1,2,2,3,3', 'M0,0a2,2,0,1,0,4,0', 'm1,1l2,2', '']) expect(inSteps(other)).toBe(other);
  });
});
