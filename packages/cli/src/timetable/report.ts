import type { Model, Timetable, TimetableTrain } from '@throughline/engine';
import { hoursMinutes, timeOfDay } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { Found } from './found.ts';
import { sectionName } from './section-name.ts';

/**
 * The timetable by service: every train with its times on the clocks of its ends, and what it waits for.
 *
 * @param found - with the timetable
 * @param style - marks headings
 */
export function timetableLines({ model, plan }: Found, style: Style): string[] {
  const services = [...new Set(plan.trains.map(({ service }) => service))];
  return [
    ...summary(plan),
    ...services.flatMap((service) => ['', ...serviceLines(model, plan, service, style)]),
    ...refusedLines(model, plan, style),
  ];
}

function summary({ trains, refused }: Timetable): string[] {
  const missing = refused.reduce((sum, { count }) => sum + count, 0);
  const total = (of: (train: TimetableTrain) => number) => trains.reduce((sum, train) => sum + of(train), 0);
  const [journeys, alone] = [total(({ departure, arrival }) => arrival - departure), total((train) => train.alone)];
  if (trains.length === 0) return ['No train runs.'];
  const longer = `${(100 * (journeys / alone - 1)).toFixed(1)} %`;
  return [
    `${trains.length} trains a day, every day alike; their journeys are ${longer} longer than those of each alone.${missing > 0 ? ` ${missing} more do not fit.` : ''}`,
  ];
}

function serviceLines(model: Model, plan: Timetable, service: string, style: Style): string[] {
  const { name, route } = model.services[service]!;
  const trains = plan.trains
    .filter((train) => train.service === service)
    .map((train) => ({ train, departs: clock(plan, train.events[0]!.station, train.departure) }))
    .sort((a, b) => (a.departs < b.departs ? -1 : 1));
  const [from, to] = [route[0]!, route.at(-1)!].map((station) => model.stations[station]!.name);
  return [
    style('bold', `${name} (${service})`),
    ...table(
      [
        { title: '', align: 'right' },
        { title: from ?? '' },
        { title: to ?? '' },
        { title: 'journey', align: 'right' },
        { title: 'waits', align: 'right' },
        { title: '' },
      ],
      trains.map(({ train, departs }) => [
        String(train.number),
        departs,
        clock(plan, train.events.at(-1)!.station, train.arrival),
        hoursMinutes(train.arrival - train.departure),
        ...waiting(model, train),
      ]),
    ),
  ];
}

function clock({ clocks }: Timetable, station: string, time: number): string {
  return timeOfDay(time + (clocks[station] ?? 0));
}

/** All waits together; each reason with its share, and what is pinned. */
function waiting(model: Model, { events }: TimetableTrain): [string, string] {
  const pinned = events
    .filter(({ pinned }) => pinned !== undefined)
    .map(({ station, pinned = [] }) => `pinned at ${model.stations[station]!.name}: ${pinned.join(', ')}`);
  const reasons = new Map<string, number>();
  for (const { reason, seconds } of events.flatMap(({ waits }) => waits))
    reasons.set(reason, (reasons.get(reason) ?? 0) + seconds);
  if (reasons.size === 0) return ['–', pinned.join('; ')];
  const all = [...reasons.values()].reduce((sum, seconds) => sum + seconds, 0);
  const parts = [...reasons]
    .filter(([, seconds]) => seconds >= 30)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, seconds]) => `${reason} ${hoursMinutes(seconds)}`);
  return [hoursMinutes(all), [parts.join(', '), ...pinned].join('; ')];
}

function refusedLines(model: Model, { refused }: Timetable, style: Style): string[] {
  if (refused.length === 0) return [];
  const lines = refused.map(({ service, count, reason, section }) => {
    const where = section === null ? '' : ` (${sectionName(model, section)})`;
    return `  ${count} × ${service}: ${reason}${where}`;
  });
  return ['', style('yellow', 'Trains that do not fit'), ...lines];
}
