import type { Timetable } from './timetable.ts';

/** A train on a section of line. */
export interface TrainOnSection {
  readonly service: string;
  /** Seconds from the first of its blocking times to the end of the last. */
  readonly held: number;
  /** Longest of its blocking times with the buffer after it, s: the headway to a train like it. */
  readonly longest: number;
}

/** The trains on a section of line, by rising and by falling chainage. */
export interface SectionTraffic {
  readonly rising: readonly TrainOnSection[];
  readonly falling: readonly TrainOnSection[];
}

/** The trains on each section of line of a timetable. */
export function sectionTraffic({ trains, sections }: Timetable): Map<string, SectionTraffic> {
  const ends = new Map(sections.map(({ id, from, to }) => [id, [from, to] as const]));
  const found = new Map<string, { rising: TrainOnSection[]; falling: TrainOnSection[] }>();
  for (const { service, blocking, events } of trains) {
    const place = new Map(events.map(({ station }, i) => [station, i]));
    const spans = new Map<string, { begin: number; end: number; longest: number }>();
    for (const { section, start, end, buffer } of blocking) {
      if (section === null) continue;
      const span = spans.get(section);
      spans.set(section, {
        begin: Math.min(start, span?.begin ?? start),
        end: Math.max(end, span?.end ?? end),
        longest: Math.max(end + buffer - start, span?.longest ?? 0),
      });
    }
    for (const [section, { begin, end, longest }] of spans) {
      const traffic = found.get(section) ?? { rising: [], falling: [] };
      found.set(section, traffic);
      const [from, to] = ends.get(section) ?? ['', ''];
      const isRising = (place.get(from) ?? 0) < (place.get(to) ?? 0);
      traffic[isRising ? 'rising' : 'falling'].push({ service, held: end - begin, longest });
    }
  }
  return found;
}
