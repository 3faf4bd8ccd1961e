import type { JourneyRecord, OptionAssessment } from '@throughline/engine';
import { drawsText } from '../draws-text.ts';
import type { Edition } from '../edition.ts';
import { type Content, html, type Markup } from '../html.ts';
import { lopsidedNote } from '../lopsided.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';
import type { Place, Told } from './told.ts';

/** The main journey part by part, the others in a line each, their parts folded. */
export function journeysPart({ assessment }: Edition, told: Told, here: Place, { journeys }: OptionAssessment): Markup {
  const { main_journey } = assessment.corridor;
  const main = main_journey ? journeys[main_journey] : undefined;
  const rest = Object.fromEntries(Object.entries(journeys).filter(([id]) => id !== main_journey));
  const { fresh, before } = told.sort(rest, here);
  const others = Object.values(fresh);
  return html`<h4>Journeys</h4>
${main ? partsTable(main) : ''}
${
  others.length > 0
    ? html`${summary(others)}
<details class="stays-closed"><summary>${others.length === 1 ? 'This journey' : 'These journeys'} part by part</summary>${others.map(partsTable)}</details>`
    : ''
}
${before}
${lopsidedNote([...(main ? [main] : []), ...others].flatMap(figuresOf))}`;
}

function figuresOf({ total, running, border, layover, parts }: JourneyRecord) {
  return [
    total,
    running,
    border,
    layover,
    ...parts.flatMap(({ time, steps }) => [time, ...steps.map((step) => step.time)]),
  ];
}

function summary(journeys: readonly JourneyRecord[]): Markup {
  return table(
    [
      { head: 'Journey' },
      { head: 'Running', isNumber: true },
      { head: 'Border', isNumber: true },
      { head: 'Layover', isNumber: true },
      { head: 'Whole journey', isNumber: true },
    ],
    journeys.map((journey) => [
      journey.name,
      quantity(journey.running),
      quantity(orNone(journey.border)),
      quantity(orNone(journey.layover)),
      journey.total ? quantity(journey.total) : 'does not arrive',
    ]),
    { caption: 'Other journeys', stacks: true },
  );
}

function partsTable(journey: JourneyRecord): Markup {
  const parts = journey.parts.flatMap((part): Content[][] => [
    [
      html`${part.label}${part.how ? html`, ${part.how}` : ''}`,
      part.what,
      part.time ? quantity(part.time) : 'does not arrive',
    ],
    ...part.steps.map((step) => [html`<span class="step">${step.label}</span>`, '', quantity(step.time)]),
  ]);
  const total = (label: string, time: JourneyRecord['total']): Content[] => [label, '', quantity(time)];
  const { published } = journey;
  return html`${table(
    [{ head: 'Part' }, { head: 'Kind' }, { head: 'Time', isNumber: true }],
    [
      ...parts,
      total('Running together', journey.running),
      total('Border together', journey.border),
      ...(journey.layover && journey.layover.value > 0 ? [total('Layover together', journey.layover)] : []),
      [
        html`<strong>Whole journey</strong>`,
        '',
        journey.total ? html`<strong>${quantity(journey.total)}</strong>` : 'does not arrive',
      ],
    ],
    { caption: journey.name },
  )}
<p class="note">${sentence(drawsText(journey))}${
    published
      ? html` Published for comparison: ${published.time ? quantity(published.time) : ''} ${published.compare}`
      : ''
  }</p>`;
}

const orNone = (time: JourneyRecord['total']) => (time && time.value > 0 ? time : null);
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
