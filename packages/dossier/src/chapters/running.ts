import { energyBars } from '@throughline/charts';
import type { JourneyRecord, OptionAssessment, ServiceRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { optionFolds } from '../folds.ts';
import { html, type Markup } from '../html.ts';
import { journeysPart } from './journeys.ts';
import { RunDiagrams } from './run-diagrams.ts';
import { serviceTable, stoppedServices } from './services.ts';
import { timesByOption } from './times-by-option.ts';
import { Told } from './told.ts';

type Services = Readonly<Record<string, ServiceRecord>>;

/** How long trains take alone: options side by side, then journeys, services and diagrams of each. What one told, the next only points to. */
export function runningChapter(edition: Edition): Markup {
  const memory = { diagrams: new RunDiagrams(edition), services: new Told(), journeys: new Told() };
  return html`<section aria-labelledby="options-compared">
<h2 id="options-compared">How long it takes</h2>
${timesByOption(edition)}
${optionFolds(edition, 'running', (id, option) => results(edition, memory, id, option))}
</section>`;
}

interface Memory {
  readonly diagrams: RunDiagrams;
  readonly services: Told;
  readonly journeys: Told;
}

function results(edition: Edition, memory: Memory, id: string, option: OptionAssessment): Markup {
  const main = new Set(legsOf(option.journeys[edition.assessment.corridor.main_journey ?? '']));
  const entries = Object.entries(option.services);
  const first: Services = Object.fromEntries(entries.filter(([service]) => main.has(service)));
  const rest: Services = Object.fromEntries(entries.filter(([service]) => !main.has(service)));
  const here = { id: anchor('running', id), title: option.title };
  memory.services.sort(first, here);
  const others = memory.services.sort(rest, here);
  return html`${journeysPart(edition, memory.journeys, here, option)}
<h4>Services</h4>
${Object.keys(first).length > 0 ? mainServices(edition, memory, id, option, first) : ''}
${stoppedServices({ ...first, ...others.fresh })}
${Object.keys(others.fresh).length > 0 ? otherServices(edition, memory, id, option, others.fresh) : ''}
${others.before}`;
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
