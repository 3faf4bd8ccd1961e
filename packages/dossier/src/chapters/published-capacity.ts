import { decimal } from '@throughline/charts';
import type { Figure, TimetableRecord } from '@throughline/engine';
import { html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { type Names, sectionName } from './timetable-text.ts';

/** Published capacities beside the computed ones of an option; nothing where none is quoted. */
export function publishedTable({ published }: TimetableRecord, names: Names): Markup {
  if (published.length === 0) return html``;
  const name = (station: string) => names.stations[station]?.name ?? station;
  const pairs = (figure: Figure | null) => (figure === null ? '–' : decimal(figure.value, 1));
  return html`${table(
    [
      { head: 'Part of a line' },
      { head: 'Published, pairs a day', isNumber: true },
      { head: 'Parallel diagram, pairs a day', isNumber: true },
      { head: 'Goods beside others, pairs a day', isNumber: true },
      { head: 'Planned here, trains a day', isNumber: true },
      { head: 'Scarcest section' },
    ],
    published.map((part) => [
      `${name(part.from)} – ${name(part.to)}`,
      decimal(part.published.value),
      pairs(part.parallel),
      pairs(part.goods),
      decimal(part.trains.value),
      part.section === null ? '–' : sectionName(part.section, names),
    ]),
    { caption: 'Published capacities beside those computed here', stacks: true },
  )}
<p class="note">Published numbers are compared with and never put in. A pair is one train each way; trains planned count both ways.</p>`;
}
