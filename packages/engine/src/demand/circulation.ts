import type { Model } from '../corridor/index.ts';

/**
 * Adds the trains that bring wagons back, so that at the station which services of one kind of train have in common as
 * many leave as arrive. Two services that run the same way there and back get the larger number of both; where trains
 * go out to one place loaded and come home from another, no more run than the fuller direction needs.
 *
 * @param pools - services whose wagons meet, as `wagonPools` finds them
 * @param loaded - trains a second by service that carry something
 * @returns trains a second by service, with those that run empty
 * @example
 * ```ts
 * withReturns(wagonPools(model), { north: 4e-5, south: 1e-5 }); // both 4e-5
 * ```
 */
export function withReturns(
  pools: readonly WagonPool[],
  loaded: Readonly<Record<string, number>>,
): Record<string, number> {
  const trains = { ...loaded };
  for (const { outward, homeward } of pools) {
    const total = (ids: readonly string[]) => ids.reduce((sum, id) => sum + loaded[id], 0);
    const lacking = total(homeward) - total(outward);
    const [few, many] = lacking > 0 ? [outward, homeward] : [homeward, outward];
    const wanted = few.map((id) => Math.max(0, loaded[pairOf(many, few, id)] - loaded[id]));
    const all = wanted.reduce((sum, more) => sum + more, 0);
    if (all > 0) for (const [i, id] of few.entries()) trains[id] += (Math.abs(lacking) * wanted[i]) / all;
  }
  return trains;
}

/** Services whose wagons meet at one station: those that leave it and those that end there, in pairs. */
export interface WagonPool {
  readonly outward: readonly string[];
  readonly homeward: readonly string[];
}

/** The service at the place of another in the opposite direction. */
function pairOf(many: readonly string[], few: readonly string[], id: string): string {
  return many[few.indexOf(id)];
}

/**
 * The pools in which wagons of one kind of train go round.
 *
 * @param model - the corridor as drawn
 * @returns one pool a kind of train and station at which its services meet
 * @example
 * ```ts
 * wagonPools(model); // [{ outward: ['south'], homeward: ['north'] }]
 * ```
 */
export function wagonPools(model: Model): WagonPool[] {
  const pairs = returnTrips(model);
  const meetings = new Map<string, number>();
  const typeOf = (id: string) => model.services[id].train_type;
  const key = (one: string, other: string, station: string) =>
    typeOf(one) === typeOf(other) ? `${typeOf(one)} ${station}` : `${one} ${other} ${station}`;
  for (const [one, other] of pairs)
    for (const station of endsOf(model, one))
      meetings.set(key(one, other, station), (meetings.get(key(one, other, station)) ?? 0) + 1);
  const found = new Map<string, { outward: string[]; homeward: string[] }>();
  for (const [one, other] of pairs) {
    const [begin, end] = endsOf(model, one);
    const count = (station: string) => meetings.get(key(one, other, station)) ?? 0;
    const hub = count(end) > count(begin) ? end : begin;
    const pool = found.get(key(one, other, hub)) ?? { outward: [], homeward: [] };
    const leaves = model.services[one].route[0] === hub;
    pool.outward.push(leaves ? one : other);
    pool.homeward.push(leaves ? other : one);
    found.set(key(one, other, hub), pool);
  }
  return [...found.values()];
}

function endsOf(model: Model, service: string): [begin: string, end: string] {
  const { route } = model.services[service];
  return [route[0], route[route.length - 1]];
}

/** Pairs of services that run the same way in opposite directions; each service in at most one. */
function returnTrips(model: Model): Array<readonly [string, string]> {
  const pairs: Array<readonly [string, string]> = [];
  const taken = new Set<string>();
  for (const id of Object.keys(model.services)) {
    if (taken.has(id)) continue;
    const back = returnOf(model, id, taken);
    if (back === undefined) continue;
    pairs.push([id, back]);
    taken.add(id).add(back);
  }
  return pairs;
}

/** The service that runs the same way back: of the same train type, else with the same goods, else the only one. */
function returnOf(model: Model, id: string, taken: ReadonlySet<string>): string | undefined {
  const { train_type, carries } = model.services[id];
  const [begin, end] = endsOf(model, id);
  const kind = model.train_types[train_type].kind;
  const back = Object.entries(model.services).filter(
    ([other, service]) =>
      other !== id &&
      !taken.has(other) &&
      service.route[0] === end &&
      service.route.at(-1) === begin &&
      model.train_types[service.train_type].kind === kind,
  );
  const same = back.filter(([, service]) => service.train_type === train_type);
  const alike = back.filter(([, service]) => service.carries?.some((goods) => carries?.includes(goods)));
  return [same, alike, back].find((candidates) => candidates.length === 1)?.[0][0];
}
