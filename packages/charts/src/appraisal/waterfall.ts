import { type ChartFigure, wide } from '../chart-figure.ts';
import { decimal } from '../text/numbers.ts';
import { digitsOf, scaleOf, segmentRows } from './segment-rows.ts';

/** A step of a waterfall; the last is what all steps come to. */
export interface WaterfallStep {
  readonly label: string;
  readonly value: number;
}

/**
 * A waterfall: each step begins where the one before ended; the last row is the sum.
 *
 * @param of - id, title, unit, the steps and the name of their sum
 *
 * @example
 * ```ts
 * const steps = [{ label: 'Railways', value: -40 }, { label: 'Shippers', value: 55 }];
 * waterfall({ id: 'groups', title: 'Who gains', unit: 'MUSD', steps, sum: 'Society' });
 * ```
 */
export function waterfall(of: {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly steps: readonly WaterfallStep[];
  readonly sum: string;
}): ChartFigure {
  const { id, title, unit, steps, sum } = of;
  const ends: number[] = [];
  for (const { value } of steps) ends.push((ends.at(-1) ?? 0) + value);
  const total = ends.at(-1) ?? 0;
  const domain = scaleOf(ends);
  const told = (value: number) => decimal(value, digitsOf(domain));
  const rows = [
    ...steps.map(({ label, value }, index) => ({
      label,
      text: told(value),
      segments: [{ from: ends[index - 1] ?? 0, to: ends[index] ?? 0, colour: value < 0 ? 'vermilion' : 'green' }],
    })),
    { label: sum, text: told(total), segments: [{ from: 0, to: total, colour: 'blue' }] },
  ];
  return {
    id,
    title,
    unit,
    table: {
      columns: [
        { label: 'Step', unit: null },
        { label: 'Value', unit, digits: 1 },
      ],
      rows: [...steps.map(({ label, value }) => [label, value]), [sum, total]],
    },
    draw: (document, { width } = { width: wide }) =>
      segmentRows(
        document,
        {
          title,
          rows,
          domain,
          legend: [
            { label: 'gain', colour: 'green' },
            { label: 'loss', colour: 'vermilion' },
            { label: 'sum', colour: 'blue' },
          ],
        },
        width,
      ),
  };
}
