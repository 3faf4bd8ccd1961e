import { needWhole, needZeroOrMore } from './ranges.ts';

/**
 * Part of the arrivals that find all servers busy and go away (M/M/c/c): Erlang's loss formula, by the recursion
 * `B(0) = 1, B(k) = a B(k−1) / (k + a B(k−1))`, which does not overflow.
 *
 * Source: A. K. Erlang, Solution of some problems in the theory of probabilities (1917).
 *
 * @param load - offered load a = arrival rate · mean service time, erlang
 * @param servers - number of servers, 0 or more
 * @throws RangeError of a negative load or servers that are no whole number
 * @example
 * ```ts
 * erlangB(10, 12); // 0.11973918844482516
 * ```
 */
export function erlangB(load: number, servers: number): number {
  needZeroOrMore(load, 'offered load');
  needWhole(servers, 'number of servers', 0);
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

/**
 * Part of the arrivals that have to wait (M/M/c): Erlang's delay formula, `C = B / (1 − ρ (1 − B))`.
 *
 * @param load - offered load, erlang
 * @param servers - number of servers, 1 or more
 * @returns 1 when the load is as large as the number of servers or larger
 * @throws RangeError of a negative load or servers that are no whole number
 * @example
 * ```ts
 * erlangC(0.8, 1); // 0.8
 * ```
 */
export function erlangC(load: number, servers: number): number {
  needWhole(servers, 'number of servers', 1);
  const blocked = erlangB(load, servers);
  const utilisation = load / servers;
  return utilisation >= 1 ? 1 : blocked / (1 - utilisation * (1 - blocked));
}
