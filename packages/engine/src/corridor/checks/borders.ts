import { chainageOf } from '../chainage.ts';
import type { CheckContext } from './context.ts';

/**
 * Borders: two sides, each reached by a line that has the border station.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkBorders(context); // a border with three approaches is now among `context.diagnostics.all`
 * ```
 */
export function checkBorders({ model, diagnostics, placeOf }: CheckContext): void {
  for (const [id, border] of Object.entries(model.borders)) {
    const path = `borders.${id}`;
    const sides = Object.keys(border.approaches);
    if (sides.length !== 2 || sides.some((side) => !border.countries.includes(side))) {
      diagnostics.error(
        `${path}.approaches`,
        placeOf(`${path}.approaches`),
        'A border has one approach for each of its two countries.',
        {
          found: sides.join(', ') || 'none',
          expected: border.countries.join(', '),
        },
      );
    }
    for (const [country, approach] of Object.entries(border.approaches)) {
      const line = model.lines[approach.line];
      if (line && chainageOf(line, { station: approach.at }) !== undefined) continue;
      diagnostics.error(
        `${path}.approaches.${country}.at`,
        placeOf(`${path}.approaches.${country}`),
        `Line ${approach.line} does not call at this station.`,
        {
          found: approach.at,
          expected: line ? `one of ${Object.keys(line.stations).join(', ')}` : 'a line that exists in this year',
        },
      );
    }
  }
}
