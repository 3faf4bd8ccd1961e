import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { picture, svg } from './svg.ts';
import { decimal } from './text/numbers.ts';
import { textWidth } from './text/width.ts';

/** What travels over one section of a line. */
export interface SectionLoad {
  readonly from: string;
  readonly to: string;
  /** km from the start of the figure. */
  readonly begin: number;
  readonly end: number;
  /** Mt a year by year, both directions together, in the order of the years. */
  readonly tonnes: readonly number[];
  /** Mt a year that the section could take with trains as they are, by year; null where it is idle. */
  readonly room: readonly (number | null)[];
}

/** What {@link sectionFlows} draws. */
export interface SectionFlowsInput {
  readonly id: string;
  readonly title: string;
  readonly years: readonly number[];
  readonly sections: readonly SectionLoad[];
}

const strokes = ['blue', 'plum', 'vermilion', 'green'];
const dashes = [undefined, '6 3', '2 2', '8 3 2 3'];
const margin = { top: 8, right: 12, bottom: 58, left: 40 };
const plotHeight = 190;

/**
 * Tonnes along a line, year by year, against what its sections could take.
 *
 * @param input - sections from end to end
 *
 * @example
 * ```ts
 * const sections = [{ from: 'A', to: 'B', begin: 0, end: 40, tonnes: [1.2], room: [6] }];
 * sectionFlows({ id: 'tonnes', title: 'Tonnes along the line', years: [2030], sections });
 * ```
 */
export function sectionFlows(input: SectionFlowsInput): ChartFigure {
  const { id, title, years, sections } = input;
  return {
    id,
    title,
    unit: 'Mt/year',
    caption:
      'Both directions together. What a section could take: its tonnes with the trains of that year, were its fullest block held for 60 % of the day, the limit of UIC 406; the least over the years, drawn up to the top of the picture.',
    table: {
      columns: [
        { label: 'Section', unit: null },
        { label: 'Length', unit: 'km' },
        ...years.flatMap((year) => [
          { label: String(year), unit: 'Mt/year', digits: 2 },
          { label: `could take ${year}`, unit: 'Mt/year', digits: 1 },
        ]),
      ],
      rows: sections.map(({ from, to, begin, end, tonnes, room }) => [
        `${from} – ${to}`,
        end - begin,
        ...years.flatMap((_, i) => [tonnes[i] ?? null, room[i] ?? null]),
      ]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, input, width),
  };
}

function draw(document: Document, { title, years, sections }: SectionFlowsInput, width: number): Element {
  const length = sections[sections.length - 1]?.end ?? 1;
  const most = 1.25 * Math.max(0.1, ...sections.flatMap(({ tonnes }) => tonnes));
  const key = legend(
    document,
    [
      ...years.map((year, i) => ({ label: String(year), swatch: sample(document, i) })),
      { label: 'could take', swatch: svg(document, 'rect', { y: 1, width: 18, height: 10, fill: colour('wash') }) },
    ],
    width,
  );
  const top = key.height + margin.top;
  const x = (km: number) => margin.left + (km / length) * (width - margin.left - margin.right);
  const y = (tonnes: number) => top + plotHeight * (1 - Math.min(1, tonnes / most));
  const room = sections.map((section) => ({
    section,
    least: Math.min(Number.POSITIVE_INFINITY, ...section.room.flatMap((value) => (value === null ? [] : [value]))),
  }));
  return picture(
    document,
    title,
    width,
    top + plotHeight + margin.bottom,
    key.element,
    ...room.flatMap(({ section, least }) =>
      least === Number.POSITIVE_INFINITY
        ? []
        : [
            svg(document, 'rect', {
              x: x(section.begin),
              y: y(least),
              width: x(section.end) - x(section.begin),
              height: top + plotHeight - y(least),
              fill: colour('wash'),
            }),
          ],
    ),
    ...ticks(most).flatMap((value) => [
      svg(document, 'path', {
        d: `M${margin.left},${y(value).toFixed(1)}H${width - margin.right}`,
        stroke: colour('faint'),
      }),
      svg(
        document,
        'text',
        { x: margin.left - 5, y: y(value) + 4, 'text-anchor': 'end', class: 'soft small' },
        decimal(value, step(most) < 1 ? 1 : 0),
      ),
    ]),
    ...years.map((_, i) => curve(document, sections, i, x, y)),
    ...names(document, sections, x, top + plotHeight),
    ...sections.map((section) => told(document, section, years, x, top)),
  );
}

/** An area without colour that says what travels over a section to those who point at it. */
function told(document: Document, section: SectionLoad, years: readonly number[], x: Scale, top: number): Element {
  const { from, to, begin, end, tonnes } = section;
  const words = years.map((year, i) => `${year}: ${decimal(tonnes[i] ?? 0, 2)} Mt`).join(', ');
  return svg(
    document,
    'rect',
    { class: 'mark', x: x(begin), y: top, width: x(end) - x(begin), height: plotHeight, fill: 'transparent' },
    svg(document, 'title', {}, `${from} – ${to}: ${words}`),
  );
}

function step(most: number): number {
  return [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].find((size) => most / size <= 6) ?? 50;
}

function ticks(most: number): number[] {
  return Array.from({ length: Math.floor(most / step(most)) + 1 }, (_, i) => i * step(most));
}

function sample(document: Document, index: number): Element {
  return svg(document, 'path', {
    d: 'M0,6H18',
    stroke: colour(strokes[index % strokes.length]!),
    'stroke-width': 2.2,
    'stroke-dasharray': dashes[index % dashes.length],
  });
}

type Scale = (value: number) => number;

function curve(document: Document, sections: readonly SectionLoad[], year: number, x: Scale, y: Scale): Element {
  const points = sections.map(({ begin, end, tonnes }, i) => {
    const height = y(tonnes[year] ?? 0).toFixed(1);
    return `${i === 0 ? 'M' : 'L'}${x(begin).toFixed(1)},${height}L${x(end).toFixed(1)},${height}`;
  });
  return svg(document, 'path', {
    d: points.join(''),
    fill: 'none',
    stroke: colour(strokes[year % strokes.length]!),
    'stroke-width': 2.2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashes[year % dashes.length],
  });
}

/** Names of the ends of sections, as many as have room, aslant below the axis. */
function names(document: Document, sections: readonly SectionLoad[], x: Scale, bottom: number): Element[] {
  const ends = [
    ...sections.map(({ from, begin }) => ({ name: from, at: x(begin) })),
    ...sections.slice(-1).map(({ to, end }) => ({ name: to, at: x(end) })),
  ];
  const kept: typeof ends = [];
  const last = ends[ends.length - 1];
  for (const end of ends) {
    const before = kept[kept.length - 1];
    const isLast = end === last;
    if (before && end.at - before.at < 20) {
      if (!isLast) continue;
      kept.pop();
    }
    kept.push(end);
  }
  return kept.map(({ name, at }) => {
    const short = textWidth(name, 11) > 74 ? `${name.slice(0, 11)}…` : name;
    return svg(
      document,
      'text',
      {
        class: 'small soft',
        'text-anchor': 'end',
        transform: `translate(${at.toFixed(1)},${(bottom + 12).toFixed(1)}) rotate(-40)`,
      },
      short,
    );
  });
}
