import type { BorderStay, Model } from '@throughline/engine';
import { hoursMinutes } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';

/**
 * Today's stays at border yards, and what others published beside them.
 *
 * @param model - the corridor
 * @param stays - of the corridor of today
 * @param style - marks headings
 * @returns lines; none where nothing is known
 */
export function borderLines(model: Model, stays: readonly BorderStay[], style: Style): string[] {
  return [...stayLines(stays, style), ...publishedLines(model, style)];
}

function stayLines(stays: readonly BorderStay[], style: Style): string[] {
  if (stays.length === 0) return [];
  return [
    '',
    style('bold', 'Border yards today, an estimate: a year of the trains that their files state'),
    ...table(
      [
        { title: 'yard' },
        { title: 'what' },
        { title: 'a day', align: 'right' },
        { title: 'stay', align: 'right' },
        { title: '±', align: 'right' },
        { title: 'P90', align: 'right' },
      ],
      stays.map(({ facility, flow, arrivals, mean, halfWidth, p90 }) => [
        facility,
        flow,
        arrivals.toFixed(1),
        hoursMinutes(mean),
        hoursMinutes(halfWidth),
        hoursMinutes(p90),
      ]),
    ),
  ];
}

function publishedLines({ published_times: times, borders }: Model, style: Style): string[] {
  const rows = Object.values(times);
  if (rows.length === 0) return [];
  return [
    '',
    style('bold', 'Published by others, put into nothing'),
    ...table(
      [{ title: 'what' }, { title: 'border' }, { title: 'time', align: 'right' }],
      rows.map(({ name, border, time }) => [
        name,
        border === undefined ? '' : borders[border]!.name,
        hoursMinutes(time),
      ]),
    ),
  ];
}
