import { energyBars } from '@throughline/charts';
import type { JourneyRecord, OptionAssessment, ServiceRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { html, type Markup } from '../html.ts';
import { optionLinks } from '../links.ts';
import { quantity } from '../marks.ts';
import { demandPart } from './demand.ts';
import { journeysPart } from './journeys.ts';
import { operationsPart } from './operations.ts';
import { RunDiagrams } from './run-diagrams.ts';
import { serviceTable, stoppedServices } from './services.ts';
import { ToldTimetables, timetablePart } from './timetable.ts';
import { Told } from './told.ts';

type Services = Readonly<Record<string, ServiceRecord>>;

/** The options one by one: journeys with their parts, services, diagrams, timetable. What one told, the next only points to. */
export function optionsChapter(edition: Edition): Markup {
  const memory = {
    diagrams: new RunDiagrams(edition),
    services: new Told(),
    journeys: new Told(),
    timetables: new ToldTimetables(),
  };
  return html`<section aria-labelledby="options">
<h2 id="options">The options</h2>
${edition.options.map(([id, option], index) => {
  const repeats = edition.options.slice(0, index).some(([other]) => option.same_as.includes(other));
  return html`${head(edition, id, option)}${repeats ? '' : results(edition, memory, id, option)}`;
})}
</section>`;
}

function head({ assessment }: Edition, id: string, option: OptionAssessment): Markup {
  return html`<h3 id="${anchor('option', id)}">${option.title}</h3>
<p>${option.summary}</p>
<dl class="facts">
${option.opens ? html`<div><dt>Opens</dt><dd>${quantity(option.opens)}</dd></div>` : ''}
<div><dt>Year looked at</dt><dd>${quantity(option.year)}</dd></div>
</dl>
${option.same_as.length > 0 ? html`<div class="call"><p>In everything computed so far, this option gives the same results as ${optionLinks(assessment, option.same_as)}. What it changes is not yet part of a computation, or changes nothing.</p></div>` : ''}`;
}

interface Memory {
  readonly diagrams: RunDiagrams;
  readonly services: Told;
  readonly journeys: Told;
  readonly timetables: ToldTimetables;
}

function results(edition: Edition, memory: Memory, id: string, option: OptionAssessment): Markup {
  const main = new Set(legsOf(option.journeys[edition.assessment.corridor.main_journey ?? '']));
  const entries = Object.entries(option.services);
  const first: Services = Object.fromEntries(entries.filter(([service]) => main.has(service)));
  const rest: Services = Object.fromEntries(entries.filter(([service]) => !main.has(service)));
  const here = { id: anchor('option', id), title: option.title };
  memory.services.sort(first, here);
  const others = memory.services.sort(rest, here);
  return html`${journeysPart(edition, memory.journeys, id, option)}
<h4>Services</h4>
${Object.keys(first).length > 0 ? mainServices(edition, memory, id, option, first) : ''}
${stoppedServices({ ...first, ...others.fresh })}
${Object.keys(others.fresh).length > 0 ? otherServices(edition, memory, id, option, others.fresh) : ''}
${others.before}
${timetablePart(edition, memory.timetables, id, option)}
${operationsPart(edition, memory.timetables, id, option)}
${demandPart(edition, id, option)}`;
}

function mainServices(
  { document }: Edition,
  { diagrams }: Memory,
  id: string,
  option: OptionAssessment,
  services: Services,
) {
  return html`${serviceTable(services, 'Services of the main journey, one train of each alone on the line')}
${figureBlock(document, energyBars(anchor('energy', id), `Energy of one train, ${option.title}`, services))}
${diagrams.inFull(id, option, services)}`;
}

function otherServices(
  { document }: Edition,
  { diagrams }: Memory,
  id: string,
  option: OptionAssessment,
  services: Services,
) {
  const count = Object.keys(services).length;
  const energy = energyBars(anchor('other-energy', id), `Energy of one train, ${option.title}`, services);
  return html`<details class="stays-closed"><summary>${count} other ${count === 1 ? 'service' : 'services'}: times, energy, diagrams</summary>
${serviceTable(services, 'Other services, one train of each alone on the line', false)}
${figureBlock(document, energy, { fitsPhones: false })}
${diagrams.inShort(id, option, services)}</details>`;
}

function legsOf(journey: JourneyRecord | undefined): string[] {
  return (journey?.parts ?? []).filter(({ what }) => what === 'run').map((part) => part.id);
}
