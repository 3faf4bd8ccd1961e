import { journeyBars } from '@throughline/charts';
import type { BorderRecord, JourneyRecord, OptionAssessment } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import { drawsText } from '../draws-text.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

/** The first page: the question, the corridor in a paragraph, and the options side by side. */
export function opening(edition: Edition): Markup {
  const { assessment, document, options } = edition;
  const { corridor, made_by } = assessment;
  const journey = corridor.main_journey;
  const name = options.flatMap(([, option]) => (journey ? (option.journeys[journey]?.name ?? []) : []))[0];
  return html`<section class="opening" aria-labelledby="title">
<p class="kicker">Throughline dossier</p>
<h1 id="title">${corridor.title}</h1>
<p class="question">${corridor.question}</p>
<p class="lead">${corridor.summary}</p>
<dl class="facts">
<div><dt>Base year</dt><dd>${quantity(corridor.base_year)}</dd></div>
<div><dt>Options</dt><dd>${options.length}</dd></div>
<div><dt>Draws</dt><dd>${made_by.draws}</dd></div>
${made_by.scenario ? html`<div><dt>Scenario</dt><dd>${made_by.scenario_title ?? made_by.scenario}</dd></div>` : ''}
</dl>
<h3 id="options-compared">The options side by side</h3>
${name ? html`<p>Times are for the main journey, <strong>${name}</strong>, each train alone on its line. Where a range stands in brackets, four draws in five lie within it.</p>` : ''}
${comparison(edition)}
${journey ? figureBlock(document, journeyBars(assessment, journey)) : ''}
</section>`;
}

function comparison({ assessment: { corridor }, options }: Edition): Markup {
  const { main_journey, main_border } = corridor;
  const rows = options.map(([id, option]): Content[] => {
    const journey = main_journey ? option.journeys[main_journey] : undefined;
    const border = main_border ? option.borders[main_border] : undefined;
    return [
      html`<a href="#${anchor('option', id)}">${option.title}</a>`,
      journey?.total ? quantity(journey.total) : 'does not arrive',
      journey?.running ? quantity(journey.running) : '–',
      journey?.border ? quantity(journey.border) : '–',
      border ? obstacles(border) : '–',
      outcomes(option, journey),
    ];
  });
  const columns = [
    { head: 'Option' },
    { head: 'Whole journey' },
    { head: 'Running' },
    { head: 'Border' },
    { head: 'What stops a train at the border' },
    { head: 'Outcome' },
  ];
  return table(columns, rows, { caption: 'Options side by side', hidesCaption: true, stacks: true });
}

/** What still stops a wagon or a locomotive at a border. */
function obstacles({ comparisons, freight }: BorderRecord): string {
  const stopping = comparisons.filter(({ finding, stops }) => finding === 'differs' && stops !== 'limits');
  const names = stopping.map(({ attribute }) => attribute).join(', ');
  const how = freight.length > 0 ? `; goods by ${freight.join(' or ')}` : '';
  return (names ? names : 'nothing known') + how;
}

function outcomes(option: OptionAssessment, journey: JourneyRecord | undefined): string {
  const found: string[] = [];
  if (option.same_as.length > 0) found.push('changes nothing computed so far');
  if (journey) found.push(drawsText(journey));
  const stopped = Object.values(option.services).filter(({ outcome }) => outcome.kind !== 'run').length;
  if (stopped > 0) found.push(`${stopped} ${stopped === 1 ? 'service does' : 'services do'} not run`);
  return found.join('; ');
}
