import { type Booking, type PlannedPath, type PlanTrain, TRACK_LEFT, TRACK_REACHED } from './problem.ts';
import type { Way } from './way-search.ts';

/** The path that a way is, with what it holds; undefined when it would meet itself on another day. */
export function pathOfWay(train: PlanTrain, way: Way, backward: boolean, period: number): PlannedPath | undefined {
  const stays = backward
    ? way.stays.map(({ state, track, arrival, departure }) => ({
        state,
        track,
        arrival: -departure,
        departure: -arrival,
      }))
    : [...way.stays];
  const movements = way.steps.map(({ movement }) => movement);
  if (backward) {
    stays.reverse();
    movements.reverse();
  }
  const bookings = bookingsOf(train, stays, movements);
  if (meetsItself(bookings, period)) return undefined;
  const departure = stays[0]!.departure;
  return { stays, movements, bookings, cost: costOf(train, departure, stays[stays.length - 1]!.arrival) };
}

/** Weighted sum of journey time and departure shift of one train. */
export function costOf(
  { departure: wish, journeyWeight, shiftWeight }: PlanTrain,
  departure: number,
  arrival: number,
): number {
  return journeyWeight * (arrival - departure) + shiftWeight * shiftOf(wish, departure);
}

/** Seconds by which a departure lies outside the time that is wished for. */
export function shiftOf(wish: PlanTrain['departure'], departure: number): number {
  return Math.max(0, wish.from - departure, departure - wish.to);
}

/** What stays and movements hold, joined by resource. */
export function bookingsOf(train: PlanTrain, stays: PlannedPath['stays'], movements: readonly number[]): Booking[] {
  const parts: Array<{ resource: number; start: number; end: number; buffer: number }> = [];
  for (const [index, { track, arrival, departure }] of stays.entries()) {
    if (departure > arrival) parts.push({ resource: track, start: arrival, end: departure, buffer: 0 });
    const movement = movements[index];
    if (movement === undefined) continue;
    for (const { resource, from, to, buffer } of train.graph.movements[movement]!.windows) {
      const held = resource === TRACK_LEFT ? track : resource === TRACK_REACHED ? stays[index + 1]!.track : resource;
      parts.push({ resource: held, start: departure + from, end: departure + to, buffer });
    }
  }
  parts.sort((a, b) => a.resource - b.resource || a.start - b.start || a.end - b.end);
  const joined: typeof parts = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (last === undefined || last.resource !== part.resource || part.start > last.end + last.buffer) {
      joined.push({ ...part });
      continue;
    }
    const free = Math.max(last.end + last.buffer, part.end + part.buffer);
    last.end = Math.max(last.end, part.end);
    last.buffer = free - last.end;
  }
  return joined;
}

function meetsItself(bookings: readonly Booking[], period: number): boolean {
  if (period === Number.POSITIVE_INFINITY) return false;
  return bookings.some((booking, i) => {
    if (booking.end + booking.buffer - booking.start > period) return true;
    for (let j = i + 1; j < bookings.length && bookings[j]!.resource === booking.resource; j++)
      if (overlapsOnCircle(booking, bookings[j]!, period)) return true;
    return false;
  });
}

/** Whether two bookings of one resource overlap when every day is alike. */
export function overlapsOnCircle(a: Booking, b: Booking, period: number): boolean {
  const apart = (((b.start - a.start) % period) + period) % period;
  return apart < a.end + a.buffer - a.start || period - apart < b.end + b.buffer - b.start;
}
