import type { Model } from '../../corridor/index.ts';
import type { LineSection } from '../../timetable/index.ts';
import type { ClosedTimes } from '../line/closures.ts';
import type { LineNetwork } from '../line/line-network.ts';
import { eventsOf } from './events.ts';

/** A slow order on the blocks of a section. */
export interface SlowOrder {
  readonly from: number;
  readonly to: number;
  readonly speed: number;
  readonly length: number;
}

/** What befalls lines in some days. */
export interface LineDisturbances {
  readonly closed: readonly ClosedTimes[];
  /** Slow orders by resource. */
  readonly slow: ReadonlyMap<number, readonly SlowOrder[]>;
}

/** Which random numbers, and for how long. */
export interface Drawing {
  readonly seed: number;
  readonly draw: number;
  readonly days: number;
}

/**
 * Failures, floods and slow orders of a line network, drawn from the corridor's disturbances. An event hits one place,
 * all places of its stretch being equally likely by length; it closes the section there in both directions.
 *
 * @param model - the corridor as drawn
 * @param line - the line
 * @param sections - its sections
 * @param of - seed, draw, days
 * @returns closures and slow orders by resource
 * @example
 * ```ts
 * lineDisturbances(model, line, sections, { seed: 1, draw: 0, days: 365 }).closed.length;
 * ```
 */
export function lineDisturbances(
  model: Model,
  line: LineNetwork,
  sections: readonly LineSection[],
  of: Drawing,
): LineDisturbances {
  const closed: ClosedTimes[] = [];
  const slow = new Map<number, SlowOrder[]>();
  const blocks = new Map<string, number[]>();
  for (const [index, { kind, at }] of line.problem.resources.entries())
    if (kind === 'block') blocks.set(at, [...(blocks.get(at) ?? []), index]);
  for (const [id, disturbance] of Object.entries(model.disturbances)) {
    const { kind, speed = 0, length = 0 } = disturbance;
    if (kind !== 'closure' && kind !== 'slow order') continue;
    const hit = sectionsHit(model, sections, disturbance);
    const total = hit.reduce((sum, { begin, end }) => sum + end - begin, 0);
    if (total <= 0) continue;
    for (const { from, to, place } of eventsOf(id, disturbance, of)) {
      const resources = blocks.get(sectionAt(hit, place * total).id) ?? [];
      for (const resource of resources) {
        if (kind === 'closure') closed.push({ resource, from, to, period: 0 });
        else if (resource === resources[0])
          slow.set(resource, [...(slow.get(resource) ?? []), { from, to, speed, length }]);
      }
    }
  }
  return { closed, slow };
}

function sectionsHit(
  model: Model,
  sections: readonly LineSection[],
  { line, begin, end }: Model['disturbances'][string],
): LineSection[] {
  const at = (station: string | undefined) =>
    line === undefined || station === undefined ? undefined : model.lines[line]?.stations[station]?.at;
  const [one, other] = [at(begin) ?? Number.NEGATIVE_INFINITY, at(end) ?? Number.POSITIVE_INFINITY];
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return sections.filter((section) => section.line === line && section.begin < high && section.end > low);
}

function sectionAt(sections: readonly LineSection[], distance: number): LineSection {
  let left = distance;
  for (const section of sections) {
    left -= section.end - section.begin;
    if (left < 0) return section;
  }
  return sections[sections.length - 1]!;
}
