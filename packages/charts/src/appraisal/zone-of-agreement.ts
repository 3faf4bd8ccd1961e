import { type ChartFigure, wide } from '../chart-figure.ts';
import { decimal } from '../text/numbers.ts';
import { segmentRows } from './segment-rows.ts';

/** Which parts of a cost two parties would accept, 0 to 1 of the first. */
export interface AcceptedParts {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly even: number;
  readonly agree: boolean;
}

/**
 * The zone of agreement by option: on the scale from nothing to everything, what the first party would bear at most and
 * what the second wants it to bear at least. Where the two overlap lies the deal.
 *
 * @param of - id, title, names of the two parties and the parts they accept
 *
 * @example
 * ```ts
 * const parts = [{ label: 'New line', low: 0.5, high: 0.8, even: 0.65, agree: true }];
 * zoneOfAgreement({ id: 'zone', title: 'Where the deal lies', first: 'East', second: 'West', parts });
 * ```
 */
export function zoneOfAgreement(of: {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  readonly second: string;
  readonly parts: readonly AcceptedParts[];
}): ChartFigure {
  const { id, title, first, second, parts } = of;
  const percent = (part: number) => `${decimal(100 * part)} %`;
  const rows = parts.map(({ label, low, high, even, agree }) => ({
    label,
    text: agree
      ? `both accept ${percent(low)} to ${percent(high)}, even at ${percent(even)}`
      : `${first} at most ${percent(high)}, ${second} wants at least ${percent(low)}`,
    segments: agree
      ? [{ from: low, to: high, colour: 'green' }]
      : [
          { from: 0, to: Math.max(0, high), colour: 'blue' },
          { from: low, to: 1, colour: 'sand' },
        ],
    ticks: agree ? [even] : [],
  }));
  return {
    id,
    title,
    unit: '% of the cost',
    caption: `Part of the capital cost that ${first} would bear; the rest is borne by ${second}. Below 0 % or above 100 % a party loses even if the other pays for everything.`,
    table: {
      columns: [
        { label: 'Option', unit: null },
        { label: `${second} wants at least`, unit: '%', digits: 1 },
        { label: `${first} bears at most`, unit: '%', digits: 1 },
        { label: 'Both agree', unit: null },
      ],
      rows: parts.map(({ label, low, high, agree }) => [label, 100 * low, 100 * high, agree ? 'yes' : 'no']),
    },
    draw: (document, { width } = { width: wide }) =>
      segmentRows(
        document,
        {
          title,
          rows,
          domain: [0, 1],
          scale: percent,
          legend: [
            { label: 'both accept', colour: 'green' },
            { label: `${first} would bear`, colour: 'blue' },
            { label: `${second} wants it to bear`, colour: 'sand' },
          ],
        },
        width,
      ),
  };
}
