import { colour } from './palette.ts';
import { svg } from './svg.ts';

/**
 * A hatching to fill with: `url(#id)`.
 *
 * @param document - the page's own document, or one of linkedom
 * @param id - unique on the page
 * @param name - colour of the strokes
 * @param ground - colour between them; none when left out
 */
export function hatching(document: Document, id: string, name: string, ground?: string): Element {
  return svg(
    document,
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    ...(ground ? [svg(document, 'rect', { width: 6, height: 6, fill: colour(ground) })] : []),
    svg(document, 'line', { x1: 1.5, y1: 0, x2: 1.5, y2: 6, stroke: colour(name), 'stroke-width': 2 }),
  );
}
