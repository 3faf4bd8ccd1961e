/** A network whose links fail: nodes are numbered from 0. */
export interface FailingNetwork {
  readonly nodes: number;
  /** Each link with the probability that it works by itself. */
  readonly links: ReadonlyArray<{ readonly ends: readonly [number, number]; readonly works: number }>;
  /** Events that take several links down at once, each independent of the others and of the links' own failures. */
  readonly common?: ReadonlyArray<{ readonly happens: number; readonly links: readonly number[] }>;
}

/** Most events with several links that are told apart: their states are enumerated. */
const mostEvents = 16;
/** Most ways in which the frontier is remembered; beyond it a network is too wide for an exact answer. */
const mostStates = 200_000;

/**
 * Probability that all terminals are connected: two-terminal reliability for two of them, k-terminal for more,
 * all-terminal for all nodes. Exact.
 *
 * Links are taken one after the other; what is remembered of those already taken is only how they connect the nodes
 * that still have links to come (the frontier). Common events are conditioned on, state by state.
 *
 * Source: G. Hardy, C. Lucet and N. Limnios, K-terminal network reliability measures with binary decision diagrams,
 * IEEE Transactions on Reliability 56 (2007) 506–515.
 *
 * @param network - nodes, links and common events; probabilities from 0 to 1
 * @param terminals - nodes that have to be connected; fewer than two are connected anyhow
 * @returns the probability, 0 to 1
 * @throws RangeError of probabilities and nodes out of range, and of a network too wide or with too many common events
 *
 * @example
 * ```ts
 * const bridge = ([[0, 1], [0, 2], [1, 2], [1, 3], [2, 3]] as const).map((ends) => ({ ends, works: 0.9 }));
 * terminalReliability({ nodes: 4, links: bridge }, [0, 3]); // 0.97848
 * ```
 */
export function terminalReliability(network: FailingNetwork, terminals: readonly number[]): number {
  check(network, terminals);
  const { links, common = [] } = network;
  let total = 0;
  for (let state = 0; state < 1 << common.length; state++) {
    let probability = 1;
    const down = new Set<number>();
    for (const [event, { happens, links: hit }] of common.entries()) {
      const occurs = (state & (1 << event)) !== 0;
      probability *= occurs ? happens : 1 - happens;
      if (occurs) for (const link of hit) down.add(link);
    }
    if (probability === 0) continue;
    const standing = links.filter((_, link) => !down.has(link));
    total += probability * connected(network.nodes, standing, [...new Set(terminals)]);
  }
  return total;
}

/** The frontier: nodes seen that have links to come, each with the label of its part, and the terminals in each part. */
interface Frontier {
  readonly parts: readonly number[];
  readonly terminals: readonly number[];
}

function connected(nodes: number, links: FailingNetwork['links'], terminals: readonly number[]): number {
  if (terminals.length < 2) return 1;
  const ordered = inOrderOfVisit(nodes, links, terminals[0]!);
  const isTerminal = new Set(terminals);
  const lastUse = new Map<number, number>();
  for (const [step, { ends }] of ordered.entries()) for (const end of ends) lastUse.set(end, step);
  if (terminals.some((terminal) => !lastUse.has(terminal))) return 0;

  let frontier: number[] = [];
  let states = new Map<string, { frontier: Frontier; probability: number }>();
  states.set('', { frontier: { parts: [], terminals: [] }, probability: 1 });
  let success = 0;
  for (const [step, { ends, works }] of ordered.entries()) {
    const entering = [...new Set(ends)].filter((end) => !frontier.includes(end));
    const before = [...frontier, ...entering];
    const after = before.filter((node) => (lastUse.get(node) as number) > step);
    const next: typeof states = new Map();
    for (const { frontier: known, probability } of states.values()) {
      const grown = enter(known, entering, isTerminal);
      for (const [outcome, chance] of [
        [grown, 1 - works],
        [join(grown, before.indexOf(ends[0]), before.indexOf(ends[1])), works],
      ] as const) {
        if (chance === 0) continue;
        if (outcome.terminals.includes(terminals.length)) {
          success += probability * chance;
          continue;
        }
        const left = leave(outcome, before, after);
        if (left === null) continue;
        const key = `${left.parts.join()};${left.terminals.join()}`;
        const known = next.get(key);
        if (known) known.probability += probability * chance;
        else next.set(key, { frontier: left, probability: probability * chance });
      }
    }
    if (next.size > mostStates)
      throw new RangeError(`the network is too wide: over ${mostStates} states of ${after.length} nodes`);
    states = next;
    frontier = after;
  }
  return success;
}

function enter({ parts, terminals }: Frontier, nodes: readonly number[], isTerminal: ReadonlySet<number>): Frontier {
  return {
    parts: [...parts, ...nodes.map((_, i) => terminals.length + i)],
    terminals: [...terminals, ...nodes.map((node) => (isTerminal.has(node) ? 1 : 0))],
  };
}

function join({ parts, terminals }: Frontier, a: number, b: number): Frontier {
  const [into, from] = [parts[a]!, parts[b]!];
  if (into === from) return { parts, terminals };
  const joined = terminals.map((count, part) => (part === into ? count + terminals[from]! : part === from ? 0 : count));
  return { parts: parts.map((part) => (part === from ? into : part)), terminals: joined };
}

/** Forgets nodes without links to come; null when a terminal is cut off by that. Parts are renumbered as they come. */
function leave({ parts, terminals }: Frontier, before: readonly number[], after: readonly number[]): Frontier | null {
  const kept = before.flatMap((node, i) => (after.includes(node) ? [parts[i]!] : []));
  const cutOff = terminals.some((count, part) => count > 0 && parts.includes(part) && !kept.includes(part));
  if (cutOff) return null;
  const numbers = [...new Set(kept)];
  return { parts: kept.map((part) => numbers.indexOf(part)), terminals: numbers.map((part) => terminals[part]!) };
}

/** Links in the order in which a breadth-first walk meets their later end: keeps the frontier narrow. */
function inOrderOfVisit(nodes: number, links: FailingNetwork['links'], start: number): FailingNetwork['links'] {
  const order = new Map<number, number>([[start, 0]]);
  const queue = [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const { ends } of links) {
      const other = ends[0] === node ? ends[1] : ends[1] === node ? ends[0] : node;
      if (order.has(other)) continue;
      order.set(other, order.size);
      queue.push(other);
    }
  }
  const rank = ({ ends }: FailingNetwork['links'][number]) => {
    const [a, b] = ends.map((end) => order.get(end) ?? nodes) as [number, number];
    return [Math.max(a, b), Math.min(a, b)] as const;
  };
  return links
    .filter(({ ends }) => ends[0] !== ends[1] && order.has(ends[0]))
    .toSorted((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
}

function check({ nodes, links, common = [] }: FailingNetwork, terminals: readonly number[]): void {
  const known = (node: number) => Number.isInteger(node) && node >= 0 && node < nodes;
  const isProbability = (p: number) => p >= 0 && p <= 1;
  for (const { ends, works } of links) {
    if (!ends.every(known)) throw new RangeError(`a link ends at ${ends.join(' and ')}, expected nodes below ${nodes}`);
    if (!isProbability(works)) throw new RangeError(`a link works with ${works}, expected 0 to 1`);
  }
  if (!terminals.every(known)) throw new RangeError(`terminals ${terminals.join(', ')}, expected nodes below ${nodes}`);
  if (common.length > mostEvents) throw new RangeError(`${common.length} common events, at most ${mostEvents}`);
  for (const { happens } of common)
    if (!isProbability(happens)) throw new RangeError(`an event happens with ${happens}, expected 0 to 1`);
}
