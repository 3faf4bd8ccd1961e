import { fullestSections, lineGraph, rowsOf, sectionRows, type TimetableSetting } from '@throughline/charts';
import type { OptionAssessment, TimetableRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { html, type Markup } from '../html.ts';
import { joined } from '../links.ts';
import { refusedTable, sectionTables, serviceTimes, waitTable } from './timetable-tables.ts';
import { capacityText, saturationList } from './timetable-text.ts';
import { type Place, Told } from './told.ts';

/** Sections shown as bars; the table has all. */
const barCount = 12;
/** Part of the length of the main journey's lines below which a line is not drawn. */
const leastShare = 0.04;

/** What earlier options told of their timetables. */
export class ToldTimetables {
  readonly #places = new Map<string, Place>();
  readonly lines = new Told();
  readonly services = new Told();

  /** Where the same was told before; else remembers that it is told here. */
  before(what: unknown, here: Place): Place | undefined {
    const key = JSON.stringify(what, (name, value) => (name === 'rests_on' ? undefined : value));
    const place = this.#places.get(key);
    if (!place) this.#places.set(key, here);
    return place;
  }
}

/** The part of an option's chapter that tells which trains fit together, and how full the lines are. */
export function timetablePart(
  edition: Edition,
  told: ToldTimetables,
  id: string,
  { title, timetable, stations, lines, services, journeys }: OptionAssessment,
): Markup {
  if (!timetable) return html``;
  const heading = anchor('timetable', id);
  const before = told.before(timetable, { id: heading, title });
  const head = html`<h4 id="${heading}">Timetable and capacity</h4>`;
  if (before)
    return html`${head}<p class="note">The timetable is the same as in <a href="#${before.id}">${before.title}</a>.</p>`;
  const legs = legsOf(journeys[edition.assessment.corridor.main_journey ?? '']);
  const main = new Set([...legs, ...timetable.saturations.flatMap((saturation) => saturation.services)]);
  const setting = { stations, services, main };
  const used = [...new Set(legs.flatMap((leg) => services[leg]?.lines ?? []))];
  const names = { stations, lines, services };
  const here = { id: heading, title };
  return html`${head}
<p>${capacityText(timetable, names)}</p>
${saturationList(timetable, names)}
${refusedTable(timetable, names)}
${lineGraphs(edition, told, id, timetable, setting, used, lines, here)}
${bars(edition, told, id, timetable, setting, used, here)}
${waitTable(timetable)}
${sectionTables(timetable, names, told.lines, here)}
${serviceTimes(timetable, names, told.services, here)}`;
}

function legsOf(journey: OptionAssessment['journeys'][string] | undefined): string[] {
  return (journey?.parts ?? []).filter(({ what }) => what === 'run').map((part) => part.id);
}

/** Train graphs of the lines that the main journey uses; short links between them are left out. */
function lineGraphs(
  { document }: Edition,
  told: ToldTimetables,
  option: string,
  timetable: TimetableRecord,
  setting: TimetableSetting,
  used: readonly string[],
  lines: OptionAssessment['lines'],
  here: Place,
): Markup {
  const length = (line: string) => lines[line]?.length.value ?? 0;
  const total = used.reduce((sum, line) => sum + length(line), 0);
  const shown = used.flatMap((line) => {
    const graph = timetable.graphs[line];
    return graph && rowsOf(graph.points) > 0 && length(line) >= leastShare * total ? [{ line, graph }] : [];
  });
  const repeated: Markup[] = [];
  const drawn = shown.map(({ line, graph }) => {
    const id = anchor('graph', option, line);
    const name = lines[line]?.name ?? line;
    const figure = lineGraph(timetable, graph, setting, { id, title: name, namesTrains: false });
    const before = told.before([graph, figure.table], { id, title: `${name} in “${here.title}”` });
    if (before) {
      repeated.push(html`<a href="#figure-${before.id}">${before.title}</a>`);
      return '';
    }
    return figureBlock(document, figure, { fitsPhones: true, heading: `${name}: trains of a day` });
  });
  return html`${drawn}${repeated.length > 0 ? html`<p class="note">Trains run exactly as shown before: ${joined(repeated, '; ')}.</p>` : ''}`;
}

function bars(
  { document }: Edition,
  told: ToldTimetables,
  option: string,
  timetable: TimetableRecord,
  setting: TimetableSetting,
  used: readonly string[],
  here: Place,
): Markup {
  const rows = sectionRows(timetable, setting).filter(({ line }) => used.includes(line));
  if (rows.length === 0) return html``;
  rows.sort((a, b) => used.indexOf(a.line) - used.indexOf(b.line));
  const before = told.before(rows, here);
  if (before)
    return html`<p class="note">The lines of the main journey are as full as in <a href="#${before.id}">${before.title}</a>.</p>`;
  const title = `Occupancy of the ${Math.min(barCount, rows.length)} fullest of ${rows.length} sections of the main journey’s lines`;
  const figure = fullestSections(rows, { id: anchor('occupancy', option), title, count: barCount });
  return figureBlock(document, figure);
}
