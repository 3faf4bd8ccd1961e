import {
  choice,
  collection,
  optional,
  place,
  position,
  quantity,
  record,
  reference,
  references,
  table,
  text,
  whole,
} from '../declare-attributes.ts';
import { country, lasting, named, sourced } from './shared.ts';

/** A place of the telecom network. */
export const exchangeTable = table('Exchange', 'A place where cables of the telecom network meet.', {
  ...named,
  country,
  position: optional(position('Latitude and longitude in degrees.')),
  traffic: optional(
    quantity('bit/s', 'Traffic with other countries that is asked for here in the busy hour of the base year.', {
      min: 0,
      max: 1e18,
    }),
  ),
  ...sourced,
});

/** A cable between two exchanges. */
export const cableTable = table('Cable', 'A cable between two exchanges, with what of it the country can use.', {
  name: text('Name in English.'),
  kind: choice('Where it lies.', ['submarine', 'land', 'railway', 'backbone']),
  begin: reference('exchanges', 'Where it begins.'),
  end: reference('exchanges', 'Where it ends.'),
  lines: optional(references('lines', 'The lines of the corridor along which it lies.')),
  length: optional(quantity('m', 'Its length.', { min: 0, max: 5e7 })),
  capacity: quantity('bit/s', 'What it carries for the home country.', { min: 0, max: 1e18 }),
  between_failures: quantity('s', 'Mean time from its repair to its next failure.', { min: 3600, max: 1e12 }),
  repair: quantity('s', 'Mean time until it is repaired.', { min: 0, max: 1e9 }),
  ...lasting,
  ...sourced,
});

/** An event that takes several cables down. */
export const cableEventTable = table('Cable event', 'An event that takes several cables down at once.', {
  name: text('What happens: an anchor, a slide on the sea bed, a flood.'),
  cables: references('cables', 'The cables it cuts.'),
  between: quantity('s', 'Mean time between two such events.', { min: 3600, max: 1e12 }),
  repair: quantity('s', 'Mean time until the cables work again.', { min: 0, max: 1e9 }),
  ...sourced,
});

/** A radio system for trains. */
export const radioSystemTable = table('Radio system', 'A radio system with its sites along a line.', {
  name: text('Name, such as `FRMCS 900 MHz`.'),
  frequency: quantity('Hz', 'Carrier frequency.', { min: 150e6, max: 2000e6 }),
  allowed_loss: quantity('1', 'Loss between the aerials at which it just works, in dB.', { min: 60, max: 180 }),
  shadowing: quantity('1', 'Standard deviation of the loss from place to place, in dB.', { min: 1, max: 20 }),
  edge: quantity('1', 'Probability with which the farthest place has to be covered.', { min: 0.5, max: 0.999 }),
  base_height: quantity('m', 'Height of the masts.', { min: 15, max: 200 }),
  train_height: quantity('m', 'Height of the aerial of the train.', { min: 1, max: 10 }),
  ...sourced,
});

/** A part of a line with its radio sites. */
export const radioCoverTable = table('Radio cover', 'A part of a line with its radio sites.', {
  system: reference('radio_systems', 'The system.'),
  line: reference('lines', 'The line.'),
  begin: place('Where it begins: a station of the line or a chainage.'),
  end: place('Where it ends; beyond `begin`.'),
  surroundings: choice('What is around, as the loss models tell it.', ['urban', 'suburban', 'open']),
  spacing: quantity('m', 'Distance between two sites.', { min: 200, max: 40_000 }),
  tunnels: optional(
    quantity('1', 'Part of the length in tunnels, which need radiating cable and count as covered by it.', {
      min: 0,
      max: 1,
    }),
  ),
  ...lasting,
  ...sourced,
});

const fibre = table('Fibre of the railway', 'What fibre in the right of way costs and brings.', {
  slack: quantity('1', 'Length of cable over length of line.', { min: 1, max: 2 }),
  group_index: quantity('1', 'Group index of the fibre.', { min: 1, max: 2 }),
  pairs: whole('Fibre pairs that can be let.', 0, 10_000),
  let: quantity('1', 'Part of them that is let, on average over the years.', { min: 0, max: 1 }),
  lease: quantity('USD/m/s', 'Yearly rent of a pair, by its length.', { min: 0 }),
  laying: quantity('USD/m', 'Cost of laying the cable while the line is built.', { min: 0 }),
  ...sourced,
});

/** What telecom is asked about. */
export const telecomTable = table('Telecom', 'What is asked about the line as a cable route.', {
  home: reference('countries', 'The country whose connections are looked at.'),
  growth: optional(quantity('1', 'Growth of the traffic a year.', { min: -0.5, max: 1 })),
  worth: optional(
    quantity('USD/bit', 'What carrying a bit is worth that else would not be carried.', { min: 0, max: 1 }),
  ),
  near: reference('exchanges', 'One end of the connection whose delay and availability are told.'),
  far: reference('exchanges', 'Its other end.'),
  fibre: optional(record(fibre, 'Fibre in the right of way.')),
  ...sourced,
});

/** The keys of the telecom network. */
export const telecomCollections = {
  telecom: optional(record(telecomTable, telecomTable.doc)),
  exchanges: { ...collection(exchangeTable, exchangeTable.doc), optional: true },
  cables: { ...collection(cableTable, cableTable.doc), optional: true },
  cable_events: { ...collection(cableEventTable, cableEventTable.doc), optional: true },
  radio_systems: { ...collection(radioSystemTable, radioSystemTable.doc), optional: true },
  radio_cover: { ...collection(radioCoverTable, radioCoverTable.doc), optional: true },
} as const;
