import { withCrossingStation } from '@throughline/engine';
import { percent } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { Found } from './found.ts';
import { sectionName } from './section-name.ts';

/**
 * Crossing stations that could be built, by the train paths they buy.
 *
 * @param found - with works
 * @param style - marks headings
 */
export function worksLines({ model, works = [] }: Found, style: Style): string[] {
  const head = ['', style('bold', 'Crossing stations by train paths gained')];
  if (works.length === 0) return [...head, '  No section of single track that the main journey uses has room for one.'];
  const rows = works.map(({ station, gained, trainsBefore, trainsAfter, occupancyBefore, occupancyAfter, refused }) => [
    `+${gained}`,
    sectionName(model, station.section),
    station.line,
    (station.at / 1000).toFixed(1),
    `${station.trackLength.toFixed(0)} m`,
    `${percent(occupancyBefore)} → ${percent(occupancyAfter)}`,
    `${trainsBefore} → ${trainsAfter}`,
    refused?.section ? sectionName(withCrossingStation(model, station), refused.section) : '–',
  ]);
  return [
    ...head,
    ...table(
      [
        { title: 'paths a day', align: 'right' },
        { title: 'section' },
        { title: 'line' },
        { title: 'km', align: 'right' },
        { title: 'loop', align: 'right' },
        { title: 'occupied' },
        { title: 'trains that fit' },
        { title: 'then refused at' },
      ],
      rows,
    ),
  ];
}
