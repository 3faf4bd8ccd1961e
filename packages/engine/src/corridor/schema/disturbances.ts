import { choice, optional, quantity, reference, references, table, text, whole } from '../declare-attributes.ts';
import { lasting, sourced } from './shared.ts';

/** What can happen on the day. */
export const disturbanceKinds = [
  'late departure',
  'slower running',
  'longer stop',
  'closure',
  'slow order',
  'fewer trains',
] as const;

const monthDay = { source: '^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', example: '02-09' } as const;

/** Something that happens on the day: to a train, to a part of a line, or to the services of some days. */
export const disturbanceTable = table('Disturbance', 'Something that happens on the day and was not planned.', {
  name: text('What it is, in a few words; waits that come of it are called so.'),
  kind: choice(
    'What it does: trains start late, run slower or stop longer than planned; a part of a line is closed or to be passed slowly; on some days fewer trains run.',
    disturbanceKinds,
  ),
  trains: optional(choice('Which trains it meets (both kinds when left out).', ['freight', 'passenger', 'both'])),
  services: optional(references('services', 'The services it meets; all of those trains when left out.')),
  share: optional(
    quantity('1', 'Part of departures, stops or trains that it meets; of `fewer trains`, the part that does not run.', {
      min: 0,
      max: 1,
    }),
  ),
  mean: optional(
    quantity('s', 'Mean time that a late departure or a longer stop costs where it happens; exponential.', {
      min: 0,
      max: 8_640_000,
    }),
  ),
  slower: optional(
    quantity('1', 'Mean part by which running times are longer than planned; exponential, drawn for each section.', {
      min: 0,
      max: 5,
    }),
  ),
  line: optional(reference('lines', 'The line that is closed or slow.')),
  begin: optional(reference('stations', 'Station of the line between which and `end` it happens.')),
  end: optional(reference('stations', 'The other station.')),
  every: optional(
    quantity('s', 'Mean time from the end of one event to the next while it is in season; exponential.', {
      min: 3600,
      max: 3.2e10,
    }),
  ),
  lasts: optional(quantity('s', 'Mean time that an event lasts; exponential.', { min: 60, max: 3.2e7 })),
  speed: optional(quantity('m/s', 'Speed at which a slow order lets trains pass.', { min: 0.5, max: 100 })),
  length: optional(quantity('m', 'Length of a slow order.', { min: 1, max: 500_000 })),
  first_month: optional(whole('First month of its season (all year when left out).', 1, 12)),
  last_month: optional(whole('Last month of its season.', 1, 12)),
  from_day: optional(text('First day of the year of `fewer trains`, as MM-DD.', monthDay)),
  to_day: optional(text('Last day, as MM-DD.', monthDay)),
  ...lasting,
  ...sourced,
});
