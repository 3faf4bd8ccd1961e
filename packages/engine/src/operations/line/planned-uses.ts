import { type PlannedPath, type PlanTrain, TRACK_LEFT, TRACK_REACHED } from '../../timetable/index.ts';

/** A holding of one resource by one train of the plan, from a moment of one of its movements to a moment of another. */
export interface PlannedUse {
  readonly resource: number;
  /** Planned begin and end, s in the time base, buffer included. */
  readonly start: number;
  readonly end: number;
  /** Movement (by its place on the way) in which it begins, and seconds after the start of that movement. */
  readonly first: number;
  readonly from: number;
  /** Movement in which it ends, and seconds after the start of that movement. */
  readonly last: number;
  readonly to: number;
}

/**
 * What a planned train holds: the blocking times of its plan, those of one resource that touch joined into one. A train
 * that stands holds its track from its arrival until it has left.
 *
 * @param train - train of the plan
 * @param path - its path
 * @returns uses by resource and start
 * @example
 * ```ts
 * plannedUses(train, path).filter(({ resource }) => resource === 3);
 * ```
 */
export function plannedUses({ graph }: PlanTrain, { stays, movements }: PlannedPath): PlannedUse[] {
  const parts: PlannedUse[] = [];
  for (const [index, movement] of movements.entries()) {
    const { departure, track } = stays[index]!;
    const next = stays[index + 1]!;
    for (const { resource, from, to, buffer } of graph.movements[movement]!.windows) {
      const held = resource === TRACK_LEFT ? track : resource === TRACK_REACHED ? next.track : resource;
      const [start, end] = [departure + from, departure + to + buffer];
      parts.push({ resource: held, start, end, first: index, from, last: index, to: to + buffer });
    }
    if (index + 1 < movements.length)
      parts.push({
        resource: next.track,
        start: next.arrival,
        end: next.departure,
        first: index,
        from: next.arrival - departure,
        last: index + 1,
        to: 0,
      });
  }
  parts.sort((a, b) => a.resource - b.resource || a.start - b.start || a.end - b.end);
  const joined: PlannedUse[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (before === undefined || before.resource !== part.resource || part.start > before.end) joined.push(part);
    else joined[joined.length - 1] = { ...before, ...laterOf(before, part), end: Math.max(before.end, part.end) };
  }
  return joined;
}

/** End of the use that ends later. */
function laterOf(a: PlannedUse, b: PlannedUse): Pick<PlannedUse, 'last' | 'to'> {
  const { last, to } = b.last > a.last || (b.last === a.last && b.to > a.to) ? b : a;
  return { last, to };
}
