/** A place with traffic of its own, bit/s; 0 where it only passes traffic on. */
export interface TrafficNode {
  readonly traffic: number;
}

/** Links to the rest of the world, and between places, that work or fail. */
export interface CarryingNetwork {
  readonly nodes: readonly TrafficNode[];
  /** `to` is null where the link leads out of the country; `capacity` bit/s both ways; `works` from 0 to 1. */
  readonly links: ReadonlyArray<{
    readonly from: number;
    readonly to: number | null;
    readonly capacity: number;
    readonly works: number;
  }>;
  /** Events that take several links down at once. */
  readonly common?: ReadonlyArray<{ readonly happens: number; readonly links: readonly number[] }>;
}

/** How much of the traffic out of the country is carried. */
export interface ServedTraffic {
  /** All traffic, and what is carried of it on average, bit/s. */
  readonly offered: number;
  readonly served: number;
  /** What can leave the country when everything works, bit/s. */
  readonly capacity: number;
  /** Probability that at least the share (0 to 1) of the traffic is carried, by share asked for. */
  readonly atLeast: readonly number[];
  /** Probability that no link out of the country works. */
  readonly cutOff: number;
}

/** States are enumerated: more links and events than this are refused. */
const mostToFail = 22;
const mostNodes = 8;

/**
 * Carried international traffic over all states of a network of cables, exactly: every combination of working and
 * failed links and events, each with the greatest flow from the places with traffic out of the country.
 *
 * The greatest flow is the least cut (Ford and Fulkerson, 1956); with few places all cuts are listed, and states are
 * walked in Gray order so that a single link changes at a time.
 *
 * @param network - at most 8 places, 22 links and events that can fail
 * @param shares - shares of the traffic whose probability is asked, 0 to 1
 * @returns means and probabilities
 * @throws RangeError of a larger network, of links to nowhere and of probabilities out of range
 *
 * @example
 * ```ts
 * const links = [{ from: 0, to: null, capacity: 6e12, works: 0.9 }, { from: 0, to: null, capacity: 6e12, works: 0.9 }];
 * servedTraffic({ nodes: [{ traffic: 10e12 }], links }, [1]).served; // 9.18e12
 * ```
 */
export function servedTraffic(network: CarryingNetwork, shares: readonly number[] = []): ServedTraffic {
  check(network);
  const { nodes, links, common = [] } = network;
  const offered = nodes.reduce((sum, { traffic }) => sum + traffic, 0);
  const cuts = new Cuts(network);
  const failing = [
    ...links.map(({ works }, link) => ({ fails: 1 - works, links: [link] })),
    ...common.map(({ happens, links: hit }) => ({ fails: happens, links: hit })),
  ].filter(({ fails }) => fails > 0);
  const asked = shares.map((share) => ({ traffic: share * offered * (1 - 1e-12), probability: 0 }));
  const failed = new Uint8Array(failing.length);
  const fails = Float64Array.from(failing, (one) => one.fails);
  let [served, cutOff] = [0, 0];
  for (let step = 0; step < 1 << failing.length; step++) {
    if (step > 0) {
      const turned = trailingZeros(step);
      failed[turned] ^= 1;
      for (const link of failing[turned]!.links) cuts.turn(link, failed[turned] === 1);
    }
    let probability = 1;
    for (let i = 0; i < fails.length; i++) probability *= failed[i] ? fails[i]! : 1 - fails[i]!;
    const flow = cuts.least();
    served += probability * flow;
    if (cuts.out === 0) cutOff += probability;
    for (const wanted of asked) if (flow >= wanted.traffic) wanted.probability += probability;
  }
  const capacity = links.reduce((sum, { to, capacity: own }) => sum + (to === null ? own : 0), 0);
  return { offered, served, capacity, atLeast: asked.map(({ probability }) => probability), cutOff };
}

/** The capacity of every cut between the traffic and the outside, kept up to date as links fail and return. */
class Cuts {
  readonly #capacity: Float64Array;
  readonly #links: CarryingNetwork['links'];
  /** How many causes hold each link down. */
  readonly #down: Uint8Array;
  /** Links out of the country that work. */
  out: number;

  constructor({ nodes, links }: CarryingNetwork) {
    this.#links = links;
    this.#down = new Uint8Array(links.length);
    this.out = links.filter(({ to }) => to === null).length;
    // Bit i of a cut: place i lies on the inner side, with its traffic; the traffic of the others is cut off.
    this.#capacity = Float64Array.from({ length: 1 << nodes.length }, (_, cut) =>
      nodes.reduce((sum, { traffic }, i) => sum + (inside(cut, i) ? 0 : traffic), 0),
    );
    for (const link of links.keys()) this.#add(link, 1);
  }

  turn(link: number, fails: boolean): void {
    const before = this.#down[link]!;
    this.#down[link] = before + (fails ? 1 : -1);
    if (before === 0) this.#add(link, -1);
    else if (this.#down[link] === 0) this.#add(link, 1);
    else return;
    if (this.#links[link]!.to === null) this.out += fails ? -1 : 1;
  }

  least(): number {
    let least = Infinity;
    for (let cut = 0; cut < this.#capacity.length; cut++) least = Math.min(least, this.#capacity[cut]!);
    return least;
  }

  #add(link: number, sign: number): void {
    const { from, to, capacity } = this.#links[link]!;
    for (let cut = 0; cut < this.#capacity.length; cut++) {
      const crosses = to === null ? inside(cut, from) : inside(cut, from) !== inside(cut, to);
      if (crosses) this.#capacity[cut]! += sign * capacity;
    }
  }
}

function inside(cut: number, node: number): boolean {
  return (cut & (1 << node)) !== 0;
}

function trailingZeros(step: number): number {
  return 31 - Math.clz32(step & -step);
}

function check({ nodes, links, common = [] }: CarryingNetwork): void {
  if (nodes.length > mostNodes) throw new RangeError(`${nodes.length} places, at most ${mostNodes}`);
  if (links.length + common.length > mostToFail)
    throw new RangeError(`${links.length} links and ${common.length} events, at most ${mostToFail} together`);
  const known = (node: number) => Number.isInteger(node) && node >= 0 && node < nodes.length;
  for (const { from, to, capacity, works } of links) {
    if (!known(from) || (to !== null && !known(to))) throw new RangeError(`a link leads from ${from} to ${to}`);
    if (!(capacity >= 0 && capacity < Infinity)) throw new RangeError(`a link carries ${capacity} bit/s`);
    if (!(works >= 0 && works <= 1)) throw new RangeError(`a link works with ${works}, expected 0 to 1`);
  }
  for (const { happens } of common)
    if (!(happens >= 0 && happens <= 1)) throw new RangeError(`an event happens with ${happens}, expected 0 to 1`);
}
