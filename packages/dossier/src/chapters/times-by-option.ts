import { journeyBars } from '@throughline/charts';
import type { BorderRecord, JourneyRecord, OptionAssessment } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import { goodsCrossing } from '../crossing.ts';
import { drawsText } from '../draws-text.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { type Content, html, type Markup } from '../html.ts';
import { joined, optionLinks } from '../links.ts';
import { lopsidedNote } from '../lopsided.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

/** The main journey option by option, what stops its trains at the border, and which services do not run. */
export function timesByOption(edition: Edition): Markup {
  const { assessment, document, options } = edition;
  const journey = assessment.corridor.main_journey;
  const name = options.flatMap(([, option]) => (journey ? (option.journeys[journey]?.name ?? []) : []))[0];
  return html`${name ? html`<p>Times are for the main journey, <strong>${name}</strong>, each train alone on its line. Where a range stands in brackets, four draws in five lie within it.</p>` : ''}
${journey ? figureBlock(document, journeyBars(assessment, journey)) : ''}
${comparison(edition)}
${stopped(edition)}`;
}

function comparison({ assessment: { corridor }, options }: Edition): Markup {
  const { main_journey, main_border } = corridor;
  const outcomes = options.map(([, option]) => outcomeOf(option, main_journey));
  const tellsOutcome = outcomes.some((outcome) => outcome !== asExpected);
  const stops = options.map(([, option]) => (main_border ? obstacles(option.borders[main_border]) : '–'));
  const rows = options.map(([id, option], index): Content[] => {
    const journey = main_journey ? option.journeys[main_journey] : undefined;
    const first = stops.indexOf(stops[index] ?? '');
    return [
      html`<a href="#${anchor('running', id)}">${option.title}</a>`,
      journey?.total ? quantity(journey.total) : 'does not arrive',
      quantity(journey?.running),
      quantity(journey?.border),
      first < index && main_border ? `as ${options[first]?.[1].title}` : stops[index],
      main_border ? goodsCrossing(option, main_border, main_journey) : '–',
      ...(tellsOutcome ? [outcomes[index]] : []),
    ];
  });
  const heads = ['Option', 'Whole journey', 'Running', 'Border', 'What stops a train at the border', 'Goods cross by'];
  const columns = [...heads, ...(tellsOutcome ? ['Outcome'] : [])].map((head) => ({ head }));
  return html`${table(columns, rows, { caption: 'Options side by side', hidesCaption: true, stacks: true })}
${lopsidedNote(options.flatMap(([, { journeys }]) => timesOf(journeys[main_journey ?? ''])))}
${main_journey && !tellsOutcome ? html`<p class="note">In every option the main journey ${asExpected}.</p>` : ''}`;
}

function timesOf(journey: JourneyRecord | undefined) {
  return journey ? [journey.total, journey.running, journey.border] : [];
}

const asExpected = 'arrives in every draw';

function outcomeOf(option: OptionAssessment, journey: string | null): string {
  const record = journey ? option.journeys[journey] : undefined;
  const told = record ? drawsText(record) : 'no such journey';
  return option.same_as.length > 0 ? `${told}; changes nothing computed so far` : told;
}

/** What still stops a wagon or a locomotive at a border. */
function obstacles(border: BorderRecord | undefined): string {
  if (!border) return '–';
  const { comparisons } = border;
  const stopping = comparisons.filter(({ finding, stops }) => finding === 'differs' && stops !== 'limits');
  const unknown = comparisons.filter(({ finding, stops }) => finding === 'unknown' && stops !== 'limits');
  const names = stopping.map(({ attribute }) => attribute).join(', ') || 'nothing';
  return unknown.length > 0 ? `${names}; not known: ${unknown.map(({ attribute }) => attribute).join(', ')}` : names;
}

/** The services that do not run in some option, and where. */
function stopped({ options, assessment }: Edition): Markup {
  const found = new Map<string, { readonly name: string; readonly kind: string; readonly in: string[] }>();
  for (const [id, option] of options) {
    for (const [service, { name, outcome }] of Object.entries(option.services)) {
      if (outcome.kind === 'run') continue;
      const entry = found.get(`${service} ${outcome.kind}`) ?? {
        name,
        kind: outcome.kind.replaceAll('-', ' '),
        in: [],
      };
      entry.in.push(id);
      found.set(`${service} ${outcome.kind}`, entry);
    }
  }
  if (found.size === 0) return html``;
  return html`<p class="note">Services that do not run: ${joined(
    [...found.values()].map((entry) => {
      const where =
        entry.in.length === options.length ? 'in every option' : html`in ${optionLinks(assessment, entry.in)}`;
      return html`${entry.name} (${entry.kind}) ${where}`;
    }),
    '; ',
  )}.</p>`;
}
