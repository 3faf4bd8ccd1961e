import { fullestSections, lineGraph, mainSections, type SectionRow, type TimetableSetting } from '@throughline/charts';
import type { OptionAssessment, TimetableRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { optionFolds } from '../folds.ts';
import { html, type Markup } from '../html.ts';
import { joined } from '../links.ts';
import { capacityByOption } from './capacity-by-option.ts';
import { publishedTable } from './published-capacity.ts';
import { worksTable } from './small-works.ts';
import { refusedTable, sectionTables, serviceTimes, waitTable } from './timetable-tables.ts';
import { capacityText, mainLegs, mainServices, saturationList } from './timetable-text.ts';
import { type Place, Remembered, Told } from './told.ts';

/** Sections shown as bars; the table has all. */
const barCount = 12;
/** Part of the way of the main journey below which a line is not drawn. */
const leastShare = 0.04;

/** What earlier options told of their timetables. */
class ToldTimetables extends Remembered {
  readonly lines = new Told();
  readonly services = new Told();
}

/** Which trains fit together, and how full the lines are: options side by side, then each. Nothing where no timetable was made. */
export function timetableChapter(edition: Edition): Markup {
  if (edition.options.every(([, { timetable }]) => timetable === null)) return html``;
  const told = new ToldTimetables();
  return html`<section aria-labelledby="timetable">
<h2 id="timetable">Which trains fit together</h2>
${capacityByOption(edition)}
${optionFolds(edition, 'timetable', (id, option) => timetableOf(edition, told, id, option))}
</section>`;
}

function timetableOf(edition: Edition, told: ToldTimetables, id: string, option: OptionAssessment): Markup | null {
  const { title, timetable, stations, lines, services } = option;
  if (!timetable) return null;
  const here = { id: anchor('timetable', id), title };
  const before = told.before(timetable, here);
  if (before)
    return html`<p class="note">The timetable is the same as in <a href="#${before.id}">${before.title}</a>.</p>`;
  const { main_journey } = edition.assessment.corridor;
  const setting = { stations, services, main: mainServices(timetable, option, main_journey) };
  const order = mainLegs(option, main_journey).flatMap((leg) => services[leg]?.lines ?? []);
  const way = mainSections(timetable, setting).sort((a, b) => order.indexOf(a.line) - order.indexOf(b.line));
  const names = { stations, lines, services };
  return html`<p>${capacityText(timetable, names, way)}</p>
${saturationList(timetable, names)}
${worksTable(timetable, names)}
${publishedTable(timetable, names)}
${refusedTable(timetable, names)}
${lineGraphs(edition, told, id, timetable, setting, way, lines, here)}
${bars(edition, told, id, way, here)}
${waitTable(timetable)}
${sectionTables(timetable, names, told.lines, here)}
${serviceTimes(timetable, names, told.services, here)}`;
}

/** Train graphs of the lines that the main journey uses; short links between them are left out. */
function lineGraphs(
  { document }: Edition,
  told: ToldTimetables,
  option: string,
  timetable: TimetableRecord,
  setting: TimetableSetting,
  way: readonly SectionRow[],
  lines: OptionAssessment['lines'],
  here: Place,
): Markup {
  const length = (rows: readonly SectionRow[]) => rows.reduce((sum, row) => sum + row.length, 0);
  const shown = [...new Set(way.map(({ line }) => line))].flatMap((line) => {
    const graph = timetable.graphs[line];
    const own = way.filter((row) => row.line === line);
    return graph && length(own) >= leastShare * length(way) ? [{ line, graph }] : [];
  });
  const repeated: Markup[] = [];
  const drawn = shown.map(({ line, graph }) => {
    const id = anchor('graph', option, line);
    const name = lines[line]?.name ?? line;
    const figure = lineGraph(timetable, graph, setting, { id, title: name });
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
  way: readonly SectionRow[],
  here: Place,
): Markup {
  if (way.length === 0) return html``;
  const before = told.before(way, here);
  if (before)
    return html`<p class="note">The way of the main journey is as full as in <a href="#${before.id}">${before.title}</a>.</p>`;
  const all = way.length <= barCount;
  const title = `Occupancy of ${all ? 'the sections' : `the ${barCount} fullest of ${way.length} sections`} on the way of the main journey`;
  return figureBlock(document, fullestSections(way, { id: anchor('occupancy', option), title, count: barCount }));
}
