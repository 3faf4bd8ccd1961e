import type { PlannedPath } from '../../timetable/index.ts';
import type { Closures } from './closures.ts';
import type { Conditions, LineHost } from './conditions.ts';
import { type LineNetwork, TRACK_LEFT } from './line-network.ts';
import type { LiveTrain } from './live-problem.ts';
import { Reservations } from './reservations.ts';
import { RollingHorizon, type RollingOptions } from './rolling-horizon.ts';
import { CROWDED, RunSearch, TERMINAL } from './run-search.ts';
import { SafeStates } from './safe-states.ts';
import { causeIndex, type TrainTable } from './train-table.ts';
import { WaitCauses } from './wait-causes.ts';
import { Waits } from './waits.ts';

/** Who goes first when several could; in a rolling horizon, who comes first where the solver has said nothing. */
export type DispatchRule = 'first come' | 'priority' | 'rolling horizon';

/** How a line is dispatched by rule. */
export interface RuleOptions {
  readonly rule: DispatchRule;
  /** How far ahead of a train its movements are settled, s. Default 450. */
  readonly horizon?: number;
  /** Trains that stand on the way of one that is to enter, as a part of its stations, up to which it is let in. Default 0.85. */
  readonly crowding?: number;
  /** How the solver is called in a rolling horizon. */
  readonly rolling?: RollingOptions;
}

const attempt = 0;
const arrive = 1;
const extend = 2;
const consider = 3;
const crowded = { blocking: 1, blockers: [CROWDED], aheads: [0], unsafeTracks: 0, unsafePoint: [], unsafeTrack: [] };

/**
 * Dispatches trains by rule: a train that is ready goes as far as it can without disturbing what others were granted,
 * and only if all trains could still reach their ends afterwards. Whether it passes or stops at the end of a settled
 * chain is decided when it enters the last movement. Nothing of the plan binds it but the track on which it starts and
 * the times at which passengers may board.
 */
export class RuleDispatch {
  readonly safe: SafeStates;
  readonly #line: LineNetwork;
  readonly #trains: TrainTable;
  readonly #paths: ReadonlyArray<PlannedPath | undefined>;
  readonly #conditions: Conditions;
  readonly #host: LineHost;
  readonly #held: Reservations;
  readonly #search: RunSearch;
  readonly #causes: WaitCauses;
  readonly #byPriority: boolean;
  readonly #crowding: number;
  readonly #period: number;
  readonly #waits: Waits;
  readonly #woken: number[] = [];
  /** When a train tries again, s. */
  readonly #retry: number[] = [];
  /** The last movement settled for each train, its track left and its start. */
  readonly #lastMove: number[] = [];
  readonly #lastLeft: number[] = [];
  readonly #lastStart: number[] = [];
  readonly #lastExtra: number[] = [];
  readonly #rolling: RollingHorizon | undefined;
  /** Trains that the solver plans, and whether it will be called. */
  readonly #planned: number[] = [];
  #considers = false;
  #clock = 0;

  constructor(
    line: LineNetwork,
    paths: ReadonlyArray<PlannedPath | undefined>,
    trains: TrainTable,
    closures: Closures,
    conditions: Conditions,
    host: LineHost,
    { rule, horizon = 450, crowding = 0.85, rolling }: RuleOptions,
  ) {
    this.#line = line;
    this.#trains = trains;
    this.#paths = paths;
    this.#conditions = conditions;
    this.#host = host;
    this.#held = new Reservations(line.problem.resources.length);
    this.safe = new SafeStates(line);
    this.#waits = new Waits(this.safe);
    if (rule === 'rolling horizon') this.#rolling = new RollingHorizon(line, this.safe.live, this.#held, rolling);
    const turns = this.#rolling?.turns;
    this.#search = new RunSearch(line, this.#held, closures, this.safe, conditions, horizon, host.takes, turns);
    this.#causes = new WaitCauses(line);
    this.#crowding = crowding;
    this.#byPriority = rule === 'priority';
    this.#period = line.problem.period ?? 0;
  }

