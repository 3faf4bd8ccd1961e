import {
  type Capacity,
  decimal,
  numbers,
  rowsOf,
  sectionRows,
  timeOfDayText,
  waitText,
  words,
} from '@throughline/charts';
import type { TimetableRecord } from '@throughline/engine';
import { html, type Markup } from '../html.ts';
import { table } from '../table.ts';
import { type Names, sectionName } from './timetable-text.ts';
import type { Place, Told } from './told.ts';

/** Trains that are not in the timetable, with the reason; nothing when there are none. */
export function refusedTable({ refused }: TimetableRecord, names: Names): Markup {
  if (refused.length === 0) return html``;
  return table(
    [
      { head: 'Trains that do not fit' },
      { head: 'Trains a day', isNumber: true },
      { head: 'Section' },
      { head: 'Why' },
    ],
    refused.map(({ service, count, section, reason }) => [
      names.services[service]?.name ?? service,
      decimal(count.value),
      section ? sectionName(section, names) : '–',
      reason,
    ]),
    { caption: 'Trains that do not fit, and why', hidesCaption: true, stacks: true },
  );
}

/** What the trains wait for, all together. */
export function waitTable({ waits }: TimetableRecord): Markup {
  if (rowsOf(waits) === 0) return html`<p class="note">No train waits for another.</p>`;
  const [counts, hours] = [numbers(waits, 'waits'), numbers(waits, 'time', 'h')];
  return table(
    [
      { head: 'Trains wait' },
      { head: 'Waits a day', isNumber: true },
      { head: 'Together, h', isNumber: true },
      { head: 'Mean, min', isNumber: true },
    ],
    words(waits, 'reason').map((reason, i) => {
      const [count, time] = [counts[i] ?? 0, hours[i] ?? 0];
      return [waitText(reason), decimal(count), decimal(time, 1), decimal((60 * time) / Math.max(1, count), 1)];
    }),
    { caption: 'Waiting by reason' },
  );
}

/** Every section with trains: how full it is, and what single-track formulae give beside it. Folded; a table a line. */
export function sectionTables(timetable: TimetableRecord, names: Names, told: Told, here: Place): Markup {
  const rows = sectionRows(timetable, names);
  const lines = [...new Set(rows.map(({ line }) => line))];
  const records = Object.fromEntries(
    lines.map((line) => [
      line,
      { name: names.lines[line]?.name ?? line, rows: rows.filter((row) => row.line === line) },
    ]),
  );
  const { fresh, before } = told.sort(records, here);
  const { length } = Object.values(fresh).flatMap((line) => line.rows);
  if (length === 0) return before;
  return html`<details class="stays-closed"><summary>${length} ${length === 1 ? 'section' : 'sections'} of line: trains, occupancy, capacity</summary>
<p class="note">Occupancy is compressed by UIC 406 over 24 hours. By the Chinese method, in pairs on single track and in trains of one direction on double track: the parallel diagram of ordinary goods trains, and the goods trains left when each other train displaces as many as its deduction coefficient says. Scott counts trains, both directions together, of the slowest kind. A pair is one train each way.</p>
${reasonsForNone(timetable)}
${Object.values(fresh).map(({ name, rows }) =>
  table(
    [
      { head: 'Section' },
      { head: 'Length, km', isNumber: true },
      { head: 'Trains a day', isNumber: true },
      { head: 'Occupied, %', isNumber: true },
      { head: 'Parallel diagram, a day', isNumber: true },
      { head: 'Goods beside others, a day', isNumber: true },
      { head: 'Scott, trains a day', isNumber: true },
    ],
    rows.map(({ name, length, trains, occupancy, parallel, goods, scott }) => [
      name,
      decimal(length, 1),
      decimal(trains),
      decimal(100 * occupancy, 1),
      capacityText(parallel),
      capacityText(goods),
      scott === null ? '–' : decimal(scott, 1),
    ]),
    { caption: name },
  ),
)}</details>
${before}`;
}

/** A number of pairs or trains with what it counts. */
function capacityText(capacity: Capacity | null): string {
  return capacity === null
    ? '–'
    : `${decimal(capacity.count, 1)}\u00a0${capacity.unit === 'pairs' ? 'pairs' : 'trains'}`;
}

/** Why the Chinese method gives no number, with how many sections. */
function reasonsForNone({ sections }: TimetableRecord): Markup {
  const reasons = new Map<string, number>();
  for (const reason of words(sections, 'why none'))
    if (reason !== '') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  if (reasons.size === 0) return html``;
  const told = [...reasons].map(
    ([reason, count]) => `${count === 1 ? 'one section' : `${decimal(count)} sections`}: ${reason}`,
  );
  return html`<p class="note">No number on ${told.join('; on ')}.</p>`;
}

/** Departures and arrivals of every train, a row a service. Folded. */
export function serviceTimes({ trains }: TimetableRecord, names: Names, told: Told, here: Place): Markup {
  const [departure, arrival] = [numbers(trains, 'departure', 'h'), numbers(trains, 'arrival', 'h')];
  const [journey, waiting] = [numbers(trains, 'journey', 'h'), numbers(trains, 'waiting', 'h')];
  const services = words(trains, 'service');
  const records = Object.fromEntries(
    [...new Set(services)].map((service) => {
      const own = services.flatMap((other, i) => (other === service ? [i] : []));
      own.sort((a, b) => (departure[a] ?? 0) - (departure[b] ?? 0));
      const mean = (values: ReadonlyArray<number | null>) =>
        own.reduce((sum, i) => sum + (values[i] ?? 0), 0) / own.length;
      // A word joiner keeps both ends of a journey on one line.
      const times = own.map((i) => `${clock(departure[i])}–\u2060${clock(arrival[i])}`);
      const name = names.services[service]?.name ?? service;
      return [service, { name, times, journey: mean(journey), waiting: mean(waiting) }];
    }),
  );
  const { fresh, before } = told.sort(records, here);
  const all = Object.values(fresh);
  if (all.length === 0) return before;
  return html`<details class="stays-closed"><summary>Trains of ${all.length} ${all.length === 1 ? 'service' : 'services'}: departures and arrivals</summary>
${table(
  [
    { head: 'Service' },
    { head: 'Trains', isNumber: true },
    { head: 'Journey, h', isNumber: true },
    { head: 'Waiting, min', isNumber: true },
    { head: 'Departs – arrives, on the clocks of its ends' },
  ],
  all.map(({ name, times, journey, waiting }) => [
    name,
    times.length,
    decimal(journey, 1),
    decimal(60 * waiting),
    html`<span class="times">${times.join(' · ')}</span>`,
  ]),
  { caption: 'Trains of a day by service; journey and waiting are means', stacks: true },
)}</details>
${before}`;
}

function clock(hours: number | null | undefined): string {
  return timeOfDayText(3600 * (hours ?? 0));
}
