import type { Levels } from './levels.ts';
import type { NodeNetwork } from './network.ts';
import type { Parts } from './parts.ts';
import type { NodeReasons } from './reasons.ts';
import type { Rooms } from './rooms.ts';
import type { StepTable } from './step-table.ts';
import { NONE, type Tokens } from './tokens.ts';
import { WaitingLists } from './waiting-lists.ts';

/** What groups are made of. */
export interface GatheringInput {
  readonly network: NodeNetwork;
  readonly table: StepTable;
  readonly tokens: Tokens;
  readonly parts: Parts;
  readonly rooms: Rooms;
  readonly reasons: NodeReasons;
  /** Levels: gathered by step, after the first `steps` of the node. */
  readonly levels: Levels;
}

/**
 * Units that wait until there are enough for one of a larger kind: containers for a train, in a pool for each step and
 * flow, the oldest first.
 *
 * @example
 * ```ts
 * gathering.add(container, 4, 3600); // the train that it completes; NONE while there are too few
 * ```
 */
export class Gathering {
  readonly #of: GatheringInput;
  readonly #pools: WaitingLists;

  constructor(of: GatheringInput) {
    this.#of = of;
    this.#pools = new WaitingLists(of.network.steps.length * of.network.flows.length, of.tokens);
  }

  /** Adds a token to those that wait at a step; returns the group when there are enough, else NONE. */
  add(token: number, step: number, time: number): number {
    const { network, table, tokens, levels } = this.#of;
    const pool = step * network.flows.length + tokens.flow[token]!;
    this.#pools.push(pool, token);
    const level = network.steps.length + step;
    levels.change(level, time, 1);
    const count = table.gathers[step]!;
    if (this.#pools.size[pool]! < count) return NONE;
    levels.change(level, time, -count);
    return this.#group(pool, count, step, time);
  }

  /** What was gathered is to go on one by one: the group becomes their parent; returns the first, linked by `next`. */
  dissolve(group: number): number {
    const { tokens } = this.#of;
    const first = tokens.firstMember[group]!;
    tokens.firstMember[group] = NONE;
    let count = 0;
    for (let at = first; at !== NONE; at = tokens.next[at]!) {
      count++;
      tokens.parent[at] = group;
      tokens.addTimes(group, 1, at);
    }
    tokens.outstanding[group] = count;
    return first;
  }

  /** Makes one of the oldest in a pool. */
  #group(pool: number, count: number, step: number, time: number): number {
    const { tokens, parts, rooms, reasons, table } = this.#of;
    const group = tokens.take();
    tokens.clearTimes(group);
    const reason = reasons.gathering[step]!;
    let last: number = NONE;
    let weight = 0;
    for (let taken = 0; taken < count; taken++) {
      const member = this.#pools.shift(pool);
      tokens.times[member * tokens.reasons + reason]! += time - tokens.since[member]!;
      weight += tokens.weight[member]!;
      if (last === NONE) parts.beginGroup(group, member, table.rank[step]!);
      else tokens.next[last] = member;
      rooms.move(member, group);
      last = member;
    }
    tokens.weight[group] = weight;
    return group;
  }
}
