const namespace = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * Makes an SVG element. Numbers are rounded to a tenth of a pixel, so that drawings are small and the same everywhere.
 *
 * @param document - the page's own document, or one of linkedom
 * @param name - of the element
 * @param attributes - undefined ones are left out
 * @param children - elements, or texts that become text nodes
 */
export function svg(
  document: Document,
  name: string,
  attributes: Attributes = {},
  ...children: ReadonlyArray<Element | string>
): Element {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, typeof value === 'number' ? tenths(value) : value);
  }
  element.append(...children);
  return element;
}

/** Writes a coordinate with one decimal at most. */
export function tenths(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

/**
 * The root of a drawing: scales down with its column, and reads as one picture with a name.
 *
 * @param document - the page's own document, or one of linkedom
 * @param label - what the picture shows, in one sentence
 * @param width - pixels
 * @param height - pixels
 * @param children - what is drawn
 */
export function picture(
  document: Document,
  label: string,
  width: number,
  height: number,
  ...children: readonly Element[]
): Element {
  return svg(
    document,
    'svg',
    {
      class: 'tl-chart',
      viewBox: `0 0 ${tenths(width)} ${tenths(height)}`,
      width,
      height,
      role: 'img',
      'aria-label': label,
    },
    svg(document, 'title', {}, label),
    ...children,
  );
}
