import { colour } from './palette.ts';
import { pathOf } from './path-data.ts';
import { svg } from './svg.ts';
import { clockText, type TimeWindow } from './time-window.ts';
import type { GraphStation } from './train-graph-input.ts';

/**
 * Lines and labels of the time axis, as dense as the drawing is wide.
 *
 * @param document - the page's own document, or one of linkedom
 * @param window - of time shown
 * @param x - abscissa of a time
 * @param top - of the plot, pixels
 * @param height - of the plot, pixels
 * @param isWide - whether a dozen labels fit
 */
export function timeAxis(
  document: Document,
  window: TimeWindow,
  x: (time: number) => number,
  top: number,
  height: number,
  isWide: boolean,
): Element {
  const hours = (window.to - window.from) / 3600;
  const step = [0.25, 0.5, 1, 2, 3, 4, 6].find((every) => hours / every <= (isWide ? 12 : 5)) ?? 6;
  const first = Math.ceil(window.from / 3600 / step);
  const last = Math.floor(window.to / 3600 / step);
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
  const lines = ticks.map((hour) =>
    pathOf([
      [x(3600 * hour), top],
      [x(3600 * hour), top + height],
    ]),
  );
  const names = ticks.map((hour) => {
    const text = hour === 24 ? '24:00' : clockText(3600 * (hour % 24));
    return svg(document, 'text', { x: x(3600 * hour), y: top + height + 18 }, text);
  });
  return svg(
    document,
    'g',
    { class: 'times' },
    svg(document, 'path', { d: lines.join(''), stroke: colour('faint') }),
    svg(document, 'g', { class: 'small soft', 'text-anchor': 'middle' }, ...names),
  );
}

/**
 * A line for each station, and as many names as fit, the ends first.
 *
 * @param document - the page's own document, or one of linkedom
 * @param stations - at least two
 * @param y - ordinate of a distance
 * @param left - where the lines begin, pixels
 * @param right - where they end, pixels
 */
export function stationLines(
  document: Document,
  stations: readonly GraphStation[],
  y: (distance: number) => number,
  left: number,
  right: number,
): Element {
  const order = [...stations].sort((a, b) => a.distance - b.distance);
  const ranked = [order[0]!, order.at(-1)!, ...order.slice(1, -1)];
  const taken: number[] = [];
  const names = ranked.flatMap(({ name, distance }) => {
    const at = y(distance);
    if (taken.some((other) => Math.abs(other - at) < 12)) return [];
    taken.push(at);
    return [svg(document, 'text', { x: left - 6, y: at + 4 }, name)];
  });
  const lines = order
    .map(({ distance }) =>
      pathOf([
        [left, y(distance)],
        [right, y(distance)],
      ]),
    )
    .join('');
  return svg(
    document,
    'g',
    { class: 'stations' },
    svg(document, 'path', { d: lines, stroke: colour('faint') }),
    svg(document, 'g', { class: 'small', 'text-anchor': 'end' }, ...names),
  );
}
