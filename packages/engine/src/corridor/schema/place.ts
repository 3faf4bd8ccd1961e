import {
  choice,
  collection,
  flag,
  geometry,
  optional,
  place,
  position,
  quantities,
  quantity,
  record,
  reference,
  references,
  table,
  text,
  textMap,
  texts,
  whole,
} from '../declare-attributes.ts';
import { publishedCapacityTable } from './capacity.ts';
import { country, lasting, named, sourced } from './shared.ts';

const holiday = table('Holiday', 'Days on which a country works differently.', {
  name: text('What is celebrated.'),
  from: text('First day, as month-day or a full date.', { source: '^(\\d{4}-)?\\d{2}-\\d{2}$', example: '02-10' }),
  to: text('Last day.', { source: '^(\\d{4}-)?\\d{2}-\\d{2}$', example: '02-16' }),
  effect: choice('What the days do to traffic.', ['closed', 'reduced', 'peak']),
});

/** A country: its clock, calendar and names. */
export const countryTable = table('Country', 'A country the corridor touches.', {
  ...named,
  iso: text('ISO 3166-1 alpha-2 code.', { source: '^[A-Z]{2}$', example: 'VN' }),
  clock: text('Offset of its clock from UTC.', { source: '^UTC[+-]\\d{1,2}(:\\d{2})?$', example: 'UTC+7' }),
  currency: text('ISO 4217 code of its money.', { source: '^[A-Z]{3}$', example: 'VND' }),
  holidays: optional(collection(holiday, 'Days that differ from the others.')),
  ...sourced,
});

/** A loading gauge: the largest cross-section a vehicle may have. */
export const loadingGaugeTable = table('Loading gauge', 'The largest cross-section of a loaded vehicle.', {
  name: text('Name in English.'),
  width: quantity('m', 'Greatest width.', { min: 1, max: 5 }),
  height: quantity('m', 'Greatest height above rail.', { min: 2, max: 7 }),
  ...sourced,
});

const stationTrack = table('Station track', 'A track of a station on which a train can stand.', {
  length: quantity('m', 'Usable length: the longest train that fits.', { min: 10, max: 10_000 }),
  gauges: quantities('m', 'Track gauges; several for dual gauge.', { min: 0.3, max: 2 }),
  count: optional(whole('How many such tracks there are (1 when left out).', 1, 200)),
  platform: optional(quantity('m', 'Length of its platform, when passengers can board.', { min: 10, max: 2000 })),
  through: optional(flag('Whether trains can run through it without stopping.')),
  speed: optional(
    quantity('m/s', 'Highest speed on it and over the points that lead to it, where it is below that of the line.', {
      min: 1,
      max: 140,
    }),
  ),
  electrified: optional(flag('Whether an electric locomotive can stand on it under wire.')),
  ...lasting,
  ...sourced,
});

const lineEnd = table('Line end', 'Where a line meets the station: on which side, and which tracks it reaches.', {
  line: reference('lines', 'The line.'),
  toward: choice('The way the line leaves the station: with rising or with falling chainage.', ['rising', 'falling']),
  side: choice('Side of the station. A train that arrives and leaves on the same side reverses.', ['a', 'b']),
  tracks: optional(
    references('stations.*.tracks', 'Tracks reached from this end; all whose gauge fits when left out.'),
  ),
});

const conflict = table('Excluded routes', 'Movements that cannot take place at the same time.', {
  ends: references('stations.*.ends', 'The line ends whose entry and exit routes exclude each other.'),
});

const intervals = table('Station intervals', 'Times that have to lie between two trains at this station.', {
  arrival: optional(
    quantity('s', 'Between two arrivals from opposite sides that may not be simultaneous.', { min: 0, max: 3600 }),
  ),
  crossing: optional(
    quantity('s', 'Between an arrival and the departure into the section it has cleared.', { min: 0, max: 3600 }),
  ),
  following: optional(
    quantity('s', 'Between a train clearing the section ahead and the next one leaving after it.', {
      min: 0,
      max: 3600,
    }),
  ),
});

