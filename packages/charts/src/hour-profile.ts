import * as Plot from '@observablehq/plot';
import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { framed, plotted } from './plot-picture.ts';
import { svg } from './svg.ts';

/** Something that goes up and down over the day. */
export interface HourCurve {
  readonly label: string;
  /** One value an hour, from 0 to 23 o'clock. */
  readonly values: readonly number[];
}

/** What {@link hourProfile} draws. */
export interface HourProfileInput {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  /** What is counted, such as `waiting`. */
  readonly axis: string;
  /** At most five, so that they keep apart. */
  readonly curves: readonly HourCurve[];
}

const looks = [
  { colour: 'vermilion', dash: '' },
  { colour: 'blue', dash: '6 3' },
  { colour: 'green', dash: '2 2' },
  { colour: 'plum', dash: '9 3 2 3' },
  { colour: 'sand', dash: '12 3' },
] as const;
const margins = { marginTop: 14, marginRight: 12, marginBottom: 36, marginLeft: 40 };
const height = 260;

/**
 * Values by hour of the day, as steps.
 *
 * @param input - curves
 *
 * @example
 * ```ts
 * const values = Array.from({ length: 24 }, (_, hour) => (hour < 8 ? 3 : 1));
 * hourProfile({ id: 'queue', title: 'Queues', caption: '', axis: 'waiting', curves: [{ label: 'Customs', values }] });
 * ```
 */
export function hourProfile({ id, title, caption, axis, curves }: HourProfileInput): ChartFigure {
  return {
    id,
    title,
    unit: null,
    caption,
    table: {
      columns: [{ label: 'Hour', unit: null }, ...curves.map(({ label }) => ({ label, unit: null, digits: 2 }))],
      rows: Array.from({ length: 24 }, (_, hour) => [`${hour}:00`, ...curves.map(({ values }) => values[hour] ?? 0)]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, title, axis, curves, width),
  };
}

function draw(document: Document, title: string, axis: string, curves: readonly HourCurve[], width: number): Element {
  const most = Math.max(0.1, ...curves.flatMap(({ values }) => values));
  const steps = curves.map(({ values }) => [...values, values.at(-1) ?? 0].map((value, hour) => ({ hour, value })));
  const plot = plotted(document, {
    ...margins,
    width,
    height,
    x: { domain: [0, 24] },
    y: { domain: [0, most] },
    marks: [
      Plot.gridY({ stroke: colour('faint'), strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        label: 'o’clock',
        labelAnchor: 'right',
        labelArrow: 'none',
        tickSize: 0,
        ticks: width > 500 ? 12 : 6,
        color: colour('soft'),
      }),
      Plot.axisY({ label: axis, labelArrow: 'none', tickSize: 0, ticks: 5, color: colour('soft') }),
      ...steps.map((points, index) =>
        Plot.line(points, {
          x: 'hour',
          y: 'value',
          curve: 'step-after',
          stroke: colour(looks[index % looks.length]!.colour),
          strokeWidth: 2,
          strokeDasharray: looks[index % looks.length]!.dash,
        }),
      ),
      Plot.ruleY([0], { stroke: colour('soft') }),
    ],
  });
  const key = legend(
    document,
    curves.map(({ label }, index) => ({
      label,
      swatch: svg(document, 'path', {
        d: 'M0,6H18',
        stroke: colour(looks[index % looks.length]!.colour),
        'stroke-width': 2,
        'stroke-dasharray': looks[index % looks.length]!.dash || undefined,
      }),
    })),
    width,
  );
  const top = key.height + 4;
  return framed(document, title, { width, height: top + height }, plot, top, key.element);
}
