import type { Model } from '../corridor/index.ts';
import type { DemandOutcome } from '../demand/index.ts';
import type { Series } from './assessment.ts';
import { series } from './figures.ts';

const day = 86_400;

/**
 * Trains of each year and how full they are.
 *
 * @param demand - demand through the years
 * @param restsOn - key of its trace
 * @returns year, state, service, what it carries, trains a day as needed and whole, load of a whole train and its part
 * @example
 * ```ts
 * trainSeries(demand, 'demand').columns.map(({ name }) => name);
 * ```
 */
export function trainSeries({ years }: DemandOutcome, restsOn: string): Series {
  const rows = years.flatMap(({ year, state, trains, wholeTrains, loads }) =>
    Object.entries(loads).map(([id, { name, kind, carried, part }]) => {
      const whole = wholeTrains[id] ?? 0;
      const load = whole > 0 ? (carried * day) / whole : 0;
      return { year, state, name, kind, needed: day * (trains[id] ?? 0), whole, load, part };
    }),
  );
  return series(
    [
      ['year', 'year', rows.map(({ year }) => year)],
      ['state', null, rows.map(({ state }) => state)],
      ['service', null, rows.map(({ name }) => name)],
      ['kind', null, rows.map(({ kind }) => (kind === 'freight' ? 'goods' : 'travellers'))],
      ['trains', 'trains/day', rows.map(({ needed }) => needed)],
      ['whole trains', 'trains/day', rows.map(({ whole }) => whole)],
      ['tonnes', 't/train', rows.map(({ kind, load }) => (kind === 'freight' ? load / 1000 : null))],
      ['travellers', 'persons/train', rows.map(({ kind, load }) => (kind === 'freight' ? null : load))],
      ['load', '%', rows.map(({ part }) => 100 * part)],
    ],
    restsOn,
  );
}

/**
 * Roads and gates of each year in user equilibrium.
 *
 * @param model - the corridor with its stated values
 * @param demand - demand through the years
 * @param restsOn - key of its trace
 * @returns year, state, name, kind, tonnes a day, capacity, hours when empty and with that traffic
 * @example
 * ```ts
 * roadSeries(model, demand, 'demand').columns.map(({ name }) => name);
 * ```
 */
export function roadSeries(model: Model, { years }: DemandOutcome, restsOn: string): Series {
  const daily = (flow: number) => (flow * day) / 1000;
  const rows = years.flatMap(({ year, state, roads }) =>
    Object.entries(roads.links).flatMap(([id, { flow, time, capacity }]) =>
      Object.hasOwn(model.links, id) ? [{ year, state, link: model.links[id], flow, time, capacity }] : [],
    ),
  );
  return series(
    [
      ['year', 'year', rows.map(({ year }) => year)],
      ['state', null, rows.map(({ state }) => state)],
      ['name', null, rows.map(({ link }) => link.name)],
      ['kind', null, rows.map(({ link }) => link.mode)],
      ['flow', 't/day', rows.map(({ flow }) => daily(flow))],
      ['capacity', 't/day', rows.map(({ capacity }) => (capacity === null ? null : daily(capacity)))],
      ['hours free', 'h', rows.map(({ link }) => (link.time ?? 0) / 3600)],
      ['hours', 'h', rows.map(({ time }) => time / 3600)],
    ],
    restsOn,
  );
}
