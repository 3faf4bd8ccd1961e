import type { LineRecord } from '@throughline/engine';
import { pathOf } from '../path-data.ts';
import { svg } from '../svg.ts';
import type { Point } from './clip.ts';
import { lineStyle } from './line-style.ts';

/** A line on the map, with cross ticks where it is under wire. */
export function track(document: Document, line: LineRecord, path: readonly Point[]): Element {
  const style = lineStyle(line);
  const ticks = style.isElectrified ? [crossTicks(document, path, style.stroke)] : [];
  return svg(
    document,
    'g',
    { class: 'mark' },
    ...ticks,
    svg(document, 'path', {
      d: pathOf(path),
      fill: 'none',
      stroke: style.stroke,
      'stroke-width': style.width,
      'stroke-dasharray': style.dash,
      'stroke-linejoin': 'round',
    }),
  );
}

function crossTicks(document: Document, path: readonly Point[], stroke: string): Element {
  const all = samples(path, 14);
  const d = all.slice(1).map(([x, y], index) => {
    const [bx, by] = all[index]!;
    const length = Math.hypot(x - bx, y - by) || 1;
    const [nx, ny] = [(-(y - by) / length) * 4, ((x - bx) / length) * 4];
    return pathOf([
      [x - nx, y - ny],
      [x + nx, y + ny],
    ]);
  });
  return svg(document, 'path', { d: d.join(''), stroke, 'stroke-width': 1, fill: 'none' });
}

/**
 * Points along a path, evenly apart.
 *
 * @param path - pixels
 * @param step - pixels between them
 */
export function samples(path: readonly Point[], step: number): Point[] {
  const found: Point[] = [];
  let rest = 0;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    for (let at = rest; at < length; at += step) {
      found.push([a[0] + ((b[0] - a[0]) * at) / length, a[1] + ((b[1] - a[1]) * at) / length]);
    }
    rest = length === 0 ? rest : (((rest - length) % step) + step) % step;
  }
  return found;
}
