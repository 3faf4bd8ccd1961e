import { colour } from '../palette.ts';
import { svg } from '../svg.ts';
import { type BaseLayer, foldedCountry, projected } from './base-layer.ts';
import type { Projection } from './projection.ts';

/**
 * Sea, land, coast and borders behind a map.
 *
 * @param document - to draw in
 * @param base - what of the earth is in the picture
 * @param projection - of the picture
 * @param own - folded names of the corridor's countries, whose land is lighter
 */
export function backdrop(
  document: Document,
  base: BaseLayer,
  projection: Projection,
  own: ReadonlySet<string>,
): Element {
  const { width, height } = projection;
  return svg(
    document,
    'g',
    {},
    svg(document, 'rect', { width, height, fill: colour(base.lands.length > 0 ? 'sea' : 'land') }),
    ...base.lands.map(({ name, rings }) =>
      svg(document, 'path', {
        d: projected(rings, projection, true),
        fill: colour(own.has(foldedCountry(name)) ? 'land' : 'abroad'),
      }),
    ),
    svg(document, 'path', {
      d: projected(base.coasts, projection),
      fill: 'none',
      stroke: colour('grey'),
      'stroke-width': 0.6,
    }),
    svg(document, 'path', {
      d: projected(base.borders, projection),
      fill: 'none',
      stroke: colour('frontier'),
      'stroke-width': 1.4,
      'stroke-dasharray': '8 3 1.5 3',
    }),
  );
}
