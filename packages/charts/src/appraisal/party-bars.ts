import { type ChartFigure, wide } from '../chart-figure.ts';
import { decimal } from '../text/numbers.ts';
import { digitsOf, scaleOf, segmentRows } from './segment-rows.ts';

/** What a plan gives, by kind of money. */
export interface GivenMoney {
  readonly label: string;
  /** Gift in grants and loans; below 0 where the money costs more than the discount rate. */
  readonly gift: number;
  /** What has to be paid back, at its worth. */
  readonly lent: number;
}

/**
 * Grant against loan by party: of what each gives, the gift and what has to be paid back.
 *
 * @param of - id, title, unit and what each party gives
 *
 * @example
 * ```ts
 * partyBars({ id: 'gifts', title: 'Gift and loan', unit: 'MUSD', given: [{ label: 'Bank', gift: 15, lent: 85 }] });
 * ```
 */
export function partyBars(of: {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly given: readonly GivenMoney[];
}): ChartFigure {
  const { id, title, unit, given } = of;
  const domain = scaleOf(given.flatMap(({ gift, lent }) => [gift, Math.max(0, gift) + lent]));
  const told = (value: number) => decimal(value, digitsOf(domain));
  const rows = given.map(({ label, gift, lent }) => ({
    label,
    text:
      gift < 0
        ? `costs ${told(-gift)} beyond the discount rate, ${told(lent)} to be paid back`
        : `${told(gift)} given, ${told(lent)} to be paid back`,
    segments: [
      { from: 0, to: gift, colour: gift < 0 ? 'vermilion' : 'green' },
      { from: Math.max(0, gift), to: Math.max(0, gift) + lent, colour: 'sand' },
    ],
  }));
  return {
    id,
    title,
    unit,
    table: {
      columns: [
        { label: 'Who', unit: null },
        { label: 'Gift', unit, digits: 1 },
        { label: 'To be paid back', unit, digits: 1 },
      ],
      rows: given.map(({ label, gift, lent }) => [label, gift, lent]),
    },
    draw: (document, { width } = { width: wide }) =>
      segmentRows(
        document,
        {
          title,
          rows,
          domain,
          legend: [
            { label: 'gift', colour: 'green' },
            ...(given.some(({ gift }) => gift < 0)
              ? [{ label: 'dearer than the discount rate', colour: 'vermilion' }]
              : []),
            { label: 'to be paid back', colour: 'sand' },
          ],
        },
        width,
      ),
  };
}
