import { type Model, timeOfDay } from '../corridor/index.ts';

/** Machines or people of a facility, as drawn. */
export type FacilityResource = Model['facilities'][string]['resources'][string];

/** What may be changed of a resource to see what it buys. */
export type ResourceChange = 'one more' | 'an hour longer';

const DAY = 86_400;
const HOUR = 3600;

/**
 * The changes that a resource allows: one more of it, and where it works in shifts that leave time, an hour more of each.
 *
 * @param resource - machines or people
 * @returns the changed resources; the other country's clock, holidays and breakdowns stay
 * @example
 * ```ts
 * changesOf(cranes).map(({ change }) => change); // ['one more', 'an hour longer']
 * ```
 */
export function changesOf(
  resource: FacilityResource,
): Array<{ readonly change: ResourceChange; readonly changed: FacilityResource }> {
  const more = { ...resource, count: resource.count + 1, shifts: mapped(resource.shifts, withOneMore) };
  const longer = { ...resource, shifts: mapped(resource.shifts, anHourLonger) };
  const isLonger = Object.entries(resource.shifts).some(([id, { end }]) => longer.shifts[id]!.end !== end);
  return [
    { change: 'one more', changed: more },
    ...(isLonger ? [{ change: 'an hour longer' as const, changed: longer }] : []),
  ];
}

/**
 * A corridor with one resource of one facility changed.
 *
 * @param model - the corridor as drawn
 * @param facility - id of the facility
 * @param id - id of the resource
 * @param resource - what it becomes
 * @returns a copy
 * @example
 * ```ts
 * withResource(model, 'yard', 'cranes', { ...cranes, count: 3 });
 * ```
 */
export function withResource(model: Model, facility: string, id: string, resource: FacilityResource): Model {
  const own = model.facilities[facility]!;
  const resources = { ...own.resources, [id]: resource };
  return { ...model, facilities: { ...model.facilities, [facility]: { ...own, resources } } };
}

type Shift = FacilityResource['shifts'][string];

function mapped(shifts: FacilityResource['shifts'], change: (shift: Shift) => Shift): FacilityResource['shifts'] {
  return Object.fromEntries(Object.entries(shifts).map(([id, shift]) => [id, change(shift)]));
}

/** A shift that states how many work in it has one more. */
function withOneMore(shift: Shift): Shift {
  return shift.count === undefined ? shift : { ...shift, count: shift.count + 1 };
}

/** A shift ends an hour later, on the next day where it must; one that leaves no hour of the day stays. */
function anHourLonger(shift: Shift): Shift {
  const [begin, end] = [timeOfDay(shift.begin), timeOfDay(shift.end)];
  const length = end > begin ? end - begin : end + DAY - begin;
  if (length + HOUR > DAY) return shift;
  const later = (end + HOUR) % DAY;
  const two = (value: number) => String(value).padStart(2, '0');
  return { ...shift, end: `${two(Math.floor(later / HOUR))}:${two(Math.floor((later % HOUR) / 60))}` };
}
