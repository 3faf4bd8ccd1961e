import {
  choice,
  collection,
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
  whole,
} from '../declare-attributes.ts';
import { country, lasting, many, named, sourced } from './shared.ts';

const share = (doc: string) => quantity('1', doc, { min: 0, max: 1 });

/** Emissions of electricity. */
export const gridTable = table('Grid', 'What electricity of a country or region emits.', {
  name: text('Name in English.'),
  countries: references('countries', 'The countries whose railways take it.'),
  lines: optional(references('lines', 'The lines that take it, where a country has several grids.')),
  factor: quantity('kg/J', 'Greenhouse gas for energy at the wire, over the whole chain, in the base year.', {
    min: 0,
    max: 1e-3,
  }),
  decline: optional(quantity('1', 'By which part the factor falls every year.', { min: -0.2, max: 0.5 })),
  ...sourced,
});

/** Emissions of a fuel. */
export const fuelTable = table('Fuel', 'What a fuel of trains emits; its id is that of `power` of the vehicles.', {
  name: text('Name in English.'),
  well_to_wheel: quantity('kg/J', 'Greenhouse gas for its energy, over the whole chain.', { min: 0, max: 1e-3 }),
  tank_to_wheel: quantity('kg/J', 'Greenhouse gas for its energy, when it is burnt.', { min: 0, max: 1e-3 }),
  ...sourced,
});

/** Emissions and harm of a mode of transport by its work. */
export const transportIntensityTable = table('Intensity', 'What transport by a mode, or a hub, emits and harms.', {
  name: text('Name in English.'),
  goods: optional(quantity('1/m', 'Greenhouse gas for a mass over a distance, over the whole chain.', { min: 0 })),
  goods_tank_to_wheel: optional(quantity('1/m', 'The same, at the vehicle only.', { min: 0 })),
  persons: optional(quantity('kg/person/m', 'Greenhouse gas for a person over a distance.', { min: 0 })),
  handled: optional(
    quantity('kg/kg', 'Of `terminal`: greenhouse gas for a mass lifted once, over the whole chain.', { min: 0 }),
  ),
  handled_tank_to_wheel: optional(quantity('kg/kg', 'The same, at the machines only.', { min: 0 })),
  nitrogen_oxides: optional(quantity('1/m', 'Nitrogen oxides for a mass over a distance.', { min: 0 })),
  particles: optional(quantity('1/m', 'Fine particles for a mass over a distance.', { min: 0 })),
  deaths: optional(quantity('person/kg/m', 'People killed for a mass over a distance.', { min: 0 })),
  ...sourced,
});

/** A part of what is built. */
export const componentTable = table('Component', 'A kind of thing that is built along a line.', {
  name: text('Name in English.'),
  width: quantity('m', 'Width of land that it takes.', { min: 0, max: 1000 }),
  carbon: quantity('kg/m', 'Greenhouse gas of building it, for each metre of line.', { min: 0 }),
  ...sourced,
});

/** A part of a line that is built on new land. */
export const alignmentTable = table('Alignment', 'A part of a line that is built on new land, and what lies there.', {
  line: reference('lines', 'The line.'),
  begin: place('Where it begins: a station of the line or a chainage.'),
  end: place('Where it ends; beyond `begin`.'),
  bridges: share('Part of its length on bridges.'),
  tunnels: share('Part of its length in tunnels.'),
  stations: optional(quantity('m^2', 'Land of its stations and yards.', { min: 0, max: 1e9 })),
  land: collection(
    table('Land class', 'A class of land, and the part of the alignment that lies on it.', {
      part: share('Part of the land taken.'),
      ...sourced,
    }),
    'Land by class, such as `forest`, `rice`, `other`; parts add up to 1.',
  ),
  people: quantity('person/m^2', 'People living along it, within a kilometre.', { min: 0, max: 1 }),
  displaced: quantity('person/m', 'People who have to move, for each metre of line.', { min: 0, max: 100 }),
  household: optional(quantity('person', 'People in a household (4 when left out).', { min: 1, max: 20 })),
  ...lasting,
  ...sourced,
});

/** Something on the ground that an alignment may cross. */
export const groundFeatureTable = table('Ground feature', 'Something on the ground that an alignment may cross.', {
  ...named,
  kind: choice('What it is.', ['protected area', 'river', 'heritage', 'wetland', 'water source']),
  country,
  outline: geometry('Its outline, or the course of a river, as `[latitude, longitude]` points.'),
  accuracy: quantity('m', 'How far the true outline may lie from this one.', { min: 0, max: 100_000 }),
  protection: optional(text('What protects it.')),
  ...sourced,
});

