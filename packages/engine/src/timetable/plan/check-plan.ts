import type { PlannedPath, PlanProblem } from './problem.ts';

/** Two trains, or a train and a closure (train -1), that hold one resource at once. */
export interface PlanConflict {
  readonly trains: readonly [number, number];
  readonly resource: number;
  /** When the later of the two begins, s. */
  readonly at: number;
}

/**
 * Compares every two holdings of every resource, on the circle of the period. It shares nothing with the search.
 *
 * @param problem - the problem
 * @param paths - a path for each train, or none
 * @returns all conflicts, a train with itself on another day included
 */
export function conflictsOf(problem: PlanProblem, paths: ReadonlyArray<PlannedPath | undefined>): PlanConflict[] {
  const held = problem.resources.map((): Array<{ train: number; start: number; end: number }> => []);
  for (const { resource, from, to } of problem.closures) held[resource]!.push({ train: -1, start: from, end: to });
  for (const [train, path] of paths.entries())
    for (const { resource, start, end, buffer } of path?.bookings ?? [])
      held[resource]!.push({ train, start, end: end + buffer });
  const conflicts: PlanConflict[] = [];
  for (const [resource, times] of held.entries())
    for (let i = 0; i < times.length; i++)
      for (let j = i; j < times.length; j++) {
        const [a, b] = [times[i]!, times[j]!];
        if (a.train === -1 && b.train === -1) continue;
        if (collide(a, b, i === j, problem.period))
          conflicts.push({ trains: [a.train, b.train], resource, at: Math.max(a.start, b.start) });
      }
  return conflicts;
}

function collide(
  a: { start: number; end: number },
  b: { start: number; end: number },
  same: boolean,
  period: number | null,
): boolean {
  if (period === null) return !same && a.start < b.end && b.start < a.end;
  const span = Math.ceil((a.end - a.start + b.end - b.start) / period) + 1;
  const days = Math.floor((b.start - a.start) / period);
  for (let day = days - span; day <= days + span; day++) {
    if (same && day === 0) continue;
    const start = a.start + day * period;
    if (start < b.end && b.start < a.end + day * period) return true;
  }
  return false;
}
