import type { RunRecord } from '@throughline/engine';
import { type ChartFigure, wide } from './chart-figure.ts';
import { hatching } from './hatching.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { phaseOf, phases } from './phases.ts';
import { numbers, words } from './series.ts';
import { picture, svg } from './svg.ts';
import { decimal } from './text/numbers.ts';
import { durationText } from './text/quantities.ts';
import { textWidth } from './text/width.ts';

const hatched = new Set(['climb', 'coast', 'brake']);

/**
 * How the time of a run divides into driving phases: one bar.
 *
 * @param id - of the figure
 * @param title - of the figure
 * @param series - time and distance by phase, as in a run
 */
export function phaseBar(id: string, title: string, series: RunRecord['phases']): ChartFigure {
  const name = series.columns.find(({ unit }) => unit === null)?.name ?? 'phase';
  const time = numbers(series, 'time', 's');
  const distance = numbers(series, 'distance', 'km');
  const order = (phase: string) => phases.findIndex(({ id: known }) => known === phase);
  const rows = words(series, name)
    .map((phase, index) => ({ ...phaseOf(phase), time: time[index] ?? 0, distance: distance[index] ?? null }))
    .filter((row) => row.time > 0)
    .sort((a, b) => order(a.id) - order(b.id));
  const total = rows.reduce((sum, row) => sum + row.time, 0) || 1;
  return {
    id,
    title,
    unit: 'min',
    table: {
      columns: [
        { label: 'Phase', unit: null },
        { label: 'Time', unit: 'min', digits: 1 },
        { label: 'Distance', unit: 'km', digits: 1 },
      ],
      rows: rows.map((row) => [row.label, row.time / 60, row.distance]),
    },
    draw: (document, { width } = { width: wide }) => {
      const fillOf = (phase: string, name: string) =>
        hatched.has(phase) ? `url(#${id}-${width}-${phase})` : colour(name);
      let x = 0;
      const bars = rows.map((row) => {
        const span = (row.time / total) * width;
        const share = `${decimal((row.time / total) * 100)} %`;
        const bar = svg(document, 'rect', {
          class: 'mark',
          x,
          y: 16,
          width: Math.max(0.5, span - 1),
          height: 20,
          fill: fillOf(row.id, row.colour),
        });
        const fits = textWidth(share, 12) < span - 4;
        const label = fits ? [svg(document, 'text', { x, y: 11, class: 'small soft' }, share)] : [];
        x += span;
        return svg(document, 'g', {}, bar, ...label);
      });
      const key = legend(
        document,
        rows.map((row) => ({
          label: `${row.label} ${durationText({ value: row.time, unit: 's' })}`,
          swatch: svg(document, 'rect', { y: 1, width: 18, height: 10, fill: fillOf(row.id, row.colour) }),
        })),
        width,
      );
      key.element.setAttribute('transform', 'translate(0,46)');
      const patterns = rows
        .filter((row) => hatched.has(row.id))
        .map((row) => hatching(document, `${id}-${width}-${row.id}`, row.colour, 'paper'));
      return picture(
        document,
        title,
        width,
        48 + key.height,
        svg(document, 'defs', {}, ...patterns),
        ...bars,
        key.element,
      );
    },
  };
}
