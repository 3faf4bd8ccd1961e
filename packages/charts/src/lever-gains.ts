import * as Plot from '@observablehq/plot';
import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { framed, plotted, tickText } from './plot-picture.ts';
import { svg } from './svg.ts';
import { decimal } from './text/numbers.ts';
import { textWidth } from './text/width.ts';

/** What one change buys. */
export interface LeverGain {
  /** Whose change, and where it is: `Gantry cranes: one more`, `Yard of the border`. */
  readonly label: string;
  readonly place: string;
  /** Hours that a stay there becomes longer, negative when it becomes shorter. */
  readonly hours: number;
  /** Half of its 95 % interval, h; null where it is not known. */
  readonly halfWidth: number | null;
  /** Share of its working time for which it is busy before the change. */
  readonly use: number;
}

/** What {@link leverGains} draws. */
export interface LeverGainsInput {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly gains: readonly LeverGain[];
}

const margins = { marginTop: 2, marginRight: 14, marginBottom: 40, marginLeft: 14 };

/**
 * What one more machine, officer or hour buys: a dot a change with its interval, against the line of no gain.
 *
 * @param input - changes, the most promising first
 *
 * @example
 * ```ts
 * const gains = [{ label: 'Cranes: one more', place: 'Yard', hours: -3.2, halfWidth: 0.6, use: 0.83 }];
 * leverGains({ id: 'levers', title: 'What one more buys', caption: '', gains });
 * ```
 */
export function leverGains({ id, title, caption, gains }: LeverGainsInput): ChartFigure {
  const rows = gains.map((gain, index) => ({ ...gain, key: String(index), isChance: isChance(gain) }));
  return {
    id,
    title,
    unit: 'h',
    caption,
    table: {
      columns: [
        { label: 'Change', unit: null },
        { label: 'Where', unit: null },
        { label: 'Busy before', unit: '%' },
        { label: 'Stay', unit: 'h', digits: 1 },
        { label: '± (95 %)', unit: 'h', digits: 1 },
        { label: '', unit: null },
      ],
      rows: rows.map((row) => [row.label, row.place, 100 * row.use, row.hours, row.halfWidth, chanceText(row)]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, title, rows, width),
  };
}

type Row = LeverGain & { readonly key: string; readonly isChance: boolean };

function isChance({ hours, halfWidth }: LeverGain): boolean {
  return halfWidth === null || Math.abs(hours) <= halfWidth;
}

function chanceText(row: Row): string {
  return row.isChance ? 'may be chance' : '';
}

function textOf(row: Row): string {
  const signed = `${row.hours > 0 ? '+' : ''}${decimal(row.hours, 1)}`;
  const interval = row.halfWidth === null ? '' : ` ± ${decimal(row.halfWidth, 1)}`;
  return [`${signed}${interval} h`, chanceText(row)].filter(Boolean).join(' · ');
}

function draw(document: Document, title: string, rows: readonly Row[], width: number): Element {
  const ends = rows.flatMap(({ hours, halfWidth }) => [hours - (halfWidth ?? 0), hours + (halfWidth ?? 0)]);
  const domain = [Math.min(-0.5, ...ends), Math.max(0.5, ...ends)];
  const fits = (row: Row) => textWidth(`${row.label}  ${textOf(row)}`, 12) < width - 28;
  const head = rows.every(fits) ? 24 : 40;
  const rowHeight = head + 22;
  const plotHeight = margins.marginTop + rows.length * rowHeight + margins.marginBottom;
  const middle = head / 2 + 1;
  const plot = plotted(document, {
    ...margins,
    width,
    height: plotHeight,
    x: { domain },
    y: { type: 'band', domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: colour('faint'), strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({
        label: 'hours of stay',
        labelAnchor: 'right',
        labelArrow: 'none',
        tickFormat: tickText,
        tickSize: 0,
        ticks: 5,
        color: colour('soft'),
      }),
      Plot.ruleX([0], { stroke: colour('ink'), strokeDasharray: '4 2' }),
      Plot.ruleY(rows, {
        y: 'key',
        x1: ({ hours, halfWidth }: Row) => hours - (halfWidth ?? 0),
        x2: ({ hours, halfWidth }: Row) => hours + (halfWidth ?? 0),
        stroke: (row: Row) => colour(row.isChance ? 'grey' : 'blue'),
        strokeWidth: 3,
        dy: middle,
      }),
      Plot.dot(rows, {
        y: 'key',
        x: 'hours',
        r: 5,
        fill: (row: Row) => colour(row.isChance ? 'grey' : 'blue'),
        dy: middle,
        className: 'marks',
      }),
      Plot.text(rows, {
        y: 'key',
        frameAnchor: 'left',
        text: 'label',
        textAnchor: 'start',
        dy: 14 - rowHeight / 2,
        fontWeight: 600,
      }),
      Plot.text(rows, {
        y: 'key',
        frameAnchor: head > 24 ? 'left' : 'right',
        text: textOf,
        textAnchor: head > 24 ? 'start' : 'end',
        dy: (head > 24 ? 30 : 14) - rowHeight / 2,
      }),
    ],
  });
  const dot = (name: string) => svg(document, 'circle', { cx: 9, cy: 6, r: 5, fill: colour(name) });
  const key = legend(
    document,
    [
      { label: 'Change with its 95 % interval', swatch: dot('blue') },
      ...(rows.some((row) => row.isChance)
        ? [{ label: 'Smaller than its interval: may be chance', swatch: dot('grey') }]
        : []),
    ],
    width,
  );
  const top = key.height + 4;
  return framed(document, title, { width, height: top + plotHeight }, plot, top, key.element);
}
