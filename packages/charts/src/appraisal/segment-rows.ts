import { legend } from '../legend.ts';
import { colour } from '../palette.ts';
import { roundTicks } from '../round-ticks.ts';
import { picture, svg } from '../svg.ts';
import { decimal } from '../text/numbers.ts';
import { wrapText } from '../text/width.ts';

/** A bar of a row, from one value to another. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Key of the palette. */
  readonly colour: string;
}

/** One row: a label and a text above, bars and ticks below. */
export interface SegmentRow {
  readonly label: string;
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly ticks?: readonly number[];
}

/** What {@link segmentRows} draws. */
export interface SegmentRows {
  readonly title: string;
  readonly rows: readonly SegmentRow[];
  /** Least and greatest value of the scale, 0 among them. */
  readonly domain: readonly [low: number, high: number];
  readonly legend: readonly { readonly label: string; readonly colour: string }[];
  /** A value of the scale as text, below the rows. */
  readonly scale?: (value: number) => string;
}

const bar = 14;
const line = 15;

/**
 * Rows of bars on one scale with a line at 0; labels stand above their bars, so that they fit a phone.
 *
 * @param document - the page's own document, or one of linkedom
 * @param input - rows and scale
 * @param width - pixels
 *
 * @example
 * ```ts
 * const rows = [{ label: 'Shippers', text: '12', segments: [{ from: 0, to: 12, colour: 'green' }] }];
 * segmentRows(document, { title: 'Gains', rows, domain: [0, 12], legend: [] }, 760);
 * ```
 */
export function segmentRows(
  document: Document,
  { title, rows, domain, legend: key, scale = (value) => decimal(value, digitsOf(domain)) }: SegmentRows,
  width: number,
): Element {
  const [low, high] = domain;
  const span = high > low ? high - low : 1;
  const x = (value: number) => 2 + ((Math.min(high, Math.max(low, value)) - low) / span) * (width - 4);
  const swatch = (name: string) => svg(document, 'rect', { y: 1, width: 18, height: 10, fill: colour(name) });
  const head = legend(
    document,
    key.map((entry) => ({ label: entry.label, swatch: swatch(entry.colour) })),
    width,
  );
  let y = key.length > 0 ? head.height + 6 : 0;
  const drawn = rows.map(({ label, text, segments, ticks = [] }) => {
    const lines = wrapText(text === '' ? label : `${label}: ${text}`, 12, width - 8);
    const texts = lines.map((words, index) => svg(document, 'text', { x: 6, y: y + 11 + index * line }, words));
    const top = y + lines.length * line;
    const bars = segments.map(({ from, to, colour: name }) =>
      svg(document, 'rect', {
        x: Math.min(x(from), x(to)),
        y: top,
        width: Math.max(1, Math.abs(x(to) - x(from))),
        height: bar,
        fill: colour(name),
      }),
    );
    const marks = ticks.map((at) =>
      svg(document, 'path', {
        d: `M${x(at).toFixed(1)},${top - 2}v${bar + 4}`,
        stroke: colour('ink'),
        'stroke-width': 2,
      }),
    );
    y = top + bar + 10;
    return svg(document, 'g', { class: 'mark' }, ...texts, ...bars, ...marks);
  });
  const top = key.length > 0 ? head.height + 6 : 0;
  const axis = roundTicks(low, high, width > 500 ? 6 : 4).flatMap((value) => {
    const at = x(value);
    const anchor = at < 24 ? 'start' : at > width - 24 ? 'end' : 'middle';
    return [
      svg(document, 'path', { d: `M${at.toFixed(1)},${top}V${y}`, stroke: colour(value === 0 ? 'soft' : 'faint') }),
      svg(document, 'text', { x: at, y: y + 13, 'text-anchor': anchor, class: 'small soft' }, scale(value)),
    ];
  });
  return picture(document, title, width, y + 20, ...(key.length > 0 ? [head.element] : []), ...axis, ...drawn);
}

/**
 * A scale that holds all values and 0.
 *
 * @param values - any numbers
 * @example
 * ```ts
 * scaleOf([-3, 12]); // [-3, 12]
 * ```
 */
export function scaleOf(values: readonly number[]): [low: number, high: number] {
  return [Math.min(0, ...values), Math.max(0, ...values)];
}

/**
 * Decimals with which values of a scale can be told apart.
 *
 * @param domain - of the scale
 * @example
 * ```ts
 * digitsOf([-0.3, 0.1]); // 2
 * ```
 */
export function digitsOf([low, high]: readonly [low: number, high: number]): number {
  const span = high - low;
  return span > 0 ? Math.min(4, Math.max(0, Math.ceil(1 - Math.log10(span)))) : 0;
}
