import type { Assessment, BorderRecord } from '@throughline/engine';
import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { picture, svg } from './svg.ts';
import { textWidth, wrapText } from './text/width.ts';

type Comparison = BorderRecord['comparisons'][number];

/** What a cell of the matrix says. */
export type Verdict = 'fits' | 'stops wagons' | 'stops locomotives' | 'limits trains' | 'unknown';

/** In words what a comparison means for a train. */
export function verdictOf({ finding, stops }: Pick<Comparison, 'finding' | 'stops'>): Verdict {
  if (finding === 'fits') return 'fits';
  if (finding === 'unknown') return 'unknown';
  return stops === 'limits' ? 'limits trains' : `stops ${stops}`;
}

const rowHeight = 26;

/**
 * What stops a train at a border, attribute by attribute and option by option.
 *
 * @param assessment - a study's results
 * @param border - id of the border; options without it are left out
 * @param id - of the figure
 */
export function interoperabilityMatrix(assessment: Assessment, border: string, id = `border-${border}`): ChartFigure {
  const options = Object.values(assessment.options)
    .sort((a, b) => a.order - b.order)
    .flatMap((option) => {
      const record = option.borders[border];
      return record ? [{ title: option.title, record }] : [];
    });
  const attributes = [...new Set(options.flatMap(({ record }) => record.comparisons.map((c) => c.attribute)))];
  const rows = attributes.map((attribute) => ({
    attribute,
    verdicts: options.map(({ record }) => {
      const comparison = record.comparisons.find((c) => c.attribute === attribute);
      return comparison ? verdictOf(comparison) : 'unknown';
    }),
  }));
  const name = options[0]?.record.name ?? border;
  const title = `What stops a train at ${name}`;
  return {
    id,
    title,
    unit: null,
    table: {
      columns: [{ label: 'Attribute', unit: null }, ...options.map((option) => ({ label: option.title, unit: null }))],
      rows: rows.map((row) => [row.attribute, ...row.verdicts]),
    },
    draw: (document, { width } = { width: wide }) => {
      const labelWidth = Math.min(width * 0.42, Math.max(60, ...attributes.map((a) => textWidth(a, 12))) + 14);
      const step = (width - labelWidth) / Math.max(1, options.length);
      const heads = options.map((option, index) => heading(document, option.title, index, step, width));
      const headHeight = Math.max(18, ...heads.map(({ lines }) => lines.length * 14 + 8));
      const key = legend(
        document,
        (['stops wagons', 'stops locomotives', 'limits trains', 'fits', 'unknown'] as const).map((verdict) => ({
          label: verdict,
          swatch: symbol(document, verdict, 9, 6),
        })),
        width,
      );
      const top = key.height + 6 + headHeight;
      const middle = (index: number) => labelWidth + step * (index + 0.5);
      const body = rows.map(({ attribute, verdicts }, row) => {
        const y = top + row * rowHeight;
        return svg(
          document,
          'g',
          { class: 'mark' },
          svg(document, 'path', { d: `M0,${y}H${width}`, stroke: colour('faint') }),
          svg(document, 'text', { x: 0, y: y + 17 }, attribute),
          ...verdicts.map((verdict, index) => symbol(document, verdict, middle(index), y + rowHeight / 2)),
        );
      });
      const columns = heads.map(({ lines }, index) =>
        svg(
          document,
          'text',
          { 'text-anchor': 'middle', class: 'small strong' },
          ...lines.map((line, row) =>
            svg(document, 'tspan', { x: middle(index), y: top - 8 - (lines.length - 1 - row) * 14 }, line),
          ),
        ),
      );
      const legendOfLetters = isLettered(step)
        ? letterKey(document, options, top + rows.length * rowHeight + 10, width)
        : undefined;
      const height = top + rows.length * rowHeight + 6 + (legendOfLetters?.height ?? 0);
      return picture(
        document,
        title,
        width,
        height,
        key.element,
        ...columns,
        ...body,
        ...(legendOfLetters ? [legendOfLetters.element] : []),
      );
    },
  };
}

const isLettered = (step: number) => step < 76;
const letter = (index: number) => String.fromCharCode(65 + (index % 26));

function heading(_: Document, title: string, index: number, step: number, width: number) {
  return { lines: isLettered(step) ? [letter(index)] : wrapText(title, 11.5, Math.min(step - 8, width)) };
}

function letterKey(document: Document, options: ReadonlyArray<{ readonly title: string }>, top: number, width: number) {
  let y = top + 12;
  const lines = options.flatMap(({ title }, index) => {
    const wrapped = wrapText(title, 12, width - 20);
    const first = svg(document, 'text', { x: 0, y, class: 'small strong' }, letter(index));
    const texts = wrapped.map((line) => {
      const text = svg(document, 'text', { x: 18, y, class: 'small soft' }, line);
      y += 15;
      return text;
    });
    return [first, ...texts];
  });
  return { element: svg(document, 'g', {}, ...lines), height: y - top + 4 };
}

/** Shape and colour both tell: square, triangle, ring, tick, question mark. */
function symbol(document: Document, verdict: Verdict, x: number, y: number): Element {
  const at = { transform: `translate(${Math.round(x)},${Math.round(y)})` };
  switch (verdict) {
    case 'stops wagons':
      return svg(document, 'rect', { ...at, x: -6, y: -6, width: 12, height: 12, fill: colour('vermilion') });
    case 'stops locomotives':
      return svg(document, 'path', { ...at, d: 'M0,-7L7,6H-7Z', fill: colour('plum') });
    case 'limits trains':
      return svg(document, 'circle', { ...at, r: 5, fill: 'none', stroke: colour('sand'), 'stroke-width': 2.5 });
    case 'fits':
      return svg(document, 'path', {
        ...at,
        d: 'M-5,0L-1.5,4L5,-4',
        fill: 'none',
        stroke: colour('green'),
        'stroke-width': 2,
      });
    default:
      return svg(document, 'text', { ...at, 'text-anchor': 'middle', y: 4, class: 'soft' }, '?');
  }
}
