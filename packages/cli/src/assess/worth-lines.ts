import type { Assessment, Figure } from '@throughline/engine';
import { table } from '../terminal/table.ts';

/**
 * What each option comes to: goods by rail, cost, net present value with its range and chance, internal rate.
 *
 * @param assessment - what was found
 * @returns lines, or why nothing was appraised
 */
export function worthLines({ appraisal, options }: Assessment): string[] {
  const { without } = appraisal;
  if (without.economy !== null) return ['', `Not appraised: ${without.economy}.`];
  const year = middleYear(Object.values(options).flatMap(({ demand }) => Object.keys(demand?.answers ?? {})));
  const rows = Object.entries(options).flatMap(([id, { demand }]) => {
    const of = appraisal.options[id];
    const carried = demand?.answers[year]?.mass;
    if (!of && id !== appraisal.do_minimum) return [];
    return [
      [
        id,
        carried ? amount(carried, 1) : '–',
        of ? amount(of.capital, 0) : '–',
        of ? amount(of.value, 0) : 'compared with',
        of?.worth ? `${Math.round(100 * of.worth.value)} %` : '–',
        of?.internal_rate ?? '–',
      ],
    ];
  });
  if (Object.keys(appraisal.options).length === 0) return [];
  return [
    '',
    `Worth against ${options[appraisal.do_minimum ?? '']?.title ?? 'the do-minimum'}, by the rules of ${appraisal.convention ?? 'nobody'}`,
    ...table(
      [
        { title: 'option' },
        { title: `goods by rail in ${year}` },
        { title: 'building' },
        { title: 'net present value' },
        { title: 'worth it in' },
        { title: 'internal rate' },
      ],
      rows,
    ),
  ];
}

function middleYear(years: readonly string[]): string {
  const known = [...new Set(years)].sort();
  return known[Math.floor(known.length / 2)] ?? '';
}

function amount({ value, low, high, unit }: Figure, digits: number): string {
  const range = low === undefined || high === undefined ? '' : ` (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
  return `${value.toFixed(digits)} ${unit}${range}`;
}
