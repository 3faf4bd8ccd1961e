import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { picture, svg } from './svg.ts';
import { decimal } from './text/numbers.ts';
import { textWidth } from './text/width.ts';

/** What carries a group of goods or travellers. */
export interface ModeFlow {
  readonly group: string;
  readonly mode: string;
  /** Before and after, in the unit of the figure. */
  readonly before: number;
  readonly after: number;
}

/** What {@link modeShares} draws. */
export interface ModeSharesInput {
  readonly id: string;
  readonly title: string;
  /** Unit of the flows, e.g. `Mt/year`. */
  readonly unit: string;
  /** The two moments, e.g. `2031` and `2032`. */
  readonly moments: readonly [before: string, after: string];
  readonly flows: readonly ModeFlow[];
}

/** Modes in the order in which they are stacked, with colour and the pattern that tells them apart without it. */
export const modes: ReadonlyArray<readonly [mode: string, label: string, colour: string]> = [
  ['this railway', 'this railway', 'blue'],
  ['other railway', 'railway over another border', 'green'],
  ['rail', 'other railways', 'plum'],
  ['road', 'road', 'sand'],
  ['sea', 'sea', 'grey'],
  ['air', 'air', 'vermilion'],
];

/**
 * Shares of the modes by group, before and after.
 *
 * @param input - flows by group and mode
 *
 * @example
 * ```ts
 * const flows = [{ group: 'Fruit', mode: 'road', before: 0.9, after: 0.8 }];
 * modeShares({ id: 'modes', title: 'Who carries what', unit: 'Mt/year', moments: ['2031', '2032'], flows });
 * ```
 */
export function modeShares(input: ModeSharesInput): ChartFigure {
  const { id, title, unit, moments, flows } = input;
  const groups = groupsOf(flows);
  return {
    id,
    title,
    unit: '%',
    caption: `Two bars a group: above ${moments[0]}, below ${moments[1]}; at their ends all of it in ${unit}. What is too narrow to be labelled stands in the table.`,
    table: {
      columns: [
        { label: 'Group', unit: null },
        { label: 'Carried by', unit: null },
        { label: moments[0], unit, digits: 3 },
        { label: 'share', unit: '%', digits: 1 },
        { label: moments[1], unit, digits: 3 },
        { label: 'share', unit: '%', digits: 1 },
      ],
      rows: groups.flatMap(({ group, parts, before, after }) =>
        parts.map((part) => [
          group,
          labelOf(part.mode),
          part.before,
          before > 0 ? (100 * part.before) / before : null,
          part.after,
          after > 0 ? (100 * part.after) / after : null,
        ]),
      ),
    },
    draw: (document, { width } = { width: wide }) => draw(document, title, groups, width),
  };
}

interface Group {
  readonly group: string;
  readonly parts: readonly ModeFlow[];
  readonly before: number;
  readonly after: number;
}

function labelOf(mode: string): string {
  return modes.find(([id]) => id === mode)?.[1] ?? mode;
}

function groupsOf(flows: readonly ModeFlow[]): Group[] {
  return [...new Set(flows.map(({ group }) => group))].map((group) => {
    const parts = modes.flatMap(([mode]) => {
      const own = flows.filter((flow) => flow.group === group && flow.mode === mode);
      if (own.length === 0) return [];
      const sum = (when: 'before' | 'after') => own.reduce((total, flow) => total + flow[when], 0);
      return [{ group, mode, before: sum('before'), after: sum('after') }];
    });
    const total = (when: 'before' | 'after') => parts.reduce((sum, part) => sum + part[when], 0);
    return { group, parts, before: total('before'), after: total('after') };
  });
}

const barHeight = 13;
const rowHeight = 58;
const endWidth = 52;

function draw(document: Document, title: string, groups: readonly Group[], width: number): Element {
  const used = modes.filter(([mode]) => groups.some(({ parts }) => parts.some((part) => part.mode === mode)));
  const swatch = (fill: string) => svg(document, 'rect', { y: 1, width: 18, height: 10, fill: colour(fill) });
  const key = legend(
    document,
    used.map(([, label, fill]) => ({ label, swatch: swatch(fill) })),
    width,
  );
  const rows = groups.map((group, index) => {
    const y = key.height + 6 + index * rowHeight;
    return svg(
      document,
      'g',
      {},
      svg(document, 'text', { x: 0, y: y + 12, class: 'strong' }, group.group),
      ...bar(document, group, 'before', y + 18, width - endWidth),
      ...bar(document, group, 'after', y + 18 + barHeight + 3, width - endWidth),
    );
  });
  return picture(document, title, width, key.height + 6 + groups.length * rowHeight, key.element, ...rows);
}

function bar(document: Document, group: Group, when: 'before' | 'after', y: number, width: number): Element[] {
  const total = group[when];
  const words = svg(document, 'text', { x: width + 6, y: y + 11, class: 'small' }, decimal(total, total < 1 ? 2 : 1));
  if (total <= 0) return [words];
  let x = 0;
  const parts = group.parts.flatMap((part) => {
    const fill = modes.find(([mode]) => mode === part.mode)?.[2] ?? 'grey';
    const length = (part[when] / total) * width;
    const at = x;
    x += length;
    const text = `${decimal((100 * part[when]) / total, part[when] / total < 0.1 ? 1 : 0)} %`;
    const rect = svg(document, 'rect', {
      x: at,
      y,
      class: when === 'after' ? 'mark' : undefined,
      width: Math.max(length - 0.6, 0),
      height: barHeight,
      fill: colour(fill),
    });
    const label = svg(
      document,
      'text',
      { x: at + length / 2, y: y + 10.5, 'text-anchor': 'middle', 'font-size': 10, style: `fill:${colour('paper')}` },
      text,
    );
    return length > textWidth(text, 10) + 6 ? [rect, label] : [rect];
  });
  return [...parts, words];
}
