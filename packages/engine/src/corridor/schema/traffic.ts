import {
  choice,
  collection,
  optional,
  quantity,
  reference,
  references,
  table,
  text,
  whole,
} from '../declare-attributes.ts';
import { lasting, sourced } from './shared.ts';

const stop = table('Stop', 'A stop of a service between its first and last station.', {
  dwell: quantity('s', 'Least standing time.', { min: 0, max: 864_000 }),
  why: optional(text('What is done meanwhile.')),
  ...sourced,
});

/** A service: trains of one type that run a route. */
export const serviceTable = table(
  'Service',
  'Trains of one type that run a route, by timetable or as demand requires.',
  {
    name: text('Name in English.'),
    train_type: reference('train_types', 'The train.'),
    route: references(
      'stations',
      'Stations that fix the route, in order; between them the shortest way its gauge allows.',
    ),
    stops: optional(collection(stop, 'Intermediate stops, keyed by station id.', 'stations')),
    kind: choice('`scheduled` at a time of day, or `demand-driven` between a least and a most.', [
      'scheduled',
      'demand-driven',
    ]),
    departure: optional(
      text('Time of day of a scheduled departure, on the clock of the first station.', {
        source: '^([01]\\d|2[0-3]):[0-5]\\d$',
        example: '22:00',
      }),
    ),
    departure_tolerance: optional(
      quantity('s', 'By how much a scheduled departure may be earlier or later (0 s when left out).', {
        min: 0,
        max: 43_200,
      }),
    ),
    daily: optional(whole('Trains a day of a scheduled service (1 when left out).', 1, 500)),
    interval: optional(
      quantity('s', 'From one departure of a scheduled service to the next (even over the day when left out).', {
        min: 60,
        max: 86_400,
      }),
    ),
    spacing: optional(
      quantity('s', 'Least time between two departures of a demand-driven service (0 s when left out).', {
        min: 0,
        max: 86_400,
      }),
    ),
    weight: optional(
      quantity('1', 'Weight of its journey time against that of other services, in the plan (1 when left out).', {
        min: 0.01,
        max: 100,
      }),
    ),
    least: optional(quantity('train/s', 'Fewest trains, in each direction of this service.', { min: 0, max: 1 })),
    most: optional(quantity('train/s', 'Most trains.', { min: 0, max: 1 })),
    carries: optional(references('commodities', 'What it carries.')),
    ...lasting,
    ...sourced,
  },
);

const layover = table('Layover', 'Time that a journey spends at a station between two trains.', {
  station: reference('stations', 'Where.'),
  time: quantity('s', 'How long.', { min: 0, max: 8_640_000 }),
  why: text('What is done meanwhile.'),
  ...sourced,
});

/** A journey: a chain of services from end to end. */
export const journeyTable = table(
  'Journey',
  'What a consignment or a traveller does from end to end: services one after the other, with the border between them.',
  {
    name: text('Name in English.'),
    kind: choice('What travels.', ['freight', 'passenger']),
    legs: references('services', 'The services, in order; each begins where the one before ended.'),
    layovers: optional(collection(layover, 'Waiting that is not part of a service or of the border.')),
    compare: optional(text('What others published about this journey, in a sentence.')),
    published: optional(
      quantity('s', 'A published time for it, to be compared with, never used.', { min: 0, max: 8_640_000 }),
    ),
    ...sourced,
  },
);

const approach = table('Approach', 'The line by which one side reaches the border.', {
  line: reference('lines', 'The line.'),
  at: reference('stations', 'The border station of this side.'),
});

const transfer = table('Transfer', 'A way in which traffic changes from one railway to the other here.', {
  kind: choice('What is done.', [
    'through running',
    'locomotive change',
    'bogie exchange',
    'gauge-changing wheelsets',
    'transshipment',
    'change of train',
  ]),
  applies: choice('What it is for.', ['freight', 'passenger', 'both']),
  time: quantity('s', 'Time per train from arrival until it is ready to leave on the other side, procedures apart.', {
    min: 0,
    max: 8_640_000,
  }),
  ...lasting,
  ...sourced,
});

const procedure = table('Procedure', 'A step every train or consignment passes at the border.', {
  name: text('What it is.'),
  by: reference('countries', 'Whose officers do it.'),
  applies: choice('What it is for.', ['freight', 'passenger', 'both']),
  time: quantity('s', 'Time it adds.', { min: 0, max: 8_640_000 }),
  ...lasting,
  ...sourced,
});

/** A border between two countries' railways. */
export const borderTable = table('Border', 'A place where two railways meet.', {
  name: text('Name in English.'),
  countries: references('countries', 'The two countries.'),
  approaches: collection(approach, 'The line on each side, keyed by country id.', 'countries'),
  transfers: collection(transfer, 'Ways of changing from one railway to the other.'),
  procedures: optional(collection(procedure, 'Customs, quarantine and immigration.')),
  ...sourced,
});

/** An approval or step that an option needs before it can be built or opened. */
export const approvalTable = table('Approval', 'A decision or step of the political and administrative process.', {
  name: text('What it is.'),
  by: text('Who decides.'),
  date: optional(text('When it was or is expected, as an ISO date or year.')),
  state: choice('Where it stands.', ['done', 'open', 'refused', 'lapsed']),
  needed_for: optional(text('What cannot begin before it.')),
  options: optional(references('options', 'Options that need it; all when left out.')),
  expected: optional(whole('Year in which it is expected, while it is open.', 1900, 2300)),
  holds_up: optional(
    choice('What cannot begin before the year after it is given (works when left out).', ['works', 'opening']),
  ),
  slip: optional(
    quantity('s', 'Time by which it may come later than expected, to whole years (0 when left out).', {
      min: 0,
      max: 1e9,
    }),
  ),
  chance: optional(quantity('1', 'Chance that it is given, while it is open.', { min: 0, max: 1 })),
  ...sourced,
});

/** What a whole corridor is about. */
export const headTable = table('Corridor', 'What the corridor is and which question is asked of it.', {
  title: text('Title of the study.'),
  question: text('The question it answers.'),
  summary: text('Two or three sentences for a reader in a hurry.'),
  base_year: whole('The year of the present situation.', 1900, 2200),
  prices: text('Date of prices of all money that states none.', {
    source: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
    example: '2025',
  }),
  library: optional(references('library', 'Shared data files of the library this corridor builds on.')),
  main_journey: optional(reference('journeys', 'The journey the headline speaks of.')),
  main_border: optional(reference('borders', 'The border the headline speaks of.')),
});

/** What an option file says about itself. */
export const optionTable = table('Option', 'What is built: a named change to the corridor.', {
  title: text('Short title.'),
  summary: text('What is built or changed, in two sentences.'),
  extends: optional(reference('options', 'The option this one builds on; the corridor itself when left out.')),
  order: whole('Place in tables, from the least to the most that is built.', 0, 1000),
  opens: optional(whole('Year in which it is in use.', 1900, 2200)),
  ...sourced,
});

/** What a scenario file says about itself. */
export const scenarioTable = table('Scenario', 'What the world does: a named change that holds under every option.', {
  title: text('Short title.'),
  summary: text('What is different, in two sentences.'),
  ...sourced,
});

/** A driver: something that moves several quantities together. */
export const driverTable = table(
  'Driver',
  'Something that moves several quantities together, such as construction prices.',
  {
    name: text('What it is.'),
    ...sourced,
  },
);
