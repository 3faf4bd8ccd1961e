import {
  choice,
  collection,
  curve,
  optional,
  place,
  quantities,
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

/** A running-resistance formula: specific resistance w = a + b·v + c·v² of the vehicle's weight. */
export const resistanceTable = table(
  'Running resistance',
  'Specific running resistance a + b·v + c·v², as force per weight.',
  {
    name: text('Whose formula it is, and for which vehicles.'),
    a: quantity('1', 'Constant part, for example `0.92 N/kN`.', { min: 0, max: 0.1 }),
    b: quantity('s/m', 'Part proportional to speed, for example `0.0048 N/kN/(km/h)`.', { min: 0, max: 0.01 }),
    c: quantity('s^2/m^2', 'Part proportional to speed squared.', { min: 0, max: 0.01 }),
    ...sourced,
  },
);

const traction = table('Traction', 'Tractive effort at the wheel rim.', {
  kind: choice(
    '`power`: starting effort, then constant power; `adhesion`: the same below the adhesion limit (Curtius and Kniffler); `curve`: measured points.',
    ['power', 'adhesion', 'curve'],
  ),
  power: optional(quantity('W', 'Power at the rim.', { min: 0, max: 1e8 })),
  starting_effort: optional(quantity('N', 'Greatest effort.', { min: 0, max: 1e7 })),
  adhesion_factor: optional(
    quantity('1', 'Part of the Curtius–Kniffler adhesion that is used.', { min: 0.1, max: 1.5 }),
  ),
  points: optional(curve('m/s', 'N', 'Speed and effort.')),
});

/** A kind of vehicle: locomotive, wagon, coach or multiple unit. */
export const vehicleTable = table('Vehicle', 'A kind of rolling stock.', {
  name: text('Name in English.'),
  kind: choice('What it is.', ['locomotive', 'wagon', 'coach', 'multiple unit']),
  gauges: quantities('m', 'Gauges it runs on; several when its wheelsets change gauge.', { min: 0.3, max: 2 }),
  bogie_exchange: optional(quantities('m', 'Gauges it can be given by exchanging bogies.', { min: 0.3, max: 2 })),
  mass: quantity('kg', 'Mass in working order, empty (tare).', { min: 500, max: 600_000 }),
  length: quantity('m', 'Length over couplers.', { min: 2, max: 500 }),
  axles: whole('Number of axles.', 2, 200),
  rotating_mass: quantity('1', 'Rotating masses as a part of the empty mass.', { min: 0, max: 1 }),
  max_speed: quantity('m/s', 'Highest speed.', { min: 1, max: 160 }),
  brake_percentage: quantity('1', 'Braked weight as a part of the loaded mass.', { min: 0.3, max: 2.5 }),
  resistance: reference('resistances', 'Its running resistance.'),
  payload: optional(quantity('kg', 'Greatest load.', { min: 0, max: 500_000 })),
  seats: optional(whole('Seats or berths.', 0, 3000)),
  containers: optional(quantity('TEU', 'Containers it carries.', { min: 0, max: 20 })),
  carries: optional(references('commodities', 'What it can load.')),
  traction: optional(record(traction, 'Tractive effort, for locomotives and multiple units.')),
  power: optional(texts('Where its energy comes from: `diesel`, or the power supplies it runs under.')),
  efficiency: optional(quantity('1', 'Energy at the rim per energy taken from wire or tank.', { min: 0.02, max: 1 })),
  control: optional(texts('Train control systems it carries.')),
  radio: optional(texts('Train radio systems it carries.')),
  coupler: optional(texts('Its couplers.')),
  brake: optional(texts('Its brake systems.')),
  loading_gauge: optional(reference('loading_gauges', 'The loading gauge it is built to.')),
  ...lasting,
  ...sourced,
});

const consistItem = table('Part of a consist', 'A number of equal vehicles in a train.', {
  vehicle: reference('vehicles', 'The vehicle.'),
  count: whole('How many.', 1, 500),
  load: optional(quantity('1', 'Part of the payload that is loaded; empty when left out.', { min: 0, max: 1 })),
});

const helper = table('Helper', 'Locomotives that push or pull on a part of the way.', {
  vehicle: reference('vehicles', 'The locomotive.'),
  count: whole('How many.', 1, 10),
  attach: reference('stations', 'Where it joins.'),
  detach: reference('stations', 'Where it leaves.'),
  time: quantity('s', 'Time to join or leave.', { min: 0, max: 7200 }),
});

const rating = table('Rated mass', 'The trailing mass the railway allows on a part of a line in one direction.', {
  line: reference('lines', 'The line.'),
  begin: optional(place('Where it begins; the whole line when left out.')),
  end: optional(place('Where it ends.')),
  direction: choice('With rising or falling chainage, or both.', ['rising', 'falling', 'both']),
  mass: quantity('kg', 'Greatest trailing mass.', { min: 0, max: 5e7 }),
  ...sourced,
});

/** A train type: what a train of a service consists of. */
export const trainTypeTable = table('Train type', 'A train as it is made up.', {
  name: text('Name in English.'),
  kind: choice('What it carries.', ['freight', 'passenger']),
  consist: collection(consistItem, 'Locomotives and wagons or coaches.'),
  helpers: optional(collection(helper, 'Additional locomotives on parts of the way.')),
  ratings: optional(collection(rating, 'Trailing masses rated by line and direction.')),
  max_speed: optional(quantity('m/s', 'Highest speed of the train, below that of its vehicles.', { min: 1, max: 160 })),
  deduction: optional(
    reference('deductions', 'Its deduction coefficient; an ordinary goods train of the parallel diagram has none.'),
  ),
  licence: optional(texts('Licences its drivers hold.')),
  rules: optional(texts('Operating rules its crew works under.')),
  consignment_note: optional(texts('Consignment notes it travels with.')),
  ...sourced,
});

/** A kind of goods. */
export const commodityTable = table('Commodity', 'A kind of goods.', {
  name: text('Name in English.'),
  hs: optional(texts('Chapters or headings of the Harmonized System.')),
  density: optional(quantity('kg/m^3', 'Bulk density.', { min: 10, max: 25_000 })),
  handling: texts('How it can be handled: `container`, `bulk`, `break-bulk`, `liquid`, `reefer`.'),
  hazard: optional(text('Hazard class under RID or the UN model regulations.')),
  shelf_life: optional(quantity('s', 'Time within which it must be delivered.', { min: 3600, max: 1e9 })),
  ...sourced,
});

/** A loading unit: container, swap body, pallet. */
export const loadingUnitTable = table('Loading unit', 'What goods travel in.', {
  name: text('Name in English.'),
  size: quantity('TEU', 'Size.', { min: 0.1, max: 5 }),
  tare: quantity('kg', 'Empty mass.', { min: 0, max: 20_000 }),
  payload: quantity('kg', 'Greatest load.', { min: 0, max: 60_000 }),
  carries: references('commodities', 'What it is used for.'),
  ...sourced,
});
