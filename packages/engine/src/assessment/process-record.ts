import type { Model } from '../corridor/index.ts';
import { series } from './figures.ts';

/**
 * What happened and was promised, by date.
 *
 * @param model - the corridor
 * @param rests - key of its trace
 * @example
 * ```ts
 * timeline(model, 'economy').columns[0].values; // ['2023-08', …]
 * ```
 */
export function timeline(model: Model, rests: string) {
  const events = Object.values(model.process_events).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return series(
    [
      ['date', null, events.map(({ date }) => date)],
      ['kind', null, events.map(({ kind }) => kind)],
      ['event', null, events.map(({ name }) => name)],
      ['who', null, events.map(({ who }) => who)],
      ['due', null, events.map(({ due }) => due ?? '–')],
      ['kept', null, events.map(({ kept }) => kept ?? '–')],
      ['source', null, events.map(sourcesOf)],
    ],
    rests,
  );
}

/**
 * What parties do not accept, whatever they are paid.
 *
 * @param model - the corridor
 * @param rests - key of its trace
 * @example
 * ```ts
 * redLines(model, 'economy').columns[2].values; // ['open', …]
 * ```
 */
export function redLines(model: Model, rests: string) {
  const lines = Object.values(model.red_lines);
  const struck = ({ strikes_options, strikes_plans }: (typeof lines)[number]) =>
    [...(strikes_options ?? []), ...(strikes_plans ?? []).map((plan) => model.financing[plan]?.title ?? plan)].join(
      ', ',
    );
  return series(
    [
      ['red line', null, lines.map(({ name }) => name)],
      ['party', null, lines.map(({ party }) => model.parties[party].name)],
      ['state', null, lines.map(({ state }) => state)],
      ['strikes off', null, lines.map((line) => struck(line) || '–')],
      ['what is said', null, lines.map(({ says }) => says)],
      ['source', null, lines.map(sourcesOf)],
    ],
    rests,
  );
}

function sourcesOf({ source }: { readonly source?: readonly string[] }): string {
  return (source ?? []).join(', ') || '–';
}
