import { type PlannedPath, type PlanProblem, TRACK_LEFT, TRACK_REACHED } from './plan/index.ts';
import { CLOSED, Occupation } from './plan/occupation.ts';
import type { Wait, WaitReason } from './timetable.ts';

/** Says of a plan what each train waits for. */
export class WaitReasons {
  readonly #problem: PlanProblem;
  readonly #paths: ReadonlyArray<PlannedPath | undefined>;
  readonly #occupation: Occupation;

  constructor(problem: PlanProblem, paths: ReadonlyArray<PlannedPath | undefined>) {
    this.#problem = problem;
    this.#paths = paths;
    this.#occupation = new Occupation(problem.resources.length, problem.period ?? Number.POSITIVE_INFINITY);
    for (const [train, path] of paths.entries())
      for (const booking of path?.bookings ?? []) this.#occupation.add(train, booking);
  }

  /**
   * Why a train stands at one of its points beyond what it has to: the first thing in the way when it leaves earlier
   * and runs to its next stop.
   */
  of(train: number, index: number): Wait[] {
    const path = this.#paths[train]!;
    const stay = path.stays[index]!;
    const seconds =
      index === 0 ? 0 : stay.departure - stay.arrival - this.#problem.trains[train]!.graph.states[stay.state]!.dwell;
    if (seconds <= 0) return [];
    for (let earlier = 1; earlier < 2 * seconds; earlier *= 2) {
      const obstacle = this.#obstacle(train, index, Math.min(earlier, seconds));
      if (obstacle) return [{ seconds, ...obstacle }];
    }
    return [{ seconds, reason: 'path', for: { train: null, resource: null } }];
  }

  #obstacle(train: number, index: number, earlier: number): Omit<Wait, 'seconds'> | undefined {
    const path = this.#paths[train]!;
    const { graph } = this.#problem.trains[train]!;
    for (let at = index; at < path.movements.length; at++) {
      const departure = path.stays[at]!.departure - earlier;
      for (const { resource, from, to, buffer } of graph.movements[path.movements[at]!]!.windows) {
        const track = path.stays[resource === TRACK_REACHED ? at + 1 : at]!.track;
        const held = resource === TRACK_LEFT || resource === TRACK_REACHED ? track : resource;
        const name = this.#problem.resources[held]!.id;
        const closure = this.#closure(held, departure + from, departure + to + buffer);
        if (closure) {
          const reason = this.#problem.resources[held]!.kind === 'pin' ? 'pin' : 'possession';
          return { reason, for: { train: null, resource: name } };
        }
        const owner = this.#other(train, held, departure + from, departure + to + buffer);
        if (owner !== undefined)
          return {
            reason: this.#reason(train, at, owner, held),
            for: { train: this.#problem.trains[owner]!.id, resource: name },
          };
      }
      if (graph.states[path.stays[at + 1]!.state]!.stops) break;
    }
    return undefined;
  }

  #other(train: number, resource: number, from: number, to: number): number | undefined {
    for (let at = from; at < to; ) {
      const holder = this.#occupation.holder(resource, at, to);
      if (!holder) return undefined;
      if (holder.owner !== train && holder.owner !== CLOSED) return holder.owner;
      at = Math.max(holder.end, at + 1);
    }
    return undefined;
  }

  #closure(resource: number, from: number, to: number): boolean {
    const { closures, period } = this.#problem;
    return closures.some((closure) => {
      if (closure.resource !== resource) return false;
      const days = period === null ? 0 : Math.floor((to - closure.from) / period) * period;
      return [days, days - (period ?? 0)].some((day) => closure.from + day < to && from < closure.to + day);
    });
  }

  #reason(train: number, index: number, other: number, resource: number): WaitReason {
    const { kind } = this.#problem.resources[resource]!;
    const { graph } = this.#problem.trains[train]!;
    const [here, next] = [graph.points[index]!.station, graph.points[index + 1]!.station];
    const otherPoints = this.#problem.trains[other]!.graph.points;
    const [i, j] = [here, next].map((station) => otherPoints.findIndex((point) => point.station === station)) as [
      number,
      number,
    ];
    if (kind === 'pin') return 'pin';
    if (kind === 'throat') return 'route';
    if (kind === 'track' && (i < 0 || j < 0)) return 'track';
    if (i >= 0 && j >= 0 && i > j) return 'crossing';
    if (i < 0 || j < 0) return 'route';
    const own = this.#paths[train]!.stays[index]!;
    const theirs = this.#paths[other]!.stays[i]!;
    const period = this.#problem.period ?? Number.POSITIVE_INFINITY;
    const behind = theirs.arrival - own.arrival;
    const sinceUs = period === Number.POSITIVE_INFINITY ? behind : ((behind % period) + period) % period;
    return sinceUs > 0 && sinceUs < own.departure - own.arrival
      ? 'overtaking'
      : kind === 'track'
        ? 'track'
        : 'following';
  }
}
