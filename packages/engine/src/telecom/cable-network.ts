import type { Model } from '../corridor/index.ts';
import { availability } from './availability.ts';
import type { CarryingNetwork } from './served-traffic.ts';
import type { FailingNetwork } from './terminal-reliability.ts';

/** Id of a cable, and the cable. */
export type Cables = ReadonlyArray<readonly [id: string, cable: Model['cables'][string]]>;

/** All cables of the corridor, in order of id. */
export function cablesOf(model: Model): Cables {
  return Object.entries(model.cables).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The cables as a network whose links fail; nodes are the exchanges in the order of the model. */
export function failingNetwork(model: Model, cables: Cables): FailingNetwork {
  const exchanges = Object.keys(model.exchanges);
  return {
    nodes: exchanges.length,
    links: cables.map(([, { begin, end, between_failures, repair }]) => ({
      ends: [exchanges.indexOf(begin), exchanges.indexOf(end)] as const,
      works: availability(between_failures, repair),
    })),
    common: eventsOf(model, cables),
  };
}

/**
 * The cables as they carry the home country's traffic abroad: exchanges of other countries are the outside, cables
 * between two of them do not count.
 *
 * @param growth - factor on the traffic of the base year
 */
export function carryingNetwork(model: Model, cables: Cables, home: string, growth: number): CarryingNetwork {
  const inside = Object.entries(model.exchanges).filter(([, { country }]) => country === home);
  const nodeOf = (id: string) => inside.findIndex(([exchange]) => exchange === id);
  const carrying = cables.filter(([, { begin, end }]) => nodeOf(begin) >= 0 || nodeOf(end) >= 0);
  return {
    nodes: inside.map(([, { traffic }]) => ({ traffic: (traffic ?? 0) * growth })),
    links: carrying.map(([, { begin, end, capacity, between_failures, repair }]) => {
      const [a, b] = [nodeOf(begin), nodeOf(end)];
      const works = availability(between_failures, repair);
      return { from: a >= 0 ? a : b, to: a >= 0 && b >= 0 ? b : null, capacity, works };
    }),
    common: eventsOf(model, carrying),
  };
}

function eventsOf(model: Model, cables: Cables): Array<{ happens: number; links: number[] }> {
  return Object.values(model.cable_events).flatMap(({ between, repair, cables: hit }) => {
    const links = cables.flatMap(([id], i) => (hit.includes(id) ? [i] : []));
    return links.length > 0 ? [{ happens: 1 - availability(between, repair), links }] : [];
  });
}
