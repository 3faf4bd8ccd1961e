import { type SmallWork, withWork } from '@throughline/engine';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { Found } from './found.ts';
import { sectionName } from './section-name.ts';

/**
 * Small works that could be built, by the train paths they buy.
 *
 * @param found - with works
 * @param style - marks headings
 */
export function worksLines(found: Found, style: Style): string[] {
  const { works = [] } = found;
  const head = ['', style('bold', 'Small works by train paths gained')];
  if (works.length === 0) return [...head, '  The main journey uses no section of single track that could be tried.'];
  return [
    ...head,
    ...table(
      [
        { title: 'paths a day', align: 'right' },
        { title: 'work' },
        { title: 'where' },
        { title: 'line' },
        { title: 'km', align: 'right' },
        { title: 'for trains such as' },
        { title: 'trains that fit' },
        { title: 'then refused at' },
      ],
      works.map((work) => [
        `+${work.gained}`,
        work.work.kind,
        placeOf(found, work),
        work.work.line,
        (work.work.at / 1000).toFixed(1),
        work.services[0] ?? '–',
        `${work.trainsBefore} → ${work.trainsAfter}`,
        refusedAt(found, work),
      ]),
    ),
    '',
    'Each work by itself. Trains that fit: those of the timetable on connected lines, and those that can be added.',
  ];
}

function placeOf({ model }: Found, { work }: SmallWork): string {
  return work.kind === 'station loop' ? model.stations[work.station]!.name : sectionName(model, work.section);
}

function refusedAt({ model, plan }: Found, { work, refused }: SmallWork): string {
  const section = plan.sections.find(({ id }) => id === work.section);
  return refused?.section && section ? sectionName(withWork(model, work, section), refused.section) : '–';
}
