import { choice, optional, quantity, record, references, table, text } from '../declare-attributes.ts';
import { breakdowns } from './operations.ts';
import { lasting, sourced } from './shared.ts';

/** What a fleet is made of. */
export const fleetKinds = ['locomotives', 'multiple units', 'wagons', 'crews'] as const;

/** So many locomotives, wagons or crews that go from train to train. */
export const fleetTable = table(
  'Fleet',
  'Locomotives, multiple units, wagons or crews that go from train to train: a train takes what it needs where it begins and leaves it where it ends. Trains whose vehicles and drivers are in no fleet wait for none.',
  {
    name: text('Name in English, in the plural.'),
    kind: choice('What it is made of; coaches are wagons.', fleetKinds),
    vehicles: references(
      'vehicles',
      'The vehicles it is made of, loaded and empty ones alike: a train takes as many as it holds. Of crews, the locomotives or multiple units they drive: a train takes one crew, or as many as its time asks for.',
    ),
    services: optional(references('services', 'Only trains of these services; all with such vehicles when left out.')),
    units: optional(
      quantity(
        '1',
        'How many there are, rounded to a whole number. When left out, as many as work the planned day at least, and `spare` more.',
        { min: 1, max: 1_000_000 },
      ),
    ),
    spare: optional(
      quantity('1', 'Reserve, as a part of the number worked out (0 when left out).', { min: 0, max: 10 }),
    ),
    turnround: quantity(
      's',
      'From the arrival until it can leave again: engine run round and fuelled, wagons unloaded, loaded and inspected, papers of the crew.',
      { min: 0, max: 8_640_000 },
    ),
    longest_duty: optional(
      quantity(
        's',
        'Time from the first departure within which the next train has to arrive. A longer train takes several crews, each for its part.',
        { min: 60, max: 8_640_000 },
      ),
    ),
    rest: optional(
      quantity('s', 'From an arrival until a new duty can begin; needed with `longest_duty`.', {
        min: 0,
        max: 8_640_000,
      }),
    ),
    breakdowns: optional(
      record(breakdowns, 'Failures, found at the end of a train: the unit is gone for its repair. None when left out.'),
    ),
    ...lasting,
    ...sourced,
  },
);
