import * as Plot from '@observablehq/plot';
import { type ChartFigure, wide } from './chart-figure.ts';
import { hatching } from './hatching.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { framed, plotted } from './plot-picture.ts';
import { stackedHours } from './stacked-hours.ts';
import { svg } from './svg.ts';
import { decimal } from './text/numbers.ts';
import { textWidth } from './text/width.ts';

/** One bar: hours by cause. */
export interface HoursByCause {
  readonly label: string;
  readonly parts: ReadonlyArray<{ readonly cause: string; readonly hours: number }>;
  /** Half of the 95 % interval of the mean, h. */
  readonly halfWidth: number | null;
  /** Hours that nine in ten stay below. */
  readonly p90: number | null;
}

/** What {@link hoursByCause} draws. */
export interface HoursByCauseInput {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly rows: readonly HoursByCause[];
}

/** Looks of causes: a colour, and hatching where two share one. */
const looks = [
  { colour: 'blue', hatched: false },
  { colour: 'grey', hatched: false },
  { colour: 'sand', hatched: false },
  { colour: 'plum', hatched: true },
  { colour: 'plum', hatched: false },
  { colour: 'green', hatched: true },
  { colour: 'vermilion', hatched: false },
  { colour: 'green', hatched: false },
  { colour: 'vermilion', hatched: true },
] as const;

const rowHeight = 52;
const margins = { marginTop: 2, marginRight: 8, marginBottom: 40, marginLeft: 8 };

/**
 * Where the hours go: one stacked bar a row, with its total and the hours that nine in ten stay below.
 *
 * @param input - rows with the same causes
 *
 * @example
 * ```ts
 * const parts = [{ cause: 'running', hours: 20 }, { cause: 'border', hours: 24 }];
 * hoursByCause({ id: 'hours', title: 'Where the hours go', caption: '', rows: [{ label: 'Today', parts, halfWidth: 0.4, p90: 61 }] });
 * ```
 */
export function hoursByCause({ id, title, caption, rows }: HoursByCauseInput): ChartFigure {
  const causes = [...new Set(rows.flatMap(({ parts }) => parts.map(({ cause }) => cause)))].filter((cause) =>
    rows.some(({ parts }) => parts.some((part) => part.cause === cause && part.hours > 0)),
  );
  const hours = (label: string) => ({ label, unit: 'h', digits: 1 });
  const of = ({ parts }: HoursByCause, cause: string) => parts.find((part) => part.cause === cause)?.hours ?? 0;
  return {
    id,
    title,
    unit: 'h',
    caption,
    table: {
      columns: [{ label: '', unit: null }, ...causes.map(hours), hours('Total'), hours('± (95 %)'), hours('P90')],
      rows: rows.map((row) => [
        row.label,
        ...causes.map((cause) => of(row, cause)),
        total(row),
        row.halfWidth,
        row.p90,
      ]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, id, title, rows, causes, width),
  };
}

function total({ parts }: HoursByCause): number {
  return parts.reduce((sum, { hours }) => sum + hours, 0);
}

function draw(
  document: Document,
  id: string,
  title: string,
  rows: readonly HoursByCause[],
  causes: readonly string[],
  width: number,
): Element {
  const look = (cause: string) => looks[causes.indexOf(cause) % looks.length]!;
  const fill = (cause: string) =>
    look(cause).hatched ? `url(#${id}-${width}-${causes.indexOf(cause)})` : colour(look(cause).colour);
  const bars = rows.flatMap((row, index) => {
    let x1 = 0;
    return causes.flatMap((cause) => {
      const x2 = x1 + (row.parts.find((part) => part.cause === cause)?.hours ?? 0);
      const bar = { key: String(index), x1, x2, fill: fill(cause) };
      x1 = x2;
      return x2 > bar.x1 ? [bar] : [];
    });
  });
  const lines = rows.map((row, index) => ({
    ...row,
    key: String(index),
    sum: total(row),
    text: `${decimal(total(row), 1)} h`,
  }));
  const longest = Math.max(1, ...lines.map(({ sum, p90 }) => Math.max(sum, p90 ?? 0)));
  const room = Math.max(60, ...lines.map(({ text }) => textWidth(text, 12))) + 14;
  const plotHeight = margins.marginTop + rows.length * rowHeight + margins.marginBottom;
  const plot = plotted(document, {
    ...margins,
    width,
    height: plotHeight,
    x: { domain: [0, (longest * width) / (width - room)], ticks: width > 500 ? 8 : 5, grid: false },
    y: { domain: lines.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      ...stackedHours(bars),
      Plot.tickX(
        lines.filter(({ p90 }) => p90 !== null),
        { y: 'key', x: 'p90', stroke: colour('ink'), strokeWidth: 2, insetTop: 22, insetBottom: 6 },
      ),
      Plot.text(lines, {
        y: 'key',
        frameAnchor: 'left',
        text: 'label',
        textAnchor: 'start',
        dy: 13 - rowHeight / 2,
        fontWeight: 600,
      }),
      Plot.text(lines, { y: 'key', x: 'sum', text: 'text', textAnchor: 'start', dx: 6, dy: 8 }),
    ],
  });
  const key = legend(
    document,
    [
      ...causes.map((cause) => ({
        label: cause,
        swatch: svg(document, 'rect', { y: 1, width: 18, height: 10, fill: fill(cause) }),
      })),
      {
        label: 'nine in ten stay below',
        swatch: svg(document, 'path', { d: 'M9,0V12', stroke: colour('ink'), 'stroke-width': 2 }),
      },
    ],
    width,
  );
  const patterns = causes.flatMap((cause, index) =>
    look(cause).hatched ? [hatching(document, `${id}-${width}-${index}`, look(cause).colour, 'paper')] : [],
  );
  const top = key.height + 4;
  return framed(
    document,
    title,
    { width, height: top + plotHeight },
    plot,
    top,
    svg(document, 'defs', {}, ...patterns),
    key.element,
  );
}
