import { decimal, mainSections, rowsOf } from '@throughline/charts';
import type { OptionAssessment, TimetableRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { type Content, html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { fullest, mainServices, refusedCount } from './timetable-text.ts';

/** Trains a day, the fullest section and room for more, option by option; nothing where no timetable was made. */
export function capacityByOption({ options, assessment }: Edition): Markup {
  const { main_journey } = assessment.corridor;
  if (options.every(([, { timetable }]) => timetable === null)) return html``;
  const rows = options.map(([id, option]): Content[] => [
    html`<a href="#${anchor('option', id)}">${option.title}</a>`,
    ...(option.timetable ? cells(option.timetable, option, main_journey) : ['–', '–', '–', '–']),
  ]);
  const heads = [
    'Option',
    'Trains a day',
    'Journeys',
    'Fullest section of the main journey',
    'More trains of the main journey',
  ];
  return html`${table(
    heads.map((head) => ({ head })),
    rows,
    { caption: 'Trains that fit together', stacks: true },
  )}
<p class="note">More trains of the main journey are those that fit on its scarcest leg, both ways together. All of this is found by a search that keeps every train clear of every other; a longer search may find more.</p>`;
}

function cells(timetable: TimetableRecord, option: OptionAssessment, journey: string | null): Content[] {
  const refused = refusedCount(timetable);
  const longer = decimal(100 * (timetable.extension.value - 1), 1);
  const main = mainServices(timetable, option, journey);
  const row = fullest(mainSections(timetable, { stations: option.stations, main }));
  const room = timetable.saturations.map(({ added }) => added.value);
  return [
    `${decimal(rowsOf(timetable.trains))}${refused > 0 ? `; ${decimal(refused)} refused` : ''}`,
    `${longer}\u00a0% longer than alone`,
    row ? `${row.name}, ${decimal(100 * row.occupancy)}\u00a0% occupied` : '–',
    room.length > 0 ? decimal(Math.min(...room)) : '–',
  ];
}
