import { type ChartFigure, wide } from '../chart-figure.ts';
import { legend } from '../legend.ts';
import { colour } from '../palette.ts';
import { roundTicks } from '../round-ticks.ts';
import { picture, svg } from '../svg.ts';
import { decimal } from '../text/numbers.ts';
import { digitsOf, scaleOf } from './segment-rows.ts';

const height = 220;
const margin = { top: 8, bottom: 24, left: 64 };

/**
 * Net flow of every year as bars, and the sum of the discounted ones as a line; its end is the net present value.
 *
 * @param of - id, title, unit, years, net flows and cumulative present values
 *
 * @example
 * ```ts
 * cashFlow({ id: 'flows', title: 'Flows', unit: 'MUSD', years: [2025, 2026], net: [-10, 12], cumulative: [-10, 1] });
 * ```
 */
export function cashFlow(of: {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly net: readonly number[];
  readonly cumulative: readonly number[];
}): ChartFigure {
  const { id, title, unit, years, net, cumulative } = of;
  return {
    id,
    title,
    unit,
    table: {
      columns: [
        { label: 'Year', unit: null },
        { label: 'Net benefit', unit, digits: 1 },
        { label: 'Cumulative present value', unit, digits: 1 },
      ],
      rows: years.map((year, index) => [String(year), net[index] ?? 0, cumulative[index] ?? 0]),
    },
    draw: (document, { width } = { width: wide }) => {
      const [low, high] = scaleOf([...net, ...cumulative]);
      const inner = height - margin.top - margin.bottom;
      const y = (value: number) => margin.top + ((high - value) / (high - low || 1)) * inner;
      const step = (width - margin.left) / Math.max(1, years.length);
      const x = (index: number) => margin.left + index * step;
      const key = legend(
        document,
        [
          {
            label: 'net benefit of the year',
            swatch: svg(document, 'rect', { y: 1, width: 18, height: 10, fill: colour('sand') }),
          },
          {
            label: 'cumulative present value',
            swatch: svg(document, 'path', { d: 'M0,6H18', stroke: colour('blue'), 'stroke-width': 2 }),
          },
        ],
        width,
      );
      const bars = net.map((value, index) =>
        svg(document, 'rect', {
          class: 'mark',
          x: x(index) + 0.15 * step,
          y: Math.min(y(0), y(value)),
          width: Math.max(0.7, 0.7 * step),
          height: Math.max(0.3, Math.abs(y(value) - y(0))),
          fill: colour('sand'),
        }),
      );
      const points = cumulative.map((value, index) => `${(x(index) + step / 2).toFixed(1)},${y(value).toFixed(1)}`);
      const curve = svg(document, 'polyline', {
        points: points.join(' '),
        fill: 'none',
        stroke: colour('blue'),
        'stroke-width': 2,
      });
      const axis = roundTicks(low, high, 6).flatMap((value) => [
        svg(document, 'path', {
          d: `M${margin.left},${y(value).toFixed(1)}H${width}`,
          stroke: colour(value === 0 ? 'soft' : 'faint'),
        }),
        svg(
          document,
          'text',
          { x: margin.left - 6, y: y(value) + 4, 'text-anchor': 'end', class: 'small soft' },
          decimal(value, digitsOf([low, high])),
        ),
      ]);
      const every = width > 500 ? 5 : 10;
      const ticks = years.flatMap((year, index) =>
        year % every === 0
          ? [
              svg(
                document,
                'text',
                { x: x(index) + step / 2, y: height - 8, 'text-anchor': 'middle', class: 'small soft' },
                String(year),
              ),
            ]
          : [],
      );
      const plot = svg(
        document,
        'g',
        { transform: `translate(0,${key.height + 4})` },
        ...axis,
        ...bars,
        curve,
        ...ticks,
      );
      return picture(document, title, width, height + key.height + 4, key.element, plot);
    },
  };
}
