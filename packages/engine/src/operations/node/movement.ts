import type { Arrivals } from './arrivals.ts';
import type { Departure } from './departure.ts';
import type { Durations } from './durations.ts';
import type { Exits } from './exits.ts';
import type { Gathering } from './gathering.ts';
import type { NodeNetwork, NodeStep } from './network.ts';
import type { Parts } from './parts.ts';
import type { Rooms } from './rooms.ts';
import { routeFrom } from './routing.ts';
import type { Servers } from './servers.ts';
import type { StepTable } from './step-table.ts';
import { NONE, type Tokens } from './tokens.ts';
import type { WorkQueues } from './work-queues.ts';

/** Whom tokens meet on their way. */
export interface MovementInput {
  readonly network: NodeNetwork;
  readonly table: StepTable;
  readonly tokens: Tokens;
  readonly arrivals: Arrivals;
  readonly parts: Parts;
  readonly rooms: Rooms;
  readonly servers: Servers;
  readonly queues: WorkQueues;
  readonly gathering: Gathering;
  readonly durations: Durations;
  readonly exits: Exits;
  /** Work on a token ends at `time`: `finish` is to be called then. Its event is the token's number after `firstEvent`. */
  readonly schedule: (time: number, event: number) => void;
  readonly firstEvent: number;
  /** Something has left. */
  readonly released: (departure: Departure, time: number) => void;
}

/**
 * The way of a token from step to step: into other units, room, whom it needs, work, and on.
 *
 * A token that cannot go on because its next step has no room keeps what it works with (blocking after service); work that
 * has begun is finished, also beyond the end of a shift.
 *
 * @example
 * ```ts
 * movement.enter(train, 0, 3600);
 * movement.finish(train, 7200); // as scheduled
 * ```
 */
export class Movement {
  /** How often each step was finished since statistics began, in weight. */
  readonly done: Float64Array;
  readonly #network: MovementInput['network'];
  readonly #table: MovementInput['table'];
  readonly #tokens: MovementInput['tokens'];
  readonly #arrivals: MovementInput['arrivals'];
  readonly #parts: MovementInput['parts'];
  readonly #rooms: MovementInput['rooms'];
  readonly #servers: MovementInput['servers'];
  readonly #queues: MovementInput['queues'];
  readonly #gathering: MovementInput['gathering'];
  readonly #durations: MovementInput['durations'];
  readonly #exits: MovementInput['exits'];
  readonly #schedule: MovementInput['schedule'];
  readonly #firstEvent: number;
  readonly #released: MovementInput['released'];
  readonly #steps: readonly NodeStep[];

  constructor(of: MovementInput) {
    this.#network = of.network;
    this.#table = of.table;
    this.#tokens = of.tokens;
    this.#arrivals = of.arrivals;
    this.#parts = of.parts;
    this.#rooms = of.rooms;
    this.#servers = of.servers;
    this.#queues = of.queues;
    this.#gathering = of.gathering;
    this.#durations = of.durations;
    this.#exits = of.exits;
    this.#schedule = of.schedule;
    this.#firstEvent = of.firstEvent;
    this.#released = of.released;
    this.#steps = of.network.steps;
    this.done = new Float64Array(of.network.steps.length);
  }

  /** Brings a token to a step: gathers, joins or splits it first where the step works on another unit. */
  enter(coming: number, step: number, time: number): void {
    const tokens = this.#tokens;
    const rank = this.#table.rank[step]!;
    if (this.#table.isPlain[step] === 1 && tokens.rank[coming] === rank) {
      this.#takeRoom(coming, step, time);
      return;
    }
    if (this.#table.gathers[step]! > 0) {
      this.#gather(coming, step, time);
      return;
    }
    let token = coming;
    if (tokens.rank[token]! > rank) {
      this.#unblock(token, time);
      token = this.#parts.putTogether(token, step, rank, time);
    }
    if (token !== NONE && tokens.isBranch[token] === 1 && this.#table.joins[step] === 1) {
      this.#unblock(token, time);
      token = this.#parts.join(token, step, time);
    }
    if (token === NONE) return;
    if (tokens.rank[token]! < rank) this.#split(token, step, time);
    else this.#takeRoom(token, step, time);
  }

  /** A token has the room its step needs: it leaves what it worked with before, and waits for whom it needs now. */
  goOn(token: number, time: number): void {
    this.#unblock(token, time);
    const tokens = this.#tokens;
    const step = tokens.step[token]!;
    tokens.since[token] = time;
    if (!this.#works(step)) {
      const duration = this.#durations.of(token, step);
      if (duration > 0) this.#schedule(time + duration, this.#firstEvent + token);
      else this.finish(token, time);
      return;
    }
    const lacking = this.#servers.lacking(step);
    if (lacking < 0) this.#start(token, step, time);
    else this.#queues.add(token, step, time, lacking);
  }

