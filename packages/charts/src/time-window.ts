/** A stretch of a day, s after midnight; up to a day long. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** A point of a train's run. */
export interface RunPoint {
  /** Along the line, m. */
  readonly distance: number;
  /** After midnight of the first day, s; not decreasing along the run. */
  readonly time: number;
}

const DAY = 86_400;

/**
 * The parts of a run that a window shows when every day is alike: what leaves the window at midnight comes in again at
 * the other side, cut where it crosses the edge.
 *
 * @param points - of the run
 * @param window - shown
 * @returns lines of at least two points, in the order of the days
 */
export function wrapped(points: readonly RunPoint[], window: TimeWindow): RunPoint[][] {
  const lines: RunPoint[][] = [];
  for (const shift of shiftsInto(window, points[0]?.time ?? 0, points.at(-1)?.time ?? 0)) {
    const line: RunPoint[] = [];
    for (let i = 0; i + 1 < points.length; i++) {
      const [from, to] = [points[i]!, points[i + 1]!];
      const cut = (edge: number) => Math.min(Math.max(edge, from.time + shift), to.time + shift);
      const [start, end] = [cut(window.from), cut(window.to)];
      if (end < window.from || start > window.to || (start === end && to.time > from.time)) continue;
      const at = (time: number): RunPoint => {
        const share = to.time === from.time ? 0 : (time - shift - from.time) / (to.time - from.time);
        return { time, distance: from.distance + share * (to.distance - from.distance) };
      };
      if (line.length === 0) line.push(at(start));
      line.push(to.time === from.time ? { time: end, distance: to.distance } : at(end));
    }
    if (line.length > 1) lines.push(line);
  }
  return lines;
}

/**
 * The parts of a span of time that a window shows when every day is alike.
 *
 * @param from - s
 * @param to - s, not before `from`
 * @param window - shown
 */
export function wrappedSpans(from: number, to: number, window: TimeWindow): TimeWindow[] {
  return shiftsInto(window, from, to)
    .map((shift) => ({ from: Math.max(from + shift, window.from), to: Math.min(to + shift, window.to) }))
    .filter((span) => span.to > span.from || from === to);
}

function shiftsInto(window: TimeWindow, from: number, to: number): number[] {
  const shifts: number[] = [];
  for (let days = Math.ceil((window.from - to) / DAY); from + days * DAY <= window.to; days++) shifts.push(days * DAY);
  return shifts;
}

/**
 * Writes a time as on a clock, whatever the day.
 *
 * @param time - s after some midnight
 */
export function timeOfDayText(time: number): string {
  const minutes = Math.round(time / 60) % 1440;
  return clockText(60 * (minutes < 0 ? minutes + 1440 : minutes));
}

/**
 * Writes a time as on a clock, with the day when it is not the first.
 *
 * @param time - s after midnight of the first day
 */
export function clockText(time: number): string {
  const minutes = Math.round(time / 60);
  const day = Math.floor(minutes / 1440);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(Math.floor((minutes - day * 1440) / 60))}:${two((minutes - day * 1440) % 60)}`;
  return day === 0 ? clock : `${clock} (${day > 0 ? '+' : '−'}${Math.abs(day)} d)`;
}
