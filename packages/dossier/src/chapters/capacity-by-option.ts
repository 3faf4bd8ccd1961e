import { decimal, mainSections, rowsOf } from '@throughline/charts';
import type { OptionAssessment, TimetableRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { workText } from './small-works.ts';
import { fullest, mainServices, refusedCount } from './timetable-text.ts';

/** Trains a day, the fullest section and room for more, option by option; nothing where no timetable was made. */
export function capacityByOption(edition: Edition): Markup {
  const { options, assessment } = edition;
  const { main_journey } = assessment.corridor;
  if (options.every(([, { timetable }]) => timetable === null)) return html``;
  const rows = options.map(([id, option]): Content[] => [
    html`<a href="#${anchor(option.timetable ? 'timetable' : 'option', id)}">${option.title}</a>`,
    ...(option.timetable ? cells(option.timetable, option, main_journey) : ['–', '–', '–', '–', '–']),
  ]);
  const heads = [
    'Option',
    'Trains a day',
    'Journeys',
    'Fullest section of the main journey',
    'More trains of the main journey',
    'Best small work',
  ];
  return html`${table(
    heads.map((head) => ({ head })),
    rows,
    { caption: 'Trains that fit together', stacks: true },
  )}
<p class="note">More trains of the main journey are those that fit on its scarcest leg, both ways together. All of this is found by a search that keeps every train clear of every other; a longer search may find more.</p>
${publishedByOption(edition)}`;
}

function cells(timetable: TimetableRecord, option: OptionAssessment, journey: string | null): Content[] {
  const refused = refusedCount(timetable);
  const longer = decimal(100 * (timetable.extension.value - 1), 1);
  const main = mainServices(timetable, option, journey);
  const row = fullest(mainSections(timetable, { stations: option.stations, main }));
  const best = timetable.works[0];
  const names = { stations: option.stations, lines: option.lines, services: option.services };
  const room = timetable.saturations.map(({ added }) => added.value);
  return [
    `${decimal(rowsOf(timetable.trains))}${refused > 0 ? `; ${decimal(refused)} refused` : ''}`,
    `${longer}\u00a0% longer than alone`,
    row ? `${row.name}, ${decimal(100 * row.occupancy)}\u00a0% occupied` : '–',
    room.length > 0 ? decimal(Math.min(...room)) : '–',
    best
      ? `${workText(best, names)}: ${best.gained.value > 0 ? `+${decimal(best.gained.value)} paths a day` : 'no gain'}`
      : '–',
  ];
}

/** What is published for parts of lines, and what each option gives there: pairs, goods pairs, trains planned. */
function publishedByOption({ options }: Edition): Markup {
  const parts = new Map<string, { name: string; published: number }>();
  for (const [, { timetable, stations }] of options)
    for (const { line, id, from, to, published } of timetable?.published ?? []) {
      const name = [from, to].map((station) => stations[station]?.name ?? station).join(' – ');
      if (!parts.has(`${line} ${id}`)) parts.set(`${line} ${id}`, { name, published: published.value });
    }
  if (parts.size === 0) return html``;
  const rows = options.map(([id, { title, timetable }]): Content[] => [
    html`<a href="#${anchor(timetable ? 'timetable' : 'option', id)}">${title}</a>`,
    ...[...parts.keys()].map((key) => {
      const found = timetable?.published.find((part) => `${part.line} ${part.id}` === key);
      if (!found?.parallel) return '–';
      return `${decimal(found.parallel.value, 1)} pairs, ${decimal(found.goods?.value ?? 0, 1)} of goods trains; ${decimal(found.trains.value)} trains planned`;
    }),
  ]);
  return html`${table(
    [
      { head: 'Option' },
      ...[...parts.values()].map(({ name, published }) => ({ head: `${name}, published ${decimal(published)} pairs` })),
    ],
    rows,
    { caption: 'Capacity of the scarcest section by option, beside what is published', stacks: true },
  )}
<p class="note">Pairs a day of the parallel diagram of goods trains, and the goods pairs left beside passenger trains, by the Chinese method; computed from each option's own infrastructure. A pair is one train each way; trains planned count both ways.</p>`;
}