  /** Whoever waits for a resource begins while it is free. */
  startNext(resource: number, time: number): void {
    while (this.#servers.busy[resource]! < this.#servers.open[resource]!) {
      const token = this.#queues.next(resource, time);
      if (token === NONE) return;
      this.#start(token, this.#tokens.step[token]!, time);
    }
  }

  /** The step of a token is done: it leaves, or goes on to what follows. */
  finish(token: number, time: number): void {
    const tokens = this.#tokens;
    const at = tokens.step[token]!;
    if (this.#works(at)) tokens.blocking[token] = at;
    this.done[at]! += tokens.weight[token]!;
    const { first, of } = this.#table.givesBack;
    for (let i = first[at]!; i < first[at + 1]!; i++) this.#rooms.clear(token, of[i]!, time);
    const next = this.#table.onlyNext[at]!;
    if (next >= 0) this.enter(token, next, time);
    else if (this.#table.leaves[at] === 1) this.#depart(token, at, time);
    else if (this.#steps[at]!.next.length > 1) this.#branch(token, this.#steps[at]!.next, time);
    else this.enter(token, routeFrom(this.#network, at, token, tokens, this.#arrivals), time);
  }

  #takeRoom(token: number, step: number, time: number): void {
    this.#tokens.step[token] = step;
    const storage = this.#table.takes[step]!;
    if (storage < 0 || this.#rooms.ask(token, storage, time)) this.goOn(token, time);
  }

  #start(token: number, step: number, time: number): void {
    this.#servers.take(step, time, 1);
    this.#schedule(time + this.#durations.of(token, step), this.#firstEvent + token);
  }

  /** A token gives back whom it has worked with: whoever waits for them begins. */
  #unblock(token: number, time: number): void {
    const step = this.#tokens.blocking[token]!;
    if (step === NONE) return;
    this.#tokens.blocking[token] = NONE;
    this.#servers.take(step, time, -1);
    const { first, of } = this.#table.uses;
    for (let i = first[step]!; i < first[step + 1]!; i++) this.startNext(of[i]!, time);
  }

  /** Whether a step needs anybody. */
  #works(step: number): boolean {
    const { first } = this.#table.uses;
    return first[step + 1]! > first[step]!;
  }

  #split(token: number, step: number, time: number): void {
    const tokens = this.#tokens;
    this.#unblock(token, time);
    if (tokens.firstMember[token]! !== NONE) {
      this.#dissolve(token, step, time);
      return;
    }
    const count = this.#partsAt(token, step);
    const weight = tokens.weight[token]! / count;
    const rank = this.#table.rank[step]!;
    tokens.outstanding[token] = count;
    for (let index = 0; index < count; index++) {
      this.enter(this.#parts.part(token, index, count, weight, rank), step, time);
    }
  }

  /** So many units of a step's kind are in a token. */
  #partsAt(token: number, step: number): number {
    const flow = this.#tokens.flow[token]!;
    const size = this.#table.sizes[flow]!;
    const count = this.#network.flows[flow]!.contents[this.#steps[step]!.unit] ?? size;
    return Math.max(1, Math.round((this.#tokens.weight[token]! * count) / size));
  }

  #dissolve(group: number, step: number, time: number): void {
    const tokens = this.#tokens;
    for (let member = this.#gathering.dissolve(group); member !== NONE; ) {
      const following = tokens.next[member]!;
      tokens.next[member] = NONE;
      this.enter(member, step, time);
      member = following;
    }
  }

  #gather(token: number, step: number, time: number): void {
    this.#unblock(token, time);
    this.#rooms.clearOwed(token, time);
    this.#tokens.since[token] = time;
    this.#partForGood(token, time);
    const group = this.#gathering.add(token, step, time);
    if (group !== NONE) this.#takeRoom(group, step, time);
  }

  #branch(token: number, next: readonly number[], time: number): void {
    const tokens = this.#tokens;
    this.#unblock(token, time);
    tokens.since[token] = time;
    tokens.outstanding[token] = next.length;
    for (let index = 0; index < next.length; index++) {
      this.enter(this.#parts.branch(token, index, next.length), next[index]!, time);
    }
  }

  #partForGood(token: number, time: number): void {
    const whole = this.#parts.partForGood(token, time);
    if (whole !== NONE) this.enter(whole, this.#tokens.step[whole]!, time);
  }

  #depart(token: number, step: number, time: number): void {
    const departure = this.#exits.depart(token, step, time);
    this.#unblock(token, time);
    this.#rooms.clearOwed(token, time);
    this.#rooms.giveBackAll(token, time);
    this.#partForGood(token, time);
    this.#exits.release(token);
    this.#released(departure, time);
    this.#exits.told(departure);
  }
}