/** A place that can be asked for. */
export const placeTable = table('Place', 'A province, commune, village or park that can be asked for.', {
  ...named,
  kind: choice('What it is.', ['province', 'district', 'commune', 'village', 'park']),
  country,
  along: collection(
    table('Part of a line', 'A part of a line that lies in the place.', {
      line: reference('lines', 'The line.'),
      begin: place('Where it begins.'),
      end: place('Where it ends.'),
    }),
    'The parts of lines that lie in it.',
  ),
  features: optional(references('ground_features', 'What of the ground features lies in it.')),
  position: optional(
    position('Latitude and longitude in degrees, of a place that is near something rather than along a line.'),
  ),
  accuracy: optional(quantity('m', 'How far its true position may lie from this one.', { min: 0, max: 100_000 })),
  population: optional(quantity('person', 'People who live there.', { min: 0, max: 1e9 })),
  ...sourced,
});

const surface = table('Surface', 'Roughness or answer of wheels, by wavelength or band.', {
  name: text('Name in English.'),
  levels: quantities('1', 'dB: 35 by wavelength from 2 m to 0.8 mm, or 24 by third-octave band from 50 Hz to 10 kHz.', {
    min: -100,
    max: 200,
  }),
  ...sourced,
});

/** Spectra of rolling noise. */
export const rollingSpectrumTable = surface;

/** How the trains of a kind sound. */
export const noiseClassTable = table('Noise class', 'How the trains of a kind sound.', {
  name: text('Name in English.'),
  wheels: reference('rolling_spectra', 'Roughness of the wheels.'),
  rails: reference('rolling_spectra', 'Roughness of the rails.'),
  contact: reference('rolling_spectra', 'Contact filter.'),
  track: reference('rolling_spectra', 'Answer of the track.'),
  wheel: reference('rolling_spectra', 'Answer of the wheel.'),
  train_types: optional(references('train_types', 'The trains; all others of its `kind` when left out.')),
  kind: choice('What the trains carry.', ['freight', 'passenger']),
  ...sourced,
});

/** Limits of noise of a country. */
export const noiseLimitTable = table('Noise limit', 'What people are protected from; its id is that of the country.', {
  day: quantity('1', 'Equivalent level by day, dB(A).', { min: 30, max: 100 }),
  night: quantity('1', 'Equivalent level by night, dB(A).', { min: 30, max: 100 }),
  night_begin: whole('Hour at which the night begins.', 0, 23),
  night_end: whole('Hour at which it ends.', 0, 23),
  reference: text('Where the limit stands.'),
  ...sourced,
});

/** Who screens projects. */
export const screeningSchemeTable = table('Screening scheme', 'A bank or state that puts projects into categories.', {
  name: text('Name in English.'),
  categories: collection(
    table('Category', 'A category of projects.', {
      name: text('Name, such as `A`.'),
      rank: whole('0 for the strictest, rising.', 0, 20),
      leads_to: text('What follows: which assessment, which consultation.'),
    }),
    'Its categories.',
  ),
  reference: text('Where it stands.'),
  ...sourced,
});

/** A rule of a scheme. */
export const screeningRuleTable = table('Screening rule', 'When a project falls into a category.', {
  scheme: reference('screening_schemes', 'Whose rule it is.'),
  category: text('The category.'),
  when: collection(
    table('Condition', 'A fact and what it has to reach; its id is that of the fact.', {
      at_least: quantity('1', 'The least value, in the unit of the fact (people, ha, km, t a year, number).'),
    }),
    'All of them have to hold.',
  ),
  reference: text('Where the rule stands.'),
  ...sourced,
});

/** What somebody asked. */
export const consultationTable = table('Consultation', 'What people of a place asked, and what the options answer.', {
  place: reference('places', 'Where.'),
  group: text('Who.'),
  group_in: optional(textMap('Who, by language code.')),
  date: optional(text('When, as an ISO date, month or year.')),
  asked: text('What they asked.'),
  asked_in: optional(textMap('What they asked, by language code.')),
  state: choice('Whether it was really said or is expected of people so affected.', ['recorded', 'expected']),
  answer: optional(text('What is answered under this option.')),
  answer_in: optional(textMap('The answer, by language code.')),
  ...sourced,
});

/** What impact is asked about. */
export const impactTable = table('Impact', 'How exposure is looked at.', {
  ground: share('How porous the ground along the lines is: 0 hard, 1 soft.'),
  ...sourced,
});

/** The keys of land, air and people. */
export const impactCollections = {
  impact: optional(record(impactTable, impactTable.doc)),
  grids: many(gridTable),
  fuels: many(fuelTable),
  transport_intensities: many(transportIntensityTable),
  components: many(componentTable),
  alignments: many(alignmentTable),
  ground_features: many(groundFeatureTable),
  places: many(placeTable),
  rolling_spectra: many(rollingSpectrumTable),
  noise_classes: many(noiseClassTable),
  noise_limits: many(noiseLimitTable),
  screening_schemes: many(screeningSchemeTable),
  screening_rules: many(screeningRuleTable),
  consultations: many(consultationTable),
} as const;
