import { bindingSection, type SectionCapacity } from '@throughline/engine';
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
        { title: 'parallel', align: 'right' },
        { title: 'goods', align: 'right' },
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
          ...deducted(capacity),
          number(capacity.scottTrainsPerDay),
          capacity === binding ? '◀ fullest' : '',
        ]),
    ),
  ]);
  const legend = [
    'Occupied: share of 24 hours, compressed by UIC 406. By the Chinese method, in pairs a day (p) on single track and in',
    'trains a day one way (t) on double track: parallel diagram of goods trains; goods trains left beside the others.',
    'Scott: trains a day, both ways.',
  ];
  return [
    ...tables,
    ...(sections.length > 0 ? ['', ...legend] : []),
    ...deductionLines(found),
    ...publishedLines(found, style),
    '',
    ...saturationLines(found, style),
  ];
}

/** Parallel diagram and goods trains left, each with its unit. */
function deducted({ deduction }: SectionCapacity): [string, string] {
  if (deduction.kind === 'none') return ['–', '–'];
  const unit = deduction.unit === 'pairs' ? 'p' : 't';
  return [`${deduction.parallel.toFixed(1)} ${unit}`, `${deduction.reportedFreight} ${unit}`];
}

/** Which trains displace how many others, and where the method gives no number. */
function deductionLines({ model, sections }: Found): string[] {
  const coefficients = new Set<string>();
  const reasons = new Map<string, number>();
  for (const { deduction } of sections) {
    if (deduction.kind === 'none') reasons.set(deduction.reason, (reasons.get(deduction.reason) ?? 0) + 1);
    else
      for (const { kind, coefficient } of deduction.deducted)
        coefficients.add(
          `${model.train_types[kind]!.name} ${coefficient}${deduction.unit === 'pairs' ? '' : ' on double track'}`,
        );
  }
  return [
    ...(coefficients.size > 0 ? [`Deduction coefficients: ${[...coefficients].join('; ')}.`] : []),
    ...[...reasons].map(
      ([reason, count]) => `No number on ${count} ${count === 1 ? 'section' : 'sections'}: ${reason}.`,
    ),
  ];
}

/** Published capacities beside the computed ones; all in pairs. */
function publishedLines({ model, published }: Found, style: Style): string[] {
  if (published.length === 0) return [];
  const pairs = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));
  return [
    '',
    style('bold', 'Published capacities, in pairs a day, beside the scarcest section of each part'),
    ...table(
      [
        { title: 'part' },
        { title: 'published', align: 'right' },
        { title: 'parallel', align: 'right' },
        { title: 'goods', align: 'right' },
        { title: 'trains planned', align: 'right' },
        { title: 'scarcest section' },
      ],
      published.map(({ from, to, section, ...numbers }) => [
        `${model.stations[from]!.name} – ${model.stations[to]!.name}`,
        pairs(numbers.publishedPairsPerDay, 0),
        pairs(numbers.parallelPairsPerDay, 1),
        pairs(numbers.freightPairsPerDay, 1),
        String(numbers.trainsPerDay),
        section === null ? '–' : sectionName(model, section),
      ]),
    ),
  ];
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
