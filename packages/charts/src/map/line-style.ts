import type { LineRecord } from '@throughline/engine';
import { colour } from '../palette.ts';

/** How a line is drawn: colour by gauge, dash by status, cross ticks under wire. */
export interface LineStyle {
  readonly stroke: string;
  readonly width: number;
  readonly dash: string | undefined;
  readonly isElectrified: boolean;
}

/** Gauges named in words, in millimetres, smallest first. */
export function gaugesOf({ gauges }: Pick<LineRecord, 'gauges'>): number[] {
  return [...new Set([...gauges.matchAll(/\d{3,4}/g)].map(([number]) => Number(number)))].sort((a, b) => a - b);
}

/**
 * Style of a line. Narrow gauge is vermilion and thin, standard blue, broad green, more than one plum and wide.
 *
 * @param line - gauges, status and power in words
 */
export function lineStyle(line: Pick<LineRecord, 'gauges' | 'status' | 'power'>): LineStyle {
  const gauges = gaugesOf(line);
  const isOpen = /open|existing|operation/i.test(line.status);
  return {
    stroke: colour(gaugeColour(gauges)),
    width: gauges.length > 1 ? 3.5 : gauges[0] !== undefined && gauges[0] < 1400 ? 2 : 2.75,
    dash: isOpen ? undefined : /closed/i.test(line.status) ? '1 4' : '7 4',
    isElectrified: isElectrified(line),
  };
}

/** Gauges in the words of a legend. */
export function gaugeLabel(gauges: readonly number[]): string {
  return gauges.length > 1 ? `${gauges.join(' + ')} mm` : `${gauges[0] ?? '?'} mm`;
}

/** Whether any of a line is under wire. */
export function isElectrified({ power }: Pick<LineRecord, 'power'>): boolean {
  return /\d\s*k?V/.test(power);
}

function gaugeColour(gauges: readonly number[]): string {
  if (gauges.length > 1) return 'plum';
  const gauge = gauges[0] ?? 1435;
  if (gauge < 1400) return 'vermilion';
  return gauge > 1440 ? 'green' : 'blue';
}