const reversal = table('Reversal', 'How a train changes direction here.', {
  time: quantity('s', 'Time to uncouple, run round, couple and test the brakes.', { min: 0, max: 86_400 }),
  ...sourced,
});

/** A station, yard, junction or halt. */
export const stationTable = table('Station', 'A place where trains stop, cross, are handled or change line.', {
  ...named,
  codes: optional(
    textMap(
      'Codes by system; several codes of one system are separated by a space: `{ telecode: HBM, unlocode: VNLAO }`.',
    ),
  ),
  country,
  position: optional(position('Latitude and longitude in degrees.')),
  position_accuracy: optional(
    quantity('m', 'How far the true place may lie from the position.', { min: 0, max: 100_000 }),
  ),
  elevation: optional(quantity('m', 'Height of the rails above sea level.', { min: -450, max: 5500 })),
  role: optional(
    choice('What it mainly is.', ['terminal', 'station', 'junction', 'yard', 'border', 'port', 'halt', 'marker']),
  ),
  tracks: optional(collection(stationTrack, 'Its tracks.')),
  ends: optional(
    collection(lineEnd, 'Which line end reaches which tracks on which side; needed where a train changes line.'),
  ),
  exclusions: optional(collection(conflict, 'Movements that exclude each other; all of one side when left out.')),
  intervals: optional(record(intervals, 'Intervals for simultaneous arrival, crossing and following.')),
  reversal: optional(record(reversal, 'How trains reverse here.')),
  ...lasting,
  ...sourced,
});

/** Attributes that stretches of a line carry; each holds from `begin` to `end`, later entries win over earlier ones. */
const stretch = table(
  'Stretch',
  'A part of a line and what holds on it; where stretches overlap, the later entry wins attribute by attribute.',
  {
    begin: place('Where it begins: a station of the line or a chainage.'),
    end: place('Where it ends; beyond `begin`.'),
    tracks: optional(whole('Number of parallel tracks.', 1, 8)),
    gauges: optional(quantities('m', 'Track gauges; several for dual gauge.', { min: 0.3, max: 2 })),
    gradient: optional(
      quantity('1', 'Gradient, positive where the line rises with chainage.', { min: -0.12, max: 0.12 }),
    ),
    ruling_gradient: optional(
      quantity('1', 'Steepest compensated gradient against loaded trains, for checks.', { min: 0, max: 0.12 }),
    ),
    curve_radius: optional(quantity('m', 'Radius of the curves.', { min: 40, max: 100_000 })),
    curve_share: optional(quantity('1', 'Part of the stretch that lies in such curves.', { min: 0, max: 1 })),
    line_speed: optional(quantity('m/s', 'Highest speed allowed, both directions.', { min: 0.5, max: 140 })),
    line_speed_rising: optional(
      quantity('m/s', 'Highest speed with rising chainage, where it differs.', { min: 0.5, max: 140 }),
    ),
    line_speed_falling: optional(
      quantity('m/s', 'Highest speed with falling chainage, where it differs.', { min: 0.5, max: 140 }),
    ),
    braking_distance: optional(
      quantity('m', 'Distance within which every train must be able to stop.', { min: 50, max: 10_000 }),
    ),
    block: optional(choice('How trains are kept apart.', ['absolute', 'automatic', 'moving'])),
    block_length: optional(
      quantity('m', 'Length of the block sections, where they are shorter than from station to station.', {
        min: 50,
        max: 50_000,
      }),
    ),
    route_setting_time: optional(
      quantity(
        's',
        'From the request of a route until its signal is clear; part of the blocking time (0 s when left out).',
        {
          min: 0,
          max: 600,
        },
      ),
    ),
    sighting_time: optional(
      quantity(
        's',
        'In which the driver sees the signal clear before he would have to act on it (0 s when left out).',
        {
          min: 0,
          max: 120,
        },
      ),
    ),
    release_time: optional(
      quantity(
        's',
        'From the clearing of a block or route by the tail of a train until another can be set (0 s when left out).',
        {
          min: 0,
          max: 1800,
        },
      ),
    ),
    buffer_time: optional(
      quantity(
        's',
        'Between the blocking times of two planned trains, so that a small delay stays with one (0 s when left out).',
        {
          min: 0,
          max: 3600,
        },
      ),
    ),
    running_supplement: optional(
      quantity('1', 'Part of the running time that planned trains are given beyond it (0 when left out).', {
        min: 0,
        max: 0.5,
      }),
    ),
    stop_supplement: optional(
      quantity(
        's',
        'Time that a planned train is given for each stop beyond running and standing (0 s when left out).',
        {
          min: 0,
          max: 600,
        },
      ),
    ),
    power: optional(
      texts('Power supplies along the line, such as `25 kV 50 Hz`; an empty list where there is no wire.'),
    ),
    control: optional(texts('Train control systems on the line, such as `CTCS-2`.')),
    radio: optional(texts('Train radio systems, such as `GSM-R`.')),
    loading_gauge: optional(reference('loading_gauges', 'The loading gauge that is clear.')),
    axle_load: optional(quantity('kg', 'Heaviest axle allowed.', { min: 3000, max: 60_000 })),
    train_length: optional(
      quantity('m', 'Longest train that the loops of this stretch can take.', { min: 20, max: 5000 }),
    ),
    coupler: optional(texts('Couplers in use, such as `AAR type 13`.')),
    brake: optional(texts('Brake systems in use, such as `air, single pipe`.')),
    rules: optional(texts('Operating rules that hold.')),
    licence: optional(texts('Licences a driver needs.')),
    consignment_note: optional(texts('Consignment notes in use, such as `SMGS`.')),
    ...lasting,
    ...sourced,
  },
);

