import * as Plot from '@observablehq/plot';
import { colour } from './palette.ts';
import { tickText } from './plot-picture.ts';

/** One part of a bar: the row it stands in, where it begins and ends (h), and how it is filled. */
export interface HoursPart {
  readonly key: string;
  readonly x1: number;
  readonly x2: number;
  readonly fill: string;
}

/**
 * Stacked bars over an axis of hours, with its grid and its zero line.
 *
 * @param parts - from left to right within each row
 * @returns marks for `Plot.plot`, to be followed by those of the chart's own
 */
export function stackedHours(parts: readonly HoursPart[]): Plot.Markish[] {
  return [
    Plot.gridX({ stroke: colour('faint'), strokeOpacity: 1 }),
    Plot.axisX({
      label: 'hours',
      labelAnchor: 'right',
      labelArrow: 'none',
      tickFormat: tickText,
      tickSize: 0,
      color: colour('soft'),
    }),
    Plot.barX(parts, { y: 'key', x1: 'x1', x2: 'x2', fill: (part) => part.fill, insetTop: 25, insetBottom: 9 }),
    Plot.ruleX([0], { stroke: colour('soft') }),
  ];
}
