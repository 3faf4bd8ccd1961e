import type { LineRecord } from '@throughline/engine';
import { type LegendEntry, legend } from '../legend.ts';
import { colour } from '../palette.ts';
import { svg } from '../svg.ts';
import { gaugeLabel, gaugesOf, isElectrified, lineStyle } from './line-style.ts';

/**
 * Legend of a map: only what occurs on it.
 *
 * @param document - the page's own document, or one of linkedom
 * @param lines - drawn on the map
 * @param width - pixels
 */
export function mapLegend(document: Document, lines: readonly LineRecord[], width: number) {
  const stroke = (d: string, attributes: Record<string, string | number | undefined>) =>
    svg(document, 'path', { d, fill: 'none', ...attributes });
  const byGauge = new Map(lines.map((line) => [gaugeLabel(gaugesOf(line)), line]));
  const entries: LegendEntry[] = [...byGauge]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, line]) => {
      const style = lineStyle({ ...line, status: 'open' });
      return { label, swatch: stroke('M0,6H18', { stroke: style.stroke, 'stroke-width': style.width }) };
    });
  const ink = colour('ink');
  if (lines.some(isElectrified)) {
    entries.push({ label: 'electrified', swatch: stroke('M0,6H18M4,2V10M9,2V10M14,2V10', { stroke: ink }) });
  }
  for (const status of [...new Set(lines.map((line) => line.status))].sort()) {
    const { dash } = lineStyle({ gauges: '', power: '', status });
    if (dash)
      entries.push({
        label: status,
        swatch: stroke('M0,6H18', { stroke: ink, 'stroke-width': 2, 'stroke-dasharray': dash }),
      });
  }
  entries.push(
    {
      label: 'border station',
      swatch: svg(document, 'rect', {
        x: 5,
        y: 2,
        width: 8,
        height: 8,
        fill: colour('paper'),
        stroke: ink,
        'stroke-width': 1.75,
      }),
    },
    {
      label: 'border of countries',
      swatch: stroke('M0,6H18', { stroke: colour('frontier'), 'stroke-width': 1.4, 'stroke-dasharray': '8 3 1.5 3' }),
    },
  );
  return legend(document, entries, width);
}
