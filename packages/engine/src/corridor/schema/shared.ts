import { collection, optional, reference, references, text, textMap, texts, whole } from '../declare-attributes.ts';

/** Attributes every sourced entry may carry; its quantities inherit the source. */
export const sourced = {
  source: optional(
    references('sources', 'Where the numbers of this entry come from, unless a number names its own source.'),
  ),
  estimate: optional(
    text(
      'Why the numbers of this entry are estimates; every number in it that names no source of its own then counts as estimated.',
    ),
  ),
  note: optional(text('What a reader should know about this entry.')),
} as const;

/** Attributes of an entry that exists only for some years. */
export const lasting = {
  from: optional(whole('First year in which it is there.', 1800, 2200)),
  to: optional(whole('Last year in which it is there.', 1800, 2200)),
} as const;

/** Attributes of a thing that people call by several names. */
export const named = {
  name: text('Name in English.'),
  names: optional(textMap('Names in other languages, by language code: `{ de: Zürich, zh: 苏黎世 }`.')),
  aliases: optional(texts('Other spellings by which it is found.')),
} as const;

/** The country an entry lies in. */
export const country = reference('countries', 'The country it lies in.');

/** A collection of a corridor that may be left out, described as its table is. */
export const many = <T extends Parameters<typeof collection>[0]>(tableOf: T) =>
  ({ ...collection(tableOf, tableOf.doc), optional: true }) as const;
