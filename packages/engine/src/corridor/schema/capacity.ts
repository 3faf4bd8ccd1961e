import { flag, optional, place, quantity, reference, table, text, whole } from '../declare-attributes.ts';
import { sourced } from './shared.ts';

/** A deduction coefficient of the Chinese method of line capacity (扣除系数). */
export const deductionTable = table(
  'Deduction coefficient',
  'How many ordinary goods trains of a parallel diagram one train of this kind displaces (扣除系数).',
  {
    name: text('Kind of train, in English.'),
    single_track: quantity('1', 'Goods trains displaced on single track.', { min: 0, max: 20 }),
    double_track: optional(quantity('1', 'Goods trains displaced on double track.', { min: 0, max: 20 })),
    ...sourced,
  },
);

/** A capacity that somebody published for a part of a line. */
export const publishedCapacityTable = table(
  'Published capacity',
  'What others publish as the capacity of a part of a line; compared with, never used.',
  {
    begin: place('Where the part begins: a station of the line or a chainage.'),
    end: place('Where it ends; beyond `begin`.'),
    pairs: quantity('pair/s', 'Pairs of trains: one each way.', { min: 0, max: 0.01 }),
    ...sourced,
  },
);

/** Something about one train that is settled by hand; the timetable keeps it. */
export const pinTable = table('Pin', 'Something about one train of a service that is settled by hand and stays so.', {
  service: reference('services', 'The service.'),
  number: optional(whole('Number of the train within its service (1 when left out).', 1, 1000)),
  station: reference('stations', 'Where.'),
  track: optional(
    text('Track it uses there: the id of the track, with its number where there are several (`loops 2`).'),
  ),
  stop: optional(flag('Whether it stops there.')),
  arrival: optional(
    text('Time of day of its arrival, on the clock of the station.', {
      source: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$',
      example: '22:00',
    }),
  ),
  departure: optional(
    text('Time of day of its departure, on the clock of the station.', {
      source: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$',
      example: '22:04',
    }),
  ),
  before: optional(reference('services', 'Service whose train leaves this station after it, within twelve hours.')),
  before_number: optional(whole('Number of that train (1 when left out).', 1, 1000)),
  why: optional(text('Why it is settled.')),
});
