import type { Model } from '../model.ts';
import { loadKinds } from '../schema/operations.ts';
import type { CheckContext, Report } from './context.ts';
import { checkFacilityTimes } from './facility-times.ts';
import { type Reached, walkFacility } from './facility-walk.ts';

type Facility = Model['facilities'][string];

/**
 * Facilities: every step is reached and can be left, shares add up, everybody works some time on something that comes,
 * there is room, and units fit together.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkFacilities(context); // a step without a way on is now among `context.diagnostics.all`
 * ```
 */
export function checkFacilities(context: CheckContext): void {
  const { model, year, diagnostics, placeOf } = context;
  for (const [id, facility] of Object.entries(model.facilities)) {
    const report: Report = (path, message, found, expected) => {
      const whole = `facilities.${id}.${path}`;
      diagnostics.error(whole, placeOf(whole), message, { found, expected });
    };
    if (!Object.hasOwn(model.stations, facility.station)) {
      report('station', `This station is not there in ${year}.`, facility.station, 'a station of that year');
      continue;
    }
    if (isMissingParts(facility, year, report)) continue;
    checkWords(facility, report);
    checkRoom(model, facility, year, report);
    checkWork(facility, report);
    if (!checkWaysOn(facility, report)) continue;
    const reached = walkFacility(facility, report);
    checkReached(facility, reached, report);
    checkLoads(facility, reached, report);
    if (reached.fits) checkFacilityTimes(model, facility, reached, report);
  }
}

/** Steps, resources and storages that are named but do not exist in the year. */
function isMissingParts({ steps, resources, storage, flows }: Facility, year: number, report: Report): boolean {
  let isMissing = false;
  const need = (path: string, what: string, entries: object, ids: readonly (string | undefined)[]) => {
    for (const id of ids) {
      if (id === undefined || Object.hasOwn(entries, id)) continue;
      isMissing = true;
      report(path, `This ${what} is not there in ${year}.`, id, `one of ${Object.keys(entries).join(', ') || 'none'}`);
    }
  };
  for (const [id, flow] of Object.entries(flows)) {
    need(`flows.${id}`, 'step', steps, [flow.enters, ...(flow.declared ?? [])]);
  }
  for (const [id, step] of Object.entries(steps)) {
    need(`steps.${id}`, 'step', steps, [...(step.next ?? []), ...Object.values(step.routes).map(({ to }) => to)]);
    need(`steps.${id}`, 'resource', resources, step.uses ?? []);
    need(`steps.${id}`, 'storage', storage, [step.takes, ...(step.gives_back ?? [])]);
  }
  return isMissing;
}

const unitsInside = ['wagon-group', 'wagon', 'container', 'consignment', 'person'] as const;

function checkWords({ flows, resources }: Facility, report: Report): void {
  const check = (path: string, keys: readonly string[], known: readonly string[]) => {
    for (const key of keys) {
      if (known.includes(key)) continue;
      report(`${path}.${key}`, `There is no such unit or load \`${key}\`.`, key, `one of ${known.join(', ')}`);
    }
  };
  for (const [id, flow] of Object.entries(flows))
    check(`flows.${id}.contents`, Object.keys(flow.contents), unitsInside);
  for (const [id, { productivity }] of Object.entries(resources))
    check(`resources.${id}.productivity`, Object.keys(productivity), loadKinds);
}

function checkRoom(model: Model, { station, storage }: Facility, year: number, report: Report): void {
  for (const [id, { room, tracks, at = station }] of Object.entries(storage)) {
    const fail = (message: string, found: string, expected: string) =>
      report(`storage.${id}`, message, found, expected);
    if ((room === undefined) === (tracks === undefined)) {
      fail(
        'A storage has room of its own or the tracks of a station.',
        room === undefined ? 'neither' : 'both',
        'one of `room` and `tracks`',
      );
    }
    if (room === 0) fail('A storage without room lets nothing in.', 'room 0', 'room of at least 1');
    const known = model.stations[at]?.tracks;
    if (!known) fail(`This station is not there in ${year}.`, at, 'a station of that year');
    const missing = (tracks ?? []).find((track) => !Object.hasOwn(known ?? {}, track));
    if (known && missing !== undefined)
      fail(`Station ${at} has no such tracks.`, missing, `one of ${Object.keys(known).join(', ') || 'none'}`);
    if (tracks?.length === 0) fail('A storage without room lets nothing in.', 'no tracks', 'at least one');
  }
}

