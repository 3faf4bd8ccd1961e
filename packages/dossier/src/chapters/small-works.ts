import { decimal } from '@throughline/charts';
import type { TimetableRecord } from '@throughline/engine';
import { html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { type Names, sectionName } from './timetable-text.ts';

type Work = TimetableRecord['works'][number];

/** Small works where the main journey is scarce, ranked by the paths they buy; nothing where none was tried. */
export function worksTable({ works }: TimetableRecord, names: Names): Markup {
  if (works.length === 0) return html``;
  return html`${table(
    [
      { head: 'Small work' },
      { head: 'Where' },
      { head: 'Paths a day gained', isNumber: true },
      { head: 'Trains that fit', isNumber: true },
      { head: 'Then refused at' },
    ],
    works.map((work) => [
      kindText(work),
      placeText(work, names),
      work.gained.value > 0 ? `+${decimal(work.gained.value)}` : 'none',
      `${decimal(work.before.value)} → ${decimal(work.after.value)}`,
      refusedText(work, names),
    ]),
    { caption: 'What small works would buy, each by itself', stacks: true },
  )}
<p class="note">Tried on the leg of the main journey that has the least room: in its fullest sections and where its next train is refused. Trains that fit are those of the timetable on connected lines and those that can be added, both ways together; found by search, so a gain of one or two may be chance.</p>`;
}

/** A work in words: what it is and where. */
export function workText(work: Work, names: Names): string {
  return `${kindText(work)}, ${placeText(work, names)}`;
}

function kindText({ kind }: Work): string {
  switch (kind) {
    case 'crossing station':
      return 'Crossing station';
    case 'station loop':
      return 'One more loop';
    case 'block signal':
      return 'Block signal';
  }
}

function placeText({ station, section, at }: Work, names: Names): string {
  const place = station === null ? sectionName(section, names) : (names.stations[station]?.name ?? station);
  return `${place}, km\u00a0${decimal(at.value, 1)}`;
}

/** The section that refuses the next train; parts of a section with a new station go by the name of the whole. */
function refusedText({ refused, section }: Work, names: Names): string {
  if (!refused?.section) return '–';
  const ends = refused.section.split('/').slice(1);
  const isNew = ends.some((station) => names.stations[station] === undefined);
  return sectionName(isNew ? section : refused.section, names);
}