  /** A train is ready to leave its first station at `ready`; told at `time`. */
  enter(row: number, ready: number, time: number): void {
    const stay = this.#paths[this.#trains.template[row]!]!.stays[0]!;
    const kind = this.#line.kinds[this.#line.kindOf[this.#trains.template[row]!]!]!;
    this.#trains.state[row] = kind.firstState + stay.state;
    this.#trains.track[row] = stay.track;
    this.#lastMove[row] = -1;
    this.#clock = time;
    if (this.#rolling !== undefined) {
      this.#planned.push(row);
      if (!this.#considers) this.#host.schedule(time + this.#rolling.every, consider);
      this.#considers = true;
    }
    this.#standing(row, time, ready);
  }

  /** Takes back a train that has not left its first station. */
  withdraw(row: number): void {
    this.#forget(row);
    this.#waits.remove(row);
    this.#retry[row] = -1;
  }

  /** Takes a train that stands off the line: it waits for its last station aside. */
  setAside(row: number, time: number): void {
    const trains = this.#trains;
    this.#clock = time;
    trains.charge(row, trains.why[row]!, time - trains.since[row]!);
    trains.since[row] = time;
    this.#held.close(trains.track[row]!, trains.serial[row]!, time);
    this.safe.leave(row);
    this.withdraw(row);
    this.#wake(trains.serial[row]!, time, true);
    this.#wake(CROWDED, time, false);
  }

  /** Whether a train has not yet left its first station. */
  atStart(row: number): boolean {
    return this.#lastMove[row] === -1;
  }

  /** A terminal takes trains again, at `time`. */
  terminalOpened(time: number): void {
    this.#clock = time;
    this.#wake(TERMINAL, time, false);
  }

  /** What happens at a time that was asked for. */
  handle(event: number, time: number): void {
    this.#clock = time;
    const row = event >> 2;
    const what = event & 3;
    if (what === consider) {
      this.#consider(time);
      return;
    }
    if (what === attempt) {
      if (this.#retry[row] === time) this.#attempt(row, time);
    } else if (what === extend) {
      if (this.#lastStart[row] === time) this.#extend(row, time);
    } else if (this.#trains.arrival[row] === time) this.#arrive(row, time);
  }

  /** Has the solver look ahead, as long as there are trains; all who wait may have another turn. */
  #consider(time: number): void {
    const rolling = this.#rolling!;
    const trains = this.#trains;
    this.#considers = this.#planned.length > 0;
    if (!this.#considers) return;
    const live = this.#planned.map((row): LiveTrain => {
      const state = trains.state[row]!;
      const moving = trains.arrival[row]! > time && this.#lastMove[row] !== -1;
      const ready = moving ? trains.arrival[row]! + this.#line.state.dwell[state]! : Math.max(time, trains.ready[row]!);
      return {
        serial: trains.serial[row]!,
        template: trains.template[row]!,
        state,
        track: trains.track[row]!,
        ready,
        holds: this.#lastMove[row] !== -1,
      };
    });
    rolling.consider(live, time);
    this.#host.schedule(time + rolling.every, consider);
    this.#waits.wakeAll((row) => this.#call(row, time));
    this.#callWoken();
  }

  #forget(row: number): void {
    if (this.#rolling === undefined) return;
    const index = this.#planned.indexOf(row);
    if (index >= 0) this.#planned.splice(index, 1);
    this.#rolling.turns.leave(this.#trains.serial[row]!);
  }

  #arrive(row: number, time: number): void {
    const state = this.#trains.state[row]!;
    if (this.#line.state.ends[state] === 1) {
      this.#lastStart[row] = Number.NaN;
      this.#host.arrived(row, time);
      return;
    }
    const template = this.#trains.template;
    const day = this.#trains.day;
    const point = this.#line.state.point[state]!;
    const dwell = this.#line.state.dwell[state]!;
    let ready = time + dwell;
    this.#trains.charge(row, causeIndex.stops, dwell);
    if (dwell > 0) {
      const extra = this.#conditions.extraStanding(template[row]!, day[row]!, point);
      this.#trains.charge(row, causeIndex['longer stops'], extra);
      ready += extra;
      const due = this.#due(row, point);
      if (due > ready) {
        this.#trains.charge(row, causeIndex.plan, due - ready);
        ready = due;
      }
    }
    this.#standing(row, time, ready);
  }

  /** Planned departure from a stop where passengers board, s; 0 where there is none. */
  #due(row: number, point: number): number {
    const template = this.#trains.template[row]!;
    const train = this.#line.problem.trains[template]!;
    const scheduled = train.departure.from === train.departure.to;
    if (!scheduled) return 0;
    const stay = this.#paths[template]!.stays[point]!;
    return stay.departure + this.#trains.day[row]! * this.#period;
  }

