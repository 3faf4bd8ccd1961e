import {
  choice,
  collection,
  optional,
  reference,
  references,
  table,
  text,
  textMap,
  texts,
} from '../declare-attributes.ts';
import { named } from './shared.ts';

/** Topics are the rooms an answer may hang on, and the kinds of things the articles speak of. */
const verdicts = ['supported', 'partly supported', 'contradicted', 'overtaken', 'unverifiable', 'not checked'] as const;

/** A source: who published what, and when. */
export const sourceTable = table('Source', 'A document or data set that a number or a claim comes from.', {
  title: text('Title.'),
  publisher: optional(text('Who published it.')),
  date: optional(text('Date as an ISO year, month or day, or `undated`.')),
  address: optional(text('Where it is found.')),
  kind: choice('What it is.', [
    'news',
    'official',
    'statistics',
    'study',
    'company',
    'encyclopedia',
    'dataset',
    'book',
    'standard',
    'estimate',
  ]),
  confidence: optional(choice('How much it proves.', ['high', 'medium', 'low'])),
  language: optional(text('Language code.')),
  licence: optional(text('Licence under which its data may be used.')),
  code: optional(text('Number under which a bibliography knows it.')),
  note: optional(text('What a reader should know about it.')),
});

/** A claim: what a source says. */
export const claimTable = table('Claim', 'What a source says, and what others show.', {
  source: reference('sources', 'Who says so.'),
  says: text('The claim in our words.'),
  quote: optional(text('A short literal quotation.')),
  kind: choice('What kind of statement it is.', ['fact', 'forecast', 'opinion']),
  topic: text('What it is about.'),
  check: optional(text('What other sources show.')),
  verdict: choice('Our reading.', verdicts),
  evidence: optional(references('sources', 'The sources of the check.')),
});

const standpoint = table('Position', 'One of the answers that contradict each other.', {
  says: text('The answer.'),
  claims: optional(references('claims', 'Claims that give it.')),
  sources: optional(references('sources', 'Sources that give it.')),
});

/** A conflict: claims that cannot all be true. */
export const conflictTable = table('Conflict', 'A question that the sources answer differently.', {
  question: text('The question.'),
  positions: collection(standpoint, 'The answers.'),
  verdict: text('Id of the position we follow, or `open`.'),
  because: text('Why.'),
  evidence: optional(references('sources', 'What the verdict rests on.')),
  bears_on: optional(text('The room it matters for.')),
  quantity: optional(text('Dotted path of the quantity it is about; its claims are then the ones compared.')),
});

/** A name: how a place, a person or a term is spelt. */
export const nameTable = table('Name', 'Spellings of a place, a person or a term.', {
  ...named,
  kind: choice('What it names.', ['place', 'person', 'organisation', 'term', 'deposit']),
  misspelt: optional(textMap('Wrong spellings, by the source that prints them.')),
  not_names: optional(texts('Strings that look like the name and are not.')),
});
