import {
  choice,
  collection,
  flag,
  optional,
  quantity,
  record,
  reference,
  references,
  table,
  text,
  texts,
  whole,
} from '../declare-attributes.ts';
import { lasting, sourced } from './shared.ts';

const clockTime = { source: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$', example: '08:00' } as const;

/** Kinds of load that machines differ by. */
export const loadKinds = ['container', 'reefer', 'bulk', 'break-bulk', 'liquid', 'passenger'] as const;

const facilityUnits = ['train', 'wagon-group', 'wagon', 'container', 'consignment', 'person'] as const;

const shift = table('Shift', 'Hours in which a resource works, on the clock of its country.', {
  begin: text('When it begins.', clockTime),
  end: text('When it ends; at or before its begin, the day after.', clockTime),
  days: optional(
    choice('Days on which it begins (every day when left out).', [
      'every day',
      'Monday to Friday',
      'Monday to Saturday',
      'Saturday',
      'Sunday',
    ]),
  ),
  count: optional(whole('How many of them work in it (all when left out).', 0, 10_000)),
  ...sourced,
});

const productivity = table('Productivity', 'How quickly a machine or gang handles a kind of load.', {
  factor: quantity('1', 'Its speed against the stated time of the step: 0.5 takes twice as long.', {
    min: 0.001,
    max: 100,
  }),
  ...sourced,
});

/** How often something fails, and for how long. */
export const breakdowns = table('Breakdowns', 'How often it fails while it works, and for how long.', {
  failure_rate: quantity(
    '1',
    'Part of its working time that is lost to failures: repair / (time between failures + repair).',
    { min: 0, max: 1 },
  ),
  repair: quantity('s', 'Mean time to repair; times are exponential.', { min: 1, max: 8_640_000 }),
  ...sourced,
});

const resource = table(
  'Resource',
  'Machines, gangs, officers or locomotives of which a step needs one while it works.',
  {
    name: text('Name in English, in the plural.'),
    count: whole('How many there are.', 0, 10_000),
    by: optional(reference('countries', 'Whose clock and holidays it keeps; those of the facility when left out.')),
    shifts: optional(collection(shift, 'When it works; always when left out. Work that was begun is finished.')),
    keeps_holidays: optional(flag('Whether it rests on closed holidays and works by half on reduced ones.')),
    productivity: optional(
      collection(productivity, `Kinds of load it handles (${loadKinds.join(', ')}); all alike when left out.`),
    ),
    breakdowns: optional(record(breakdowns, 'Failures; none when left out.')),
    ...lasting,
    ...sourced,
  },
);

const storage = table(
  'Storage',
  'Tracks, stacks, halls: room for a number of units, which pushes back when it is full.',
  {
    name: text('Name in English.'),
    unit: choice('What takes room in it.', facilityUnits),
    room: optional(whole('For how many; where it is made of `tracks`, for one on each.', 0, 1_000_000)),
    tracks: optional(texts('Tracks of the station that it is made of, by their ids.')),
    at: optional(reference('stations', 'The station of its tracks; that of the facility when left out.')),
    ...lasting,
    ...sourced,
  },
);

const contents = table('Contents', 'How many of a unit are in one arrival.', {
  count: quantity('1', 'How many, rounded to a whole number.', { min: 1, max: 100_000 }),
  ...sourced,
});

const flow = table('Flow', 'A kind of arrival and the way it goes.', {
  name: text('Name in English.'),
  unit: choice('What arrives.', facilityUnits),
  contents: optional(
    collection(contents, 'What is in it, keyed by `wagon-group`, `wagon`, `container`, `consignment` or `person`.'),
  ),
  services: optional(references('services', 'Services that bring it.')),
  onward: optional(references('services', 'Services that take it on.')),
  load: choice('What kind of load it is, for machines.', loadKinds),
  carries: optional(references('commodities', 'Goods in it, for steps that are for some goods only.')),
  enters: reference('facilities.*.steps', 'Its first step.'),
  declared: optional(references('facilities.*.steps', 'Steps that are begun when it is declared, beside its own way.')),
  notice: optional(
    quantity('s', 'How long before its arrival it is declared (0 s when left out).', { min: 0, max: 8_640_000 }),
  ),
  priority: optional(whole('Smaller numbers go first in every queue (5 when left out).', 0, 9)),
  arrivals: optional(choice('How it comes when the facility is looked at alone.', ['scheduled', 'random'])),
  every: optional(
    quantity('s', 'Mean time between arrivals when the facility is looked at alone; none come when left out.', {
      min: 1,
      max: 31_557_600,
    }),
  ),
  ...lasting,
  ...sourced,
});

const route = table('Route', 'A way on from a step.', {
  to: reference('facilities.*.steps', 'The step it leads to.'),
  share: optional(quantity('1', 'Part of those that no route is reserved for.', { min: 0, max: 1 })),
  flows: optional(references('facilities.*.flows', 'Flows that always go this way.')),
  commodities: optional(references('commodities', 'Goods whose flows always go this way.')),
  ...sourced,
});

const step = table('Step', 'Something that is done to a train, wagon, container, consignment or person.', {
  name: text('What is done.'),
  unit: choice(
    'What it is done to. A smaller unit than before splits what comes; a larger one waits for all parts of it.',
    facilityUnits,
  ),
  time: optional(quantity('s', 'Mean time of one unit.', { min: 0, max: 8_640_000 })),
  procedure: optional(text('Procedure of the border whose time it takes, instead of an own one.')),
  transfer: optional(
    text(
      'Transfer of the border whose time it takes. That is a time of a whole train: a step on a smaller unit takes its part of it.',
    ),
  ),
  part: optional(
    quantity('1', 'Part of the time of the procedure or transfer (1 when left out).', { min: 0, max: 1000 }),
  ),
  machines: optional(
    whole(
      'How many of its resource work on a train at once in the stated time (1). Said of a procedure, its time is that of a whole train too.',
      1,
      1000,
    ),
  ),
  spread: optional(
    choice('How times vary around the mean (`fixed` when left out).', [
      'fixed',
      'exponential',
      'gamma',
      'lognormal',
      'pert',
      'triangular',
    ]),
  ),
  variation: optional(
    quantity('1', 'Standard deviation as a part of the mean, for gamma and lognormal (1 when left out).', {
      min: 0.01,
      max: 10,
    }),
  ),
  least: optional(quantity('1', 'Least time as a part of the mean, for pert and triangular.', { min: 0, max: 1 })),
  most: optional(quantity('1', 'Greatest time as a part of the mean, for pert and triangular.', { min: 1, max: 100 })),
  uses: optional(references('facilities.*.resources', 'Resources of which it needs one each.')),
  takes: optional(reference('facilities.*.storage', 'Storage in which room is taken before it begins, and kept.')),
  gives_back: optional(
    references(
      'facilities.*.storage',
      'Storages whose room is given back at its end, by the last part of what took it.',
    ),
  ),
  gathers: optional(whole('So many units that come here make one of its unit; the oldest go first.', 2, 100_000)),
  joins: optional(flag('Whether it waits for all that was begun at the same time.')),
  priority: optional(whole('Where steps share a resource, smaller numbers go first (5 when left out).', 0, 9)),
  next: optional(references('facilities.*.steps', 'What follows; several are begun at the same time.')),
  routes: optional(collection(route, 'Ways on, of which one is taken.')),
  leaves: optional(flag('Whether what ends here leaves the facility.')),
  ...lasting,
  ...sourced,
});

/** A facility: a border yard, port, dry port or passenger hall as a network of steps. */
export const facilityTable = table(
  'Facility',
  'A border yard, port, dry port or passenger hall: what is done there step by step, by whom, and with how much room.',
  {
    name: text('Name in English.'),
    kind: choice('What it is.', ['border yard', 'passenger hall', 'port', 'dry port']),
    station: reference('stations', 'Where it is; its clock is that of the country.'),
    border: optional(reference('borders', 'The border whose procedures and transfers it works.')),
    flows: collection(flow, 'What arrives.'),
    resources: optional(collection(resource, 'Machines and people.')),
    storage: optional(collection(storage, 'Room.')),
    steps: collection(step, 'What is done.'),
    ...lasting,
    ...sourced,
  },
);

/** A time that others published, to be compared with. */
export const publishedTimeTable = table(
  'Published time',
  'A time that others published of a border, a yard or a journey. It is shown beside what is reckoned and enters nothing.',
  {
    name: text('Where, when and what.'),
    time: quantity('s', 'How long it took.', { min: 1, max: 8_640_000 }),
    border: optional(reference('borders', 'The border of this corridor that it is about; elsewhere when left out.')),
    ...sourced,
  },
);
