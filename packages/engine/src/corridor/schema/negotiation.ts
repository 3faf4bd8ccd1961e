import {
  choice,
  collection,
  optional,
  quantity,
  reference,
  references,
  table,
  text,
  texts,
  whole,
} from '../declare-attributes.ts';
import { many, sourced } from './shared.ts';

const part = (doc: string) => quantity('1', doc, { min: 0, max: 1 });

const interest = table('Interest of a party', 'What of the gains and losses is its own.', {
  groups: texts('Groups, as the table of distribution names them.'),
  countries: optional(references('countries', 'Of which countries; of all when left out.')),
  where: optional(texts('Ids of lines and places it arises at; anywhere when left out.')),
  part: part('Part of it.'),
  ...sourced,
});

/** A party to the agreement. */
export const partyTable = table('Party', 'Who has a say, or a loss.', {
  name: text('Name in English.'),
  country: optional(reference('countries', 'Its country.')),
  role: choice('What it is at the table.', ['partner', 'lender', 'rival', 'affected']),
  interests: optional(collection(interest, 'What of the gains and losses is its own.')),
  pays: optional(references('countries', 'Countries whose capital costs and railways it pays for.')),
  wants: optional(texts('What it wants that is not money.')),
  walk_away: optional(text('What it has if talks fail, in words.')),
  ...sourced,
});

/** Who must agree before an option can be built. */
export const consentTable = table('Consent', 'Who must agree before an option is built.', {
  parties: references('parties', 'All of them must.'),
  why: text('Why.'),
  ...sourced,
});

/** A red line: what strikes an option or plan off for a party. */
export const redLineTable = table('Red line', 'What a party does not accept, whatever it is paid.', {
  name: text('What it is about.'),
  party: reference('parties', 'Whose line it is.'),
  strikes_options: optional(references('options', 'Options that it strikes off.')),
  strikes_plans: optional(references('financing', 'Financing plans that it strikes off.')),
  state: choice('Whether it holds.', ['holds', 'open', 'lifted']),
  says: text('What is said, in our words.'),
  ...sourced,
});

/** What happened or was promised on the way to an agreement. */
export const processEventTable = table('Event of the process', 'A meeting, readout, agreement or promise.', {
  name: text('What it is.'),
  kind: choice('What kind of event it is.', ['meeting', 'readout', 'agreement', 'commitment', 'decision', 'works']),
  date: text('ISO date, month or year.', { source: '^\\d{4}(-\\d{2}(-\\d{2})?)?$', example: '2025-12-19' }),
  who: text('Who met, said or promised.'),
  amount: optional(quantity('money', 'How much was promised.', { min: 0, max: 1e18 })),
  due: optional(text('By when, as an ISO date or year.')),
  kept: optional(choice('Whether a promise was kept.', ['kept', 'open', 'partly', 'not kept'])),
  ...sourced,
});

/** Shares of partners, for dependence on few of them. */
export const dependenceTable = table('Dependence', 'What comes from which partner.', {
  name: text('What of.'),
  of: reference('parties', 'Who depends.'),
  kind: choice('What it is.', ['lending', 'trade', 'standard', 'supply']),
  partners: collection(
    table('Partner', 'One partner.', {
      name: text('Who it is.'),
      share: part('Its share.'),
    }),
    'The partners; shares add up to 1.',
  ),
  exit_years: optional(whole('Years to change to another partner.', 0, 100)),
  ...sourced,
});

/** The keys of negotiation. */
export const negotiationCollections = {
  parties: many(partyTable),
  consents: many(consentTable),
  red_lines: many(redLineTable),
  process_events: many(processEventTable),
  dependences: many(dependenceTable),
} as const;