const possession = table('Possession', 'A time of day in which a part of a line belongs to its maintenance.', {
  begin: place('Where it begins: a station of the line or a chainage.'),
  end: place('Where it ends; beyond `begin`.'),
  start: text('Time of day at which it starts, on the clock of the first country of the line.', {
    source: '^([01]\\d|2[0-3]):[0-5]\\d$',
    example: '01:00',
  }),
  duration: quantity('s', 'How long it lasts, every day.', { min: 0, max: 86_400 }),
  why: optional(text('What is done.')),
  ...lasting,
  ...sourced,
});

const calledStation = table('Station on a line', 'Where on the line a station lies.', {
  at: quantity('m', 'Chainage: the distance along the line from its zero.', { min: -10_000, max: 20_000_000 }),
  post: optional(text('The kilometre post as signed, which need not be the chainage.')),
  source: optional(references('sources', 'Where the chainage comes from.')),
  estimate: optional(text('Why the chainage is an estimate.')),
});

/** A line: stations by chainage and stretches with attributes. */
export const lineTable = table(
  'Line',
  'A railway line with its own chainage. A station inserted at a chainage splits its section, and the stretches hold on both parts.',
  {
    ...named,
    countries: references('countries', 'The countries it lies in.'),
    status: choice('Whether it exists.', ['open', 'under construction', 'planned', 'closed']),
    stations: collection(calledStation, 'Its stations by chainage, in order.', 'stations'),
    stretches: collection(stretch, 'What holds from where to where.'),
    possessions: optional(collection(possession, 'Daily maintenance windows; where they lie no train runs.')),
    published_capacity: optional(collection(publishedCapacityTable, 'Capacities that others publish for parts of it.')),
    curve_resistance: choice('Formula for the resistance of curves.', [
      'none',
      'roeckl-standard',
      'roeckl-metre',
      'china',
    ]),
    geometry: optional(
      geometry(
        'Its course as `[latitude, longitude]` points, in order of chainage; drawn through its stations when left out.',
      ),
    ),
    geometry_accuracy: optional(
      quantity('m', 'Half-width of the corridor within which the course is known.', { min: 0, max: 100_000 }),
    ),
    ...lasting,
    ...sourced,
  },
);
