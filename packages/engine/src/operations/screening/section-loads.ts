import { type ServiceRun, timeAtPosition } from '../../running/index.ts';
import { type LineSection, piecesOf } from '../../timetable/index.ts';

/** A section of line that a service uses, and for how long one of its trains holds it. */
export interface SectionLoad {
  /** Index of the section. */
  readonly section: number;
  /** Seconds from the setting of the route until the section is free again. */
  readonly held: number;
}

/**
 * How long one train of a service holds each section of its way: its running time with supplements, and the times
 * for setting, sighting and releasing the route.
 *
 * @param sections - sections of all lines
 * @param run - the service's train alone on the line
 * @returns one load a section of the way, in order of travel
 * @example
 * ```ts
 * sectionLoads(lineSections(model), run)[0].held; // 712
 * ```
 */
export function sectionLoads(sections: readonly LineSection[], run: ServiceRun): SectionLoad[] {
  const indexOf = new Map(sections.map((section, index) => [section, index]));
  return piecesOf({ sections }, run.route).map(({ section, from, to }) => {
    const { routeSetting, sighting, release, buffer, runningSupplement } = section.rules;
    // A metre behind the station the train has left it; a metre before the next it does not yet stand there.
    const running = Math.max(0, timeAt(run, to - 1) - timeAt(run, from + 1));
    const held = running * (1 + runningSupplement) + routeSetting + sighting + release + buffer;
    return { section: indexOf.get(section)!, held };
  });
}

/**
 * Seconds for which a train keeps others out of a section: on double track each direction has its own, and followers
 * enter a section of several blocks one after the other.
 */
export function heldAlone({ tracks, signals }: LineSection, { held }: SectionLoad): number {
  return tracks > 1 ? held / (signals.length - 1) : held;
}

/** Seconds after its departure at which the train alone is at a distance from its start. */
function timeAt({ segments }: ServiceRun, distance: number): number {
  const segment = segments.findLast(({ start }) => start <= distance) ?? segments[0]!;
  const position = Math.min(Math.max(distance - segment.start, 0), segment.path.length);
  return segment.departure + timeAtPosition(segment.run.profile, position);
}
