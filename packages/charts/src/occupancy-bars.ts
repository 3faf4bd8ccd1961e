import * as Plot from '@observablehq/plot';
import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { framed, plotted } from './plot-picture.ts';
import { svg } from './svg.ts';
import { decimal } from './text/numbers.ts';
import { textWidth } from './text/width.ts';

/** How full one section of a line is. */
export interface SectionOccupancy {
  readonly name: string;
  /** Occupied share of the window, 0 or more; above 1 the trains do not fit. */
  readonly occupancy: number;
  /** Recommended limit of the share for this kind of line. */
  readonly limit: number;
  /** Trains in the window, with their unit, e.g. `34 trains` or `17 pairs`. */
  readonly trains?: string;
}

/** What {@link occupancyBars} draws. */
export interface OccupancyBarsInput {
  readonly id: string;
  readonly title: string;
  /** What the share is of, e.g. `24 hours, compressed by UIC 406`. */
  readonly window: string;
  readonly sections: readonly SectionOccupancy[];
}

const margins = { marginTop: 2, marginRight: 14, marginBottom: 36, marginLeft: 8 };

/**
 * Occupancy of each section of a line, against the limit that is recommended for its kind.
 *
 * @param input - the sections from end to end
 *
 * @example
 * ```ts
 * const sections = [{ name: 'Yên Bái – Phố Lu', occupancy: 0.71, limit: 0.6, trains: '40 trains' }];
 * occupancyBars({ id: 'occupancy', title: 'Occupancy', window: '24 hours', sections });
 * ```
 */
export function occupancyBars({ id, title, window, sections }: OccupancyBarsInput): ChartFigure {
  const rows = sections.map((section, index) => ({ ...section, key: String(index), text: textOf(section) }));
  return {
    id,
    title,
    unit: '%',
    caption: `Share of ${window}. The line marks the recommended limit.`,
    table: {
      columns: [
        { label: 'Section', unit: null },
        { label: 'Occupied', unit: '%', digits: 1 },
        { label: 'Limit', unit: '%' },
        { label: 'Trains', unit: null },
      ],
      rows: sections.map(({ name, occupancy, limit, trains }) => [name, 100 * occupancy, 100 * limit, trains ?? null]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, title, rows, width),
  };
}

type Row = SectionOccupancy & { readonly key: string; readonly text: string };

function textOf({ occupancy, limit, trains }: SectionOccupancy): string {
  const share = `${decimal(100 * occupancy)} %`;
  const words = [share, trains ?? '', occupancy > limit ? `over the limit of ${decimal(100 * limit)} %` : ''];
  return words.filter(Boolean).join(' · ');
}

function draw(document: Document, title: string, rows: readonly Row[], width: number): Element {
  const over = ({ occupancy, limit }: Row) => occupancy > limit;
  const most = Math.max(1, ...rows.map(({ occupancy }) => occupancy));
  const fits = ({ name, text }: Row) => textWidth(`${name}  ${text}`, 12) < width - 24;
  const head = rows.every(fits) ? 22 : 38;
  const rowHeight = head + 24;
  const plotHeight = margins.marginTop + rows.length * rowHeight + margins.marginBottom;
  const plot = plotted(document, {
    ...margins,
    width,
    height: plotHeight,
    x: { domain: [0, 100 * most] },
    y: { domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.gridX({ stroke: colour('faint'), strokeOpacity: 1, ticks: width > 500 ? 10 : 5 }),
      Plot.axisX({
        label: '%',
        labelAnchor: 'right',
        labelArrow: 'none',
        tickSize: 0,
        ticks: width > 500 ? 10 : 5,
        color: colour('soft'),
      }),
      Plot.barX(rows, {
        y: 'key',
        x1: 0,
        x2: ({ occupancy }: Row) => 100 * occupancy,
        fill: (row: Row) => colour(over(row) ? 'vermilion' : 'blue'),
        insetTop: head + 2,
        insetBottom: 8,
      }),
      Plot.tickX(rows, {
        y: 'key',
        x: ({ limit }: Row) => 100 * limit,
        stroke: colour('ink'),
        strokeWidth: 2,
        strokeDasharray: '4 2',
        insetTop: head - 3,
        insetBottom: 3,
      }),
      Plot.ruleX([0], { stroke: colour('soft') }),
      Plot.text(rows, {
        y: 'key',
        frameAnchor: 'left',
        text: 'name',
        textAnchor: 'start',
        dy: 13 - rowHeight / 2,
        fontWeight: 600,
      }),
      Plot.text(rows, {
        y: 'key',
        frameAnchor: head > 22 ? 'left' : 'right',
        text: 'text',
        textAnchor: head > 22 ? 'start' : 'end',
        dy: (head > 22 ? 29 : 13) - rowHeight / 2,
      }),
    ],
  });
  const bar = (name: string) => svg(document, 'rect', { y: 1, width: 18, height: 10, fill: colour(name) });
  const limit = { d: 'M9,0V12', stroke: colour('ink'), 'stroke-width': 2, 'stroke-dasharray': '4 2' };
  const key = legend(
    document,
    [
      { label: 'Occupied', swatch: bar('blue') },
      ...(rows.some(over) ? [{ label: 'Occupied, over the limit', swatch: bar('vermilion') }] : []),
      { label: 'Recommended limit', swatch: svg(document, 'path', limit) },
    ],
    width,
  );
  const top = key.height + 4;
  return framed(document, title, { width, height: top + plotHeight }, plot, top, key.element);
}
