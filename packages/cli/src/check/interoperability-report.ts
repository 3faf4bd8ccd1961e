import type { Comparison } from '@throughline/engine/corridor';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { InspectedOption } from './inspect.ts';

/** One attribute at one border, as the first option has it, and the options in which it no longer stops anything. */
export interface Obstacle extends Comparison {
  readonly removed_by: readonly string[];
}

/**
 * The attributes that stop a train at a border under at least one option.
 *
 * @param options - the options, first the one that changes least
 * @param border - id of the border
 */
export function obstaclesAt(options: readonly InspectedOption[], border: string): Obstacle[] {
  const found = new Map<string, Obstacle>();
  const fitting = new Map<string, string[]>();
  for (const { id, borders } of options) {
    for (const comparison of borders.find((own) => own.border === border)?.comparisons ?? []) {
      const { attribute, finding } = comparison;
      if (finding === 'fits') fitting.set(attribute, [...(fitting.get(attribute) ?? []), id]);
      else if (!found.has(attribute)) found.set(attribute, { ...comparison, removed_by: [] });
    }
  }
  return [...found.values()].map((obstacle) => ({ ...obstacle, removed_by: fitting.get(obstacle.attribute) ?? [] }));
}

/**
 * The interoperability of a corridor: for each border what stops a train, which works remove it and which options do,
 * and for each option what is left and which transfer follows.
 *
 * @param options - the options under one scenario
 * @param style - marks headings
 */
export function interoperabilityLines(options: readonly InspectedOption[], style: Style): string[] {
  const borders = new Map(options.flatMap(({ borderNames }) => Object.entries(borderNames)));
  return [...borders].flatMap(([id, name]) => {
    const obstacles = obstaclesAt(options, id);
    return [
      '',
      style('bold', `Border ${name}: what stops a train`),
      ...obstacleTable(obstacles, options),
      '',
      ...optionTable(options, id),
    ];
  });
}

function obstacleTable(obstacles: readonly Obstacle[], options: readonly InspectedOption[]): string[] {
  if (obstacles.length === 0) return ['  nothing: both railways fit'];
  const countries = Object.assign({}, ...options.map((option) => option.countries)) as Record<string, string>;
  const sides = [...new Set(obstacles.flatMap((obstacle) => Object.keys(obstacle.sides)))];
  const rows = obstacles.map(({ attribute, sides: own, stops, finding, removed_by }) => [
    attribute,
    ...sides.map((side) => own[side] ?? '–'),
    finding === 'unknown' ? 'not known' : stops,
    removed_by.join(', ') || 'none',
  ]);
  const titles = ['attribute', ...sides.map((side) => countries[side] ?? side), 'stops', 'fits under option'];
  return [
    ...table(
      titles.map((title) => ({ title })),
      rows,
      2,
    ),
    '',
    '  Works that remove it',
    ...table(
      [{ title: 'attribute' }, { title: 'works' }],
      obstacles.map(({ attribute, works }) => [attribute, works]),
      2,
    ),
  ];
}

function optionTable(options: readonly InspectedOption[], border: string): string[] {
  const rows = options.flatMap(({ id, borders }) => {
    const own = borders.find((candidate) => candidate.border === border);
    if (!own) return [];
    const left = own.comparisons.filter(({ finding }) => finding !== 'fits');
    const how = (kinds: readonly string[]) => kinds.join(' or ');
    const remaining = left.map(({ attribute, finding }) => (finding === 'unknown' ? `${attribute}?` : attribute));
    return [[id, how(own.freight), how(own.passenger), remaining.join(', ') || 'nothing']];
  });
  return table(
    [{ title: 'option' }, { title: 'freight' }, { title: 'passengers' }, { title: 'still differs' }],
    rows,
    2,
  );
}
