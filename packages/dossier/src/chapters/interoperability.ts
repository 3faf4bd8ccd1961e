import { interoperabilityMatrix, verdictOf } from '@throughline/charts';
import type { BorderRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import { goodsCrossing } from '../crossing.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { html, type Markup } from '../html.ts';
import { optionLinks } from '../links.ts';
import { table } from '../table.ts';

/** What stops a train at each border, which works remove each obstacle, and which options do. */
export function interoperabilityChapter(edition: Edition): Markup {
  const { main_border } = edition.assessment.corridor;
  const ids = [...new Set(edition.options.flatMap(([, option]) => Object.keys(option.borders)))];
  ids.sort((a, b) => Number(b === main_border) - Number(a === main_border) || (a < b ? -1 : 1));
  return html`<section aria-labelledby="what-stops-a-train">
<h2 id="what-stops-a-train">What stops a train</h2>
<p>Gauge is one of many things that part two railways. Some stop the wagons, so that goods or whole wagons must change; some stop only the locomotive and its driver; some let trains through but make them shorter, lighter or slower.</p>
${ids.map((id) => borderSection(edition, id))}
</section>`;
}

function borderSection(edition: Edition, id: string): Markup {
  const { assessment, document, options } = edition;
  const having = options.flatMap(([option, { borders }]) => (borders[id] ? [[option, borders[id]] as const] : []));
  const [first] = having;
  if (!first) return html``;
  const [firstOption, border] = first;
  const title = assessment.options[firstOption]?.title ?? firstOption;
  const countries = border.countries.map((country) => ({
    id: country,
    name: assessment.corridor.countries[country]?.name ?? country,
  }));
  return html`<h3 id="${anchor('border', id)}">${border.name}</h3>
${figureBlock(document, interoperabilityMatrix(assessment, id, anchor('border-matrix', id)))}
${table(
  [
    { head: 'Attribute' },
    ...countries.map(({ name }) => ({ head: name })),
    { head: 'For a train' },
    { head: 'Works that remove it' },
    { head: 'Removed by' },
  ],
  border.comparisons.map((comparison) => [
    comparison.attribute,
    ...countries.map((country) => comparison.sides[country.id] || 'not stated'),
    verdictOf(comparison),
    comparison.finding === 'fits' ? '–' : comparison.works,
    comparison.removed_by.length > 0
      ? optionLinks(assessment, comparison.removed_by)
      : comparison.finding === 'fits'
        ? '–'
        : 'no option',
  ]),
  { caption: `The two sides at ${border.name}, as in “${title}”`, stacks: true },
)}
${table(
  [{ head: 'Option' }, { head: 'Still differs' }, { head: 'Not known' }, { head: 'Goods' }, { head: 'Passengers' }],
  having.map(([option, record]) => [
    optionLinks(assessment, [option]),
    attributes(record, 'differs'),
    attributes(record, 'unknown'),
    goodsCrossing(assessment.options[option]!, id, assessment.corridor.main_journey),
    record.passenger.join(' or ') || '–',
  ]),
  { caption: 'What remains and what follows, by option', stacks: true },
)}`;
}

function attributes({ comparisons }: BorderRecord, finding: 'differs' | 'unknown'): string {
  const found = comparisons.filter((comparison) => comparison.finding === finding);
  return found.map(({ attribute }) => attribute).join(', ') || 'nothing';
}