  #standing(row: number, time: number, ready: number): void {
    this.#trains.ready[row] = ready;
    this.#trains.since[row] = ready;
    this.#trains.why[row] = causeIndex['room ahead'];
    this.#retry[row] = ready;
    if (ready > time) this.#host.schedule(ready, row << 2);
    else this.#attempt(row, time);
  }

  #attempt(row: number, time: number): void {
    const trains = this.#trains;
    const state = trains.state[row]!;
    const track = trains.track[row]!;
    trains.charge(row, trains.why[row]!, time - trains.since[row]!);
    trains.since[row] = time;
    this.#waits.remove(row);
    const search = this.#search;
    const kind = this.#line.kindOf[trains.template[row]!]!;
    if (this.#lastMove[row] === -1 && this.safe.crowding(kind) >= this.#crowding) {
      trains.why[row] = causeIndex['room ahead'];
      this.#waits.add(row, kind, crowded);
      this.#retry[row] = Number.POSITIVE_INFINITY;
      return;
    }
    if (
      search.find(
        row,
        trains.serial[row]!,
        trains.template[row]!,
        trains.day[row]!,
        state,
        track,
        time,
        this.#clock,
        false,
      )
    ) {
      this.#retry[row] = -1;
      this.#grant(row, track, true);
      return;
    }
    const other = search.obstacle >= 0 ? search.obstacleKind : search.obstacle;
    if (search.obstacleBefore >= 0)
      trains.why[row] = this.#causes.of(kind, search.obstacleBefore, other, search.obstacleOn);
    if (search.obstacle === TERMINAL) this.#host.held?.(row);
    if (search.blocking > 0 || search.unsafeTracks > 0) this.#waits.add(row, kind, search);
    this.#retry[row] = Number.POSITIVE_INFINITY;
    if (search.retry < Number.POSITIVE_INFINITY) {
      this.#retry[row] = Math.max(search.retry, time + 1);
      this.#host.schedule(this.#retry[row]!, row << 2);
    }
  }

  /** Settles the chain that was found. */
  #grant(row: number, from: number, standing: boolean): void {
    const stood = standing ? from : this.#trains.track[row]!;
    let freed = this.#clock;
    const moves = this.#line.move;
    const states = this.#line.state;
    const search = this.#search;
    const trains = this.#trains;
    const train = trains.serial[row]!;
    const kind = this.#line.kindOf[trains.template[row]!]!;
    let left = from;
    for (let i = 0; i < search.length; i++) {
      const move = search.moves[i]!;
      const reached = search.tracks[i]!;
      const start = search.starts[i]!;
      const extra = search.extras[i]!;
      const tag = states.point[moves.from[move]!]!;
      for (let w = moves.firstWindow[move]!; w < moves.firstReached[move]!; w++) {
        const named = moves.resource[w]!;
        const end = start + moves.end[w]! + extra;
        if (named === TRACK_LEFT && left === stood) freed = end;
        if (named === TRACK_LEFT && i === 0 && standing && this.#lastMove[row] !== -1)
          this.#held.close(left, train, end);
        else this.#held.add(named === TRACK_LEFT ? left : named, train, kind, start + moves.begin[w]!, end, tag);
      }
      const end = start + moves.time[move]! + extra;
      const stays = states.stops[moves.to[move]!] === 1 && states.ends[moves.to[move]!] === 0;
      for (let w = moves.firstReached[move]!; w < moves.firstWindow[move + 1]!; w++)
        this.#held.add(reached, train, kind, start + moves.begin[w]!, stays ? Number.POSITIVE_INFINITY : end, tag);
      trains.charge(row, causeIndex.running, moves.time[move]!);
      trains.charge(row, causeIndex['slower running'], extra);
      this.#host.moved?.(row, move, reached, start, extra);
      this.#rolling?.turns.took(train, move);
      if (i === search.length - 1) {
        this.#lastMove[row] = move;
        this.#lastLeft[row] = left;
        this.#lastStart[row] = start;
        this.#lastExtra[row] = extra;
        trains.arrival[row] = end;
      }
      left = reached;
    }
    const to = moves.to[this.#lastMove[row]!]!;
    trains.state[row] = to;
    trains.track[row] = left;
    let eased = true;
    if (states.ends[to] === 1) {
      this.safe.leave(row);
      this.#forget(row);
      this.#host.bound?.(row);
    } else eased = this.safe.stand(row, kind, states.point[to]!, left);
    // A stop that is only a wait is looked at again when the train enters the movement before it.
    if (search.length > 1 && states.ends[to] === 0 && states.dwell[to] === 0)
      this.#host.schedule(this.#lastStart[row]!, (row << 2) | extend);
    else this.#host.schedule(trains.arrival[row]!, (row << 2) | arrive);
    this.#wake(train, freed, eased);
    if (states.ends[to] === 1) this.#wake(CROWDED, this.#clock, false);
  }

  /** A train enters the last movement settled for it: perhaps it need not stop at its end. */
  #extend(row: number, time: number): void {
    const trains = this.#trains;
    const last = this.#lastMove[row]!;
    const moves = this.#line.move;
    const states = this.#line.state;
    const state = moves.from[last]!;
    const left = this.#lastLeft[row]!;
    const reached = trains.track[row]!;
    const search = this.#search;
    if (
      !search.find(
        row,
        trains.serial[row]!,
        trains.template[row]!,
        trains.day[row]!,
        state,
        left,
        time,
        this.#clock,
        true,
      )
    ) {
      this.#host.schedule(trains.arrival[row]!, (row << 2) | arrive);
      return;
    }
    const tag = states.point[state]!;
    for (let w = moves.firstWindow[last]!; w < moves.firstWindow[last + 1]!; w++) {
      const named = moves.resource[w]!;
      const resource = w >= moves.firstReached[last]! ? reached : named === TRACK_LEFT ? left : named;
      this.#held.remove(resource, trains.serial[row]!, tag);
    }
    this.#host.unmoved?.(row, last, reached, this.#lastStart[row]!, this.#lastExtra[row]!);
    trains.charge(row, causeIndex.running, -moves.time[last]!);
    trains.charge(row, causeIndex['slower running'], -this.#lastExtra[row]!);
    this.#grant(row, left, false);
  }

  /** Lets those try again who waited for a move of a train, by its serial number, or for something else to change. */
  #wake(who: number, freed: number, moved: boolean): void {
    if (this.#waits.isEmpty) return;
    this.#waits.wake(who, freed, moved, this.#call);
    this.#callWoken();
  }

  #callWoken(): void {
    const woken = this.#woken;
    if (woken.length > 1) woken.sort(this.#byPriority ? this.#heavier : this.#earlier);
    for (let i = 0; i < woken.length; i++) this.#host.schedule(this.#retry[woken[i]!]!, woken[i]! << 2);
    woken.length = 0;
  }

  readonly #call = (row: number, time: number): void => {
    const at = Math.max(time, this.#clock);
    if (at >= this.#retry[row]!) return;
    this.#retry[row] = at;
    this.#woken.push(row);
  };

  readonly #heavier = (a: number, b: number) => this.#weight(b) - this.#weight(a) || this.#before(a, b);
  readonly #earlier = (a: number, b: number) => this.#before(a, b);

  #before(a: number, b: number): number {
    const { ready, template, day } = this.#trains;
    return ready[a]! - ready[b]! || day[a]! - day[b]! || template[a]! - template[b]!;
  }

  #weight(row: number): number {
    return this.#line.problem.trains[this.#trains.template[row]!]!.journeyWeight;
  }
}
