import { decimal, rowsOf, type SectionRow, sectionRows } from '@throughline/charts';
import type { LineRecord, OptionAssessment, ServiceRecord, StationRecord, TimetableRecord } from '@throughline/engine';
import { html, type Markup } from '../html.ts';

/** Names of what a timetable speaks of. */
export interface Names {
  readonly stations: Readonly<Record<string, Pick<StationRecord, 'name'>>>;
  readonly lines: Readonly<Record<string, Pick<LineRecord, 'name'>>>;
  readonly services: Readonly<Record<string, Pick<ServiceRecord, 'name' | 'kind'>>>;
}

/** A section of line by the names of its ends: `Phố Lu – Lạng`. */
export function sectionName(section: string, { stations }: Pick<Names, 'stations'>): string {
  return section
    .split('/')
    .slice(1)
    .map((id) => stations[id]?.name ?? id)
    .join(' – ');
}

/** Services of the legs of the main journey. */
export function mainLegs({ journeys }: Pick<OptionAssessment, 'journeys'>, journey: string | null): string[] {
  const parts = journey === null ? [] : (journeys[journey]?.parts ?? []);
  return parts.filter(({ what }) => what === 'run').map(({ id }) => id);
}

/** Services of the main journey, those of the other direction with them. */
export function mainServices(
  { saturations }: Pick<TimetableRecord, 'saturations'>,
  option: Pick<OptionAssessment, 'journeys'>,
  journey: string | null,
): Set<string> {
  return new Set([...mainLegs(option, journey), ...saturations.flatMap(({ services }) => services)]);
}

/** How many trains are refused. */
export function refusedCount({ refused }: Pick<TimetableRecord, 'refused'>): number {
  return refused.reduce((sum, { count }) => sum + count.value, 0);
}

/** The fullest of some sections. */
export function fullest(rows: readonly SectionRow[]): SectionRow | undefined {
  return rows.reduce<SectionRow | undefined>(
    (best, row) => (best && best.occupancy >= row.occupancy ? best : row),
    undefined,
  );
}

/**
 * A timetable in a few sentences: trains a day, how long they wait, the fullest section of all and of the main journey.
 *
 * @param timetable - what was planned
 * @param names - of what it speaks of
 * @param way - sections that the main journey uses
 */
export function capacityText(timetable: TimetableRecord, names: Names, way: readonly SectionRow[]): Markup {
  const count = rowsOf(timetable.trains);
  const refused = refusedCount(timetable);
  const longer = 100 * (timetable.extension.value - 1);
  const { binding } = timetable;
  const row = binding ? sectionRows(timetable, names).find(({ id }) => id === binding.section) : undefined;
  const own = fullest(way);
  const isElsewhere = own !== undefined && own.id !== row?.id;
  return html`${decimal(count)} ${count === 1 ? 'train' : 'trains'} a day fit together${refused > 0 ? html`, ${decimal(refused)} of those wanted do not` : ''}; every day is alike. Waiting makes their journeys ${longer < 0.05 ? 'no longer' : html`${decimal(longer, 1)} % longer`} than those of the same trains alone on the line.${
    row
      ? html` The fullest section is <strong>${row.name}</strong> (${names.lines[row.line]?.name ?? row.line}): ${occupied(row)}, where UIC 406 recommends ${decimal(100 * row.limit)} % at most.`
      : ''
  }${isElsewhere ? html` On the way of the main journey it is <strong>${own.name}</strong> (${names.lines[own.line]?.name ?? own.line}): ${occupied(own)}.` : ''}`;
}

function occupied({ trains, occupancy }: SectionRow): string {
  return `${decimal(trains)} trains occupy it for ${decimal(100 * occupancy)} % of the day`;
}

/** How many more trains fit on each leg of the main journey, and what refuses the next. */
export function saturationList({ saturations }: TimetableRecord, names: Names): Markup {
  if (saturations.length === 0) return html``;
  const name = (service: string) => names.services[service]?.name ?? service;
  return html`<p>Room for more trains on the legs of the main journey, each looked at by itself, both ways in turn, at any time of the day:</p>
<ul>${saturations.map(({ services, added, refused }) => {
    const more = added.value === 0 ? 'no more train' : `${decimal(added.value)} more`;
    const next = refused
      ? `; the next, ${name(refused.service)}, is refused${refused.section ? ` at ${sectionName(refused.section, names)}` : ''}: ${refused.reason}`
      : '; then the search ended';
    return html`<li>${services.map(name).join(' and ')}: <strong>${more}</strong>${next}.</li>`;
  })}</ul>`;
}
