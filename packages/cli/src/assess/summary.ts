import type { Assessment, JourneyRecord, OptionAssessment } from '@throughline/engine';
import { hours } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import { worthLines } from './worth-lines.ts';

/**
 * The summary of an assessment: for each option the main journey from end to end with the border apart, what happens
 * at the border, what it comes to, and everything that did not work out.
 *
 * @param assessment - what was found
 * @param style - marks headings
 */
export function summaryLines(assessment: Assessment, style: Style): string[] {
  const { corridor, made_by, options } = assessment;
  const main = corridor.main_journey ?? Object.keys(Object.values(options)[0]?.journeys ?? {})[0];
  const scenario = made_by.scenario_title === null ? '' : ` Scenario: ${made_by.scenario_title}.`;
  return [
    style('bold', corridor.title),
    `${corridor.question}${scenario}`,
    '',
    ...(main === undefined ? ['The corridor names no journey.'] : journeyTable(assessment, main)),
    ...worthLines(assessment),
    ...outcomes(options, style),
  ];
}

function journeyTable({ options, made_by }: Assessment, main: string): string[] {
  const rows = Object.entries(options).map(([id, option]) => {
    const journey = option.journeys[main];
    return [
      id,
      String(option.year.value),
      hours(journey?.total ?? null),
      journey?.running ? hours({ value: journey.running.value }) : '–',
      hours(journey?.border ?? null),
      journey ? atBorders(journey) : 'no such journey',
      option.same_as.join(', '),
    ];
  });
  const name = Object.values(options).find((option) => option.journeys[main])?.journeys[main]?.name ?? main;
  const same = rows.some((row) => row[6] !== '') ? [{ title: 'same results as' }] : [];
  const ranges = made_by.draws > 1 ? `; in brackets the 10th to 90th percentile of ${made_by.draws} draws` : '';
  return [
    `${name}${ranges}`,
    ...table(
      [
        { title: 'option' },
        { title: 'year' },
        { title: 'end to end' },
        { title: 'running' },
        { title: 'border' },
        { title: 'at the border' },
        ...same,
      ],
      rows,
    ),
  ];
}

function atBorders({ parts }: JourneyRecord): string {
  const how = parts.flatMap((part) => (part.what === 'border' && part.how !== null ? [part.how] : []));
  return how.join(', then ') || 'no border crossed';
}

/** Named outcomes: trains that do not arrive, and draws in which a journey does not, each with its options. */
function outcomes(options: Readonly<Record<string, OptionAssessment>>, style: Style): string[] {
  const under = new Map<string, string[]>();
  for (const [id, { services, journeys }] of Object.entries(options)) {
    const sentences = [
      ...Object.entries(services).flatMap(([service, { outcome }]) =>
        outcome.kind === 'run' ? [] : [`${service}: ${outcome.message}`],
      ),
      ...Object.entries(journeys).flatMap(([journey, { draws }]) =>
        unfinished(draws).map((what) => `${journey}: ${what}`),
      ),
    ];
    for (const sentence of sentences) under.set(sentence, [...(under.get(sentence) ?? []), id]);
  }
  if (under.size === 0) return [];
  const all = Object.keys(options).length;
  const where = (ids: readonly string[]) => (ids.length === all ? 'every option' : ids.join(', '));
  return [
    '',
    style('yellow', 'What did not work out'),
    ...[...under].map(([what, ids]) => `  ${what} (${where(ids)})`),
  ];
}

function unfinished(draws: JourneyRecord['draws']): string[] {
  const [names, counts] = draws.columns;
  return (names?.values ?? []).flatMap((name, i) =>
    name === 'arrives' ? [] : [`${counts?.values[i]} draws end in \`${name}\`.`],
  );
}
