import { svg } from './svg.ts';
import { textWidth } from './text/width.ts';

/** One kind of thing in a drawing: a swatch of 18 × 12 pixels and its name. */
export interface LegendEntry {
  readonly label: string;
  readonly swatch: Element;
}

const swatchWidth = 18;
const lineHeight = 20;

/**
 * Sets a legend in lines as wide as the drawing.
 *
 * @param document - the page's own document, or one of linkedom
 * @param entries - swatches drawn from (0, 0) to (18, 12)
 * @param width - of the lines, pixels
 * @returns the group, and its height in pixels
 */
export function legend(
  document: Document,
  entries: readonly LegendEntry[],
  width: number,
): { readonly element: Element; readonly height: number } {
  let x = 0;
  let y = 0;
  const items = entries.map(({ label, swatch }) => {
    const space = swatchWidth + 6 + textWidth(label, 12) + 16;
    if (x > 0 && x + space > width) {
      x = 0;
      y += lineHeight;
    }
    const item = svg(
      document,
      'g',
      { transform: `translate(${Math.round(x)},${y})` },
      swatch,
      svg(document, 'text', { x: swatchWidth + 6, y: 10.5, class: 'soft' }, label),
    );
    x += space;
    return item;
  });
  return { element: svg(document, 'g', { class: 'legend' }, ...items), height: y + lineHeight };
}
