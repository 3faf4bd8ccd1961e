import { bindingSection } from '@throughline/engine';
import { percent } from '../terminal/quantities.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { Found } from './found.ts';
import { sectionName } from './section-name.ts';

/**
 * How full the sections are, line by line, the fullest marked, and how many more trains of the main journey fit.
 *
 * @param found - with sections and saturations
 * @param style - marks headings
 */
export function capacityLines(found: Found, style: Style): string[] {
  const { model, plan, sections } = found;
  const binding = bindingSection(sections);
  const lineOf = new Map(plan.sections.map(({ id, line }) => [id, line]));
  const lines = [...new Set(sections.map(({ section }) => lineOf.get(section) ?? ''))];
  const number = (value: number | null) => (value === null ? '–' : value.toFixed(1));
  const tables = lines.flatMap((line) => [
    '',
    style('bold', `${model.lines[line]!.name} (${line})`),
    ...table(
      [
        { title: 'section' },
        { title: 'trains', align: 'right' },
        { title: 'occupied', align: 'right' },
        { title: 'limit', align: 'right' },
        { title: 'pairs', align: 'right' },
        { title: 'Scott', align: 'right' },
        { title: '' },
      ],
      sections
        .filter(({ section }) => lineOf.get(section) === line)
        .map((capacity) => [
          sectionName(model, capacity.section),
          String(capacity.trainsPerDay),
          percent(capacity.occupancyRate),
          percent(capacity.limit),
          number(capacity.pairsPerDay),
          number(capacity.scottTrainsPerDay),
          capacity === binding ? '◀ fullest' : '',
        ]),
    ),
  ]);
  const legend =
    'Occupied: share of 24 hours, compressed by UIC 406. Pairs a day of a parallel diagram; Scott: trains a day, both ways.';
  return [...tables, ...(sections.length > 0 ? ['', legend] : []), '', ...saturationLines(found, style)];
}

function saturationLines({ model, saturations }: Found, style: Style): string[] {
  const lines = saturations.map(({ services, added, refused }) => {
    const next = refused
      ? `; the next ${refused.service} is refused${refused.section ? ` at ${sectionName(model, refused.section)}` : ''}: ${refused.reason}`
      : '; the search ended there';
    return `  ${added} more of ${services.join(' and ')}${next}`;
  });
  return [
    style('bold', 'Room for more trains of the main journey'),
    ...(lines.length > 0 ? lines : ['  The corridor names no main journey with services that run on demand.']),
  ];
}
