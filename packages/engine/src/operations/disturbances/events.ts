import type { Model } from '../../corridor/index.ts';
import { exponentialQuantile, stream } from '../../numerics/index.ts';
import { inSeason } from './calendar.ts';

type Disturbance = Model['disturbances'][string];

/** An event on a line: from when to when (s), and a number in (0, 1) that says where. */
export interface LineEvent {
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

const day = 86_400;

/**
 * When a disturbance of a line happens: a renewal process that runs while it is in season. Every event has random
 * numbers of its own, so that a longer simulation has the same events at its beginning.
 *
 * @param id - id of the disturbance
 * @param disturbance - with `every` and `lasts`
 * @param of - seed and draw, and for how many days
 * @returns events in order of time
 * @example
 * ```ts
 * eventsOf('flood', model.disturbances.flood, { seed: 1, draw: 0, days: 365 }).length;
 * ```
 */
export function eventsOf(
  id: string,
  { every = 0, lasts = 0, first_month: first = 1, last_month: last = 12 }: Disturbance,
  of: { readonly seed: number; readonly draw: number; readonly days: number },
): LineEvent[] {
  const numbers = stream(of.seed, of.draw, 'disturbance', id);
  const events: LineEvent[] = [];
  if (every <= 0) return events;
  let next = exponentialQuantile(numbers.uniform(0), every);
  // Time in season runs from event to event; out of season it stands still.
  let time = 0;
  for (let index = 0; time < of.days * day; ) {
    const until = (Math.floor(time / day) + 1) * day;
    const open = inSeason(Math.floor(time / day), first, last) ? until - time : 0;
    if (next >= open) {
      next -= open;
      time = until;
      continue;
    }
    const from = time + next;
    const length = exponentialQuantile(numbers.uniform(3 * index + 1), lasts);
    events.push({ from, to: from + length, place: numbers.uniform(3 * index + 2) });
    index++;
    next = exponentialQuantile(numbers.uniform(3 * index), every);
    time = from + length;
  }
  return events;
}
