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
  readonly #network: GatheringInput['network'];
  readonly #table: GatheringInput['table'];
  readonly #tokens: GatheringInput['tokens'];
  readonly #parts: GatheringInput['parts'];
  readonly #rooms: GatheringInput['rooms'];
  readonly #reasons: GatheringInput['reasons'];
  readonly #levels: GatheringInput['levels'];
  readonly #pools: WaitingLists;

  constructor(of: GatheringInput) {
    this.#network = of.network;
    this.#table = of.table;
    this.#tokens = of.tokens;
    this.#parts = of.parts;
    this.#rooms = of.rooms;
    this.#reasons = of.reasons;
    this.#levels = of.levels;
    this.#pools = new WaitingLists(of.network.steps.length * of.network.flows.length, of.tokens);
  }

  /** Adds a token to those that wait at a step; returns the group when there are enough, else NONE. */
  add(token: number, step: number, time: number): number {
    const pool = step * this.#network.flows.length + this.#tokens.flow[token]!;
    this.#pools.push(pool, token);
    const level = this.#network.steps.length + step;
    this.#levels.change(level, time, 1);
    const count = this.#table.gathers[step]!;
    if (this.#pools.size[pool]! < count) return NONE;
    this.#levels.change(level, time, -count);
    return this.#group(pool, count, step, time);
  }

  /** What was gathered is to go on one by one: the group becomes their parent; returns the first, linked by `next`. */
  dissolve(group: number): number {
    const first = this.#tokens.firstMember[group]!;
    this.#tokens.firstMember[group] = NONE;
    let count = 0;
    for (let at = first; at !== NONE; at = this.#tokens.next[at]!) {
      count++;
      this.#tokens.parent[at] = group;
      this.#tokens.addTimes(group, 1, at);
    }
    this.#tokens.outstanding[group] = count;
    return first;
  }

  /** Makes one of the oldest in a pool. */
  #group(pool: number, count: number, step: number, time: number): number {
    const group = this.#tokens.take();
    this.#tokens.clearTimes(group);
    const reason = this.#reasons.gathering[step]!;
    let last: number = NONE;
    let weight = 0;
    for (let taken = 0; taken < count; taken++) {
      const member = this.#pools.shift(pool);
      this.#tokens.times[member * this.#tokens.reasons + reason]! += time - this.#tokens.since[member]!;
      weight += this.#tokens.weight[member]!;
      if (last === NONE) this.#parts.beginGroup(group, member, this.#table.rank[step]!);
      else this.#tokens.next[last] = member;
      this.#rooms.move(member, group);
      last = member;
    }
    this.#tokens.weight[group] = weight;
    return group;
  }
}
