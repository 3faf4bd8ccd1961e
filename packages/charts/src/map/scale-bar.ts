import { colour } from '../palette.ts';
import { svg } from '../svg.ts';
import type { Projection } from './projection.ts';

const lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * A scale bar of a round number of kilometres, a sixth to a third of the picture long.
 *
 * @param document - the page's own document, or one of linkedom
 * @param projection - of the picture
 * @param x - where it begins, pixels
 * @param y - its foot, pixels
 */
export function scaleBar(document: Document, projection: Projection, x: number, y: number): Element {
  const most = projection.width / 3.2 / projection.pixelsPerKm;
  const km = lengths.filter((length) => length <= most).at(-1) ?? 1;
  const span = km * projection.pixelsPerKm;
  return svg(
    document,
    'g',
    { class: 'small' },
    svg(document, 'path', {
      d: `M${x},${y - 5}v5h${Math.round(span * 10) / 10}v-5`,
      fill: 'none',
      stroke: colour('ink'),
      'stroke-width': 1.5,
    }),
    svg(document, 'text', { x: x + span / 2, y: y - 8, 'text-anchor': 'middle', class: 'halo small' }, `${km} km`),
  );
}
