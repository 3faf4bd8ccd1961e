import type { Levels } from './levels.ts';
import type { NodeNetwork } from './network.ts';
import type { NodeReasons } from './reasons.ts';
import type { Servers } from './servers.ts';
import type { StepTable } from './step-table.ts';
import { NONE, type Tokens } from './tokens.ts';
import { WaitingLists } from './waiting-lists.ts';

/** What the queues before resources are made of. */
export interface WorkQueuesInput {
  readonly network: NodeNetwork;
  readonly table: StepTable;
  readonly tokens: Tokens;
  readonly servers: Servers;
  readonly reasons: NodeReasons;
  /** Levels: waiting by step, the first of the node. */
  readonly levels: Levels;
  /** Class of priority by flow, and how many classes there are. */
  readonly classOf: Int32Array;
  readonly classes: number;
}

/**
 * Who waits for cranes, gangs and officers: one queue a step and class of priority, served by priority of step, then of
 * flow, then in order of coming.
 *
 * @example
 * ```ts
 * queues.add(train, 2, 3600, 0); // at step 2, for lack of resource 0
 * queues.next(0, 7200); // the train, when resource 0 can serve it now; else NONE
 * ```
 */
export class WorkQueues {
  readonly #table: WorkQueuesInput['table'];
  readonly #tokens: WorkQueuesInput['tokens'];
  readonly #servers: WorkQueuesInput['servers'];
  readonly #reasons: WorkQueuesInput['reasons'];
  readonly #levels: WorkQueuesInput['levels'];
  readonly #classOf: WorkQueuesInput['classOf'];
  readonly #classes: WorkQueuesInput['classes'];
  readonly #lists: WaitingLists;
  readonly #waitingAt: Int32Array;
  readonly #stepsUsing: readonly (readonly number[])[];
  #order = 0;

  constructor(of: WorkQueuesInput) {
    const { steps, resources } = of.network;
    this.#table = of.table;
    this.#tokens = of.tokens;
    this.#servers = of.servers;
    this.#reasons = of.reasons;
    this.#levels = of.levels;
    this.#classOf = of.classOf;
    this.#classes = of.classes;
    this.#lists = new WaitingLists(steps.length * of.classes, of.tokens);
    this.#waitingAt = new Int32Array(steps.length);
    this.#stepsUsing = resources.map((_, resource) =>
      steps
        .flatMap((step, index) => (step.uses.includes(resource) ? [index] : []))
        .sort((a, b) => steps[a]!.priority - steps[b]!.priority || a - b),
    );
  }

  /** A token begins to wait at a step for lack of a resource. */
  add(token: number, step: number, time: number, lacking: number): void {
    this.#tokens.lacking[token] = lacking;
    if (this.#reasons.outside[lacking]! >= 0) this.#tokens.closedBefore[token] = this.#servers.closed(lacking, time);
    this.#tokens.order[token] = this.#order++;
    this.#lists.push(step * this.#classes + this.#classOf[this.#tokens.flow[token]!]!, token);
    this.#waitingAt[step]!++;
    this.#levels.change(step, time, 1);
  }

  /** Takes out who goes next where a resource may serve; its wait is noted by its reasons. NONE when nobody can begin. */
  next(resource: number, time: number): number {
    const list = this.#headFor(resource);
    if (list < 0) return NONE;
    const token = this.#lists.shift(list);
    const step = this.#tokens.step[token]!;
    this.#waitingAt[step]!--;
    this.#levels.change(step, time, -1);
    const lacked = this.#tokens.lacking[token]!;
    const base = token * this.#tokens.reasons;
    let waited = time - this.#tokens.since[token]!;
    const outside = this.#reasons.outside[lacked]!;
    if (outside >= 0) {
      const closed = Math.min(waited, this.#servers.closed(lacked, time) - this.#tokens.closedBefore[token]!);
      this.#tokens.times[base + outside]! += closed;
      waited -= closed;
    }
    this.#tokens.times[base + this.#reasons.queue[lacked]!]! += waited;
    return token;
  }

  /** The list whose head goes next; -1 when nobody waits whom the resource can serve. */
  #headFor(resource: number): number {
    const using = this.#stepsUsing[resource]!;
    let bestList = -1;
    let bestStep = -1;
    for (let i = 0; i < using.length; i++) {
      const step = using[i]!;
      if (this.#waitingAt[step] === 0) continue;
      if (bestStep >= 0 && this.#table.priority[step]! > this.#table.priority[bestStep]!) break;
      if (!this.#servers.canStart(step)) continue;
      let list = step * this.#classes;
      while (this.#lists.size[list] === 0) list++;
      if (bestStep < 0 || this.#goesBefore(list, step, bestList, bestStep)) {
        bestList = list;
        bestStep = step;
      }
    }
    return bestList;
  }

  /** Between heads of queues at steps of one priority. */
  #goesBefore(list: number, step: number, bestList: number, bestStep: number): boolean {
    const byClass = list - step * this.#classes - (bestList - bestStep * this.#classes);
    if (byClass !== 0) return byClass < 0;
    return this.#tokens.order[this.#lists.first[list]!]! < this.#tokens.order[this.#lists.first[bestList]!]!;
  }
}