/** Resources that never work. */
function checkWork({ resources }: Facility, report: Report): void {
  for (const [id, { count, shifts, breakdowns }] of Object.entries(resources)) {
    const never = (found: string, expected: string) =>
      report(`resources.${id}`, 'This resource never works.', found, expected);
    const worked = Object.values(shifts);
    if (count === 0) never('count 0', 'a count of at least 1');
    else if (worked.length > 0 && worked.every((shift) => shift.count === 0))
      never('no one in any shift', 'a shift in which at least 1 works');
    else if (breakdowns && breakdowns.failure_rate >= 1)
      never(`a failure rate of ${breakdowns.failure_rate}`, 'a failure rate below 1');
  }
}

/** Every step has one kind of way on, and shares add up. */
function checkWaysOn({ steps, flows }: Facility, report: Report): boolean {
  let isWhole = true;
  for (const [id, step] of Object.entries(steps)) {
    const fail = (message: string, found: string, expected: string) => {
      isWhole = false;
      report(`steps.${id}`, message, found, expected);
    };
    const routes = Object.values(step.routes);
    const ways = [
      (step.next ?? []).length > 0 ? ['`next`'] : [],
      routes.length > 0 ? ['`routes`'] : [],
      step.leaves ? ['`leaves`'] : [],
    ].flat();
    if (ways.length === 0)
      fail('Nobody can leave this step.', 'no way on', 'one of `next`, `routes` and `leaves: yes`');
    if (ways.length > 1) fail('This step has several kinds of ways on.', ways.join(', '), 'one of them');
    const shared = routes.filter(({ flows: own, commodities }) => own === undefined && commodities === undefined);
    const sum = shared.reduce((total, { share }) => total + (share ?? 0), 0);
    if (shared.length > 0 && Math.abs(sum - 1) > 1e-6)
      fail('The shares of the ways on do not add up to 1.', `${Math.round(sum * 1e6) / 1e6}`, '1');
    if (routes.length > 0 && shared.length === 0) {
      const left = Object.entries(flows).find(
        ([flow, { carries }]) =>
          !routes.some(
            (route) => route.flows?.includes(flow) || route.commodities?.some((goods) => carries?.includes(goods)),
          ),
      );
      if (left)
        fail('Not every flow has a way on from here.', `none for ${left[0]}`, 'a route with a share for the rest');
    }
  }
  return isWhole;
}

function checkReached({ steps }: Facility, reached: Reached, report: Report): void {
  for (const [id, step] of Object.entries(steps)) {
    const flows = reached.flows.get(id);
    if (!flows) {
      report(
        `steps.${id}`,
        'No flow reaches this step.',
        'no way to it',
        'a flow that enters here, or a step before it',
      );
    } else if (!reached.leaving.has(id)) {
      const found = step.routes && Object.keys(step.routes).length > 0 ? 'routes that lead back' : 'a way in a circle';
      report(
        `steps.${id}`,
        'Nobody who comes to this step can leave the facility.',
        found,
        'a way to a step with `leaves: yes`',
      );
    }
  }
}

/** Machines that handle none of the loads that come to them, or not all. */
function checkLoads({ steps, resources, flows }: Facility, reached: Reached, report: Report): void {
  for (const [id, { name, productivity }] of Object.entries(resources)) {
    const handled = Object.keys(productivity);
    if (handled.length === 0) continue;
    const coming = Object.entries(steps).flatMap(([step, { uses }]) =>
      uses?.includes(id) ? [...(reached.flows.get(step) ?? [])] : [],
    );
    const loads = [...new Set(coming.map((flow) => flows[flow]!.load))].sort();
    const others = loads.filter((load) => !handled.includes(load));
    if (loads.length > 0 && others.length === loads.length)
      report(`resources.${id}`, `${name} handle no load that arrives.`, handled.join(', '), loads.join(', '));
    else if (others.length > 0)
      report(
        `resources.${id}`,
        `${name} do not handle all loads that arrive.`,
        handled.join(', '),
        `${others.join(', ')} too`,
      );
  }
}
