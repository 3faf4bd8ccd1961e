import * as Plot from '@observablehq/plot';
import type { Assessment, JourneyRecord } from '@throughline/engine';
import type { ChartFigure } from './chart-figure.ts';
import { wide } from './chart-figure.ts';
import { hatching } from './hatching.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { framed, plotted } from './plot-picture.ts';
import { stackedHours } from './stacked-hours.ts';
import { svg } from './svg.ts';
import { durationText } from './text/quantities.ts';
import { inUnit } from './text/units.ts';
import { textWidth, wrapText } from './text/width.ts';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly journey: JourneyRecord;
  readonly running: number | null;
  readonly border: number | null;
  readonly layover: number | null;
  readonly total: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const rowHeight = 52;
const margins = { marginTop: 2, marginRight: 8, marginBottom: 40, marginLeft: 8 };

/**
 * One journey under every option: running, border and layover end to end, with the range from P10 to P90.
 *
 * @param assessment - a study's results
 * @param journey - id of the journey; options without it are left out
 * @param id - of the figure
 */
export function journeyBars(assessment: Assessment, journey: string, id = `journey-${journey}`): ChartFigure {
  const rows = Object.entries(assessment.options)
    .sort(([, a], [, b]) => a.order - b.order)
    .flatMap(([key, option]) => {
      const record = option.journeys[journey];
      return record ? [rowOf(key, option.title, record)] : [];
    });
  const name = rows[0]?.journey.name ?? journey;
  const title = `${name}: time by option`;
  const hours = (label: string) => ({ label, unit: 'h', digits: 1 });
  return {
    id,
    title,
    unit: 'h',
    caption: 'Bars take every input as stated; the thin line spans the 10th to the 90th percentile of the draws.',
    table: {
      columns: [
        { label: 'Option', unit: null },
        hours('Running'),
        hours('Border'),
        hours('Layover'),
        hours('Total'),
        hours('P10'),
        hours('P90'),
      ],
      rows: rows.map((row) => [row.label, row.running, row.border, row.layover, row.total, row.low, row.high]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, id, title, rows, width),
  };
}

function rowOf(key: string, label: string, journey: JourneyRecord): Row {
  const hours = (figure: JourneyRecord['total'], part: 'value' | 'low' | 'high' = 'value') =>
    figure?.[part] === undefined ? null : inUnit(figure[part], figure.unit, 'h');
  const { total } = journey;
  return {
    key,
    label,
    journey,
    running: hours(journey.running),
    border: hours(journey.border),
    layover: hours(journey.layover),
    total: hours(total),
    low: hours(total, 'low'),
    high: hours(total, 'high'),
  };
}

function draw(document: Document, id: string, title: string, rows: readonly Row[], width: number): Element {
  const layover = `${id}-${width}-layover`;
  const parts = [
    { part: 'running', label: 'Running, with stops', fill: colour('blue') },
    { part: 'border', label: 'Border', fill: colour('vermilion') },
    { part: 'layover', label: 'Layover', fill: `url(#${layover})` },
  ] as const;
  const bars = rows.flatMap((row) => {
    let x1 = 0;
    if (row.total === null) return [];
    return parts.map(({ part, fill }) => {
      const x2 = x1 + (row[part] ?? 0);
      const bar = { key: row.key, x1, x2, fill };
      x1 = x2;
      return bar;
    });
  });
  const reached = rows.filter((row) => row.total !== null);
  const longest = Math.max(1, ...reached.map((row) => row.high ?? row.total!));
  const totals = reached.map((row) => durationText(row.journey.total!));
  const room = Math.max(60, ...totals.map((text) => textWidth(text, 12))) + 14;
  const whisker = reached.filter((row) => row.low !== null && row.high !== null && row.high > row.low);
  const plotHeight = margins.marginTop + rows.length * rowHeight + margins.marginBottom;
  const plot = plotted(document, {
    ...margins,
    width,
    height: plotHeight,
    x: { domain: [0, (longest * width) / (width - room)], label: 'hours', ticks: width > 500 ? 8 : 5, grid: false },
    y: { domain: rows.map((row) => row.key), axis: null, padding: 0 },
    marks: [
      ...stackedHours(bars),
      Plot.link(whisker, {
        y1: 'key',
        y2: 'key',
        x1: 'low',
        x2: 'high',
        stroke: colour('ink'),
        strokeWidth: 1.5,
        dy: 8,
      }),
      Plot.tickX(whisker, {
        y: 'key',
        x: 'low',
        stroke: colour('ink'),
        strokeWidth: 1.5,
        insetTop: 29,
        insetBottom: 13,
      }),
      Plot.tickX(whisker, {
        y: 'key',
        x: 'high',
        stroke: colour('ink'),
        strokeWidth: 1.5,
        insetTop: 29,
        insetBottom: 13,
      }),
      Plot.text(rows, {
        className: 'marks',
        y: 'key',
        frameAnchor: 'left',
        text: (row: Row) => fitted(row.label, width - 16),
        textAnchor: 'start',
        dy: -11,
        fontWeight: 600,
      }),
      Plot.text(rows, {
        y: 'key',
        x: (row: Row) => (row.total === null ? 0 : Math.max(row.total, row.high ?? 0)),
        text: (row: Row) => (row.total === null ? 'does not arrive' : durationText(row.journey.total!)),
        textAnchor: 'start',
        dx: 8,
        dy: 8,
      }),
    ],
  });
  const key = legend(
    document,
    [
      ...parts.map(({ label, fill }) => ({
        label,
        swatch: svg(document, 'rect', { y: 1, width: 18, height: 10, fill }),
      })),
      {
        label: 'P10 to P90',
        swatch: svg(document, 'path', {
          d: 'M0,2V10M0,6H18M18,2V10',
          stroke: colour('ink'),
          'stroke-width': 1.5,
          fill: 'none',
        }),
      },
    ],
    width,
  );
  const height = key.height + 4 + plotHeight;
  const defs = svg(document, 'defs', {}, hatching(document, layover, 'sand', 'paper'));
  return framed(document, title, { width, height }, plot, key.height + 4, defs, key.element);
}

/** A label in one line, cut with an ellipsis where it is longer. */
function fitted(label: string, width: number): string {
  const [first = '', ...rest] = wrapText(label, 13, width);
  return rest.length === 0 ? first : `${first} …`;
}
