import * as Plot from '@observablehq/plot';
import { inSteps } from './path-data.ts';
import { picture, svg } from './svg.ts';
import { decimal } from './text/numbers.ts';

/** A plot with its scales, to be framed by {@link framed}. */
export interface Plotted {
  readonly element: Element;
  /** Abscissa of a value, pixels. */
  x(value: number): number;
  /** Ordinate of a value, pixels. */
  y(value: number): number;
}

/**
 * Draws with Observable Plot: numbers rounded to a tenth of a pixel, no style sheet of its own, no ids.
 *
 * @param document - the page's own document, or one of linkedom
 * @param options - of `Plot.plot`
 */
export function plotted(document: Document, options: Plot.PlotOptions): Plotted {
  const drawn = Plot.plot({ ...options, document, className: 'plot' });
  for (const attribute of ['font-family', 'font-size']) drawn.removeAttribute(attribute);
  drawn.setAttribute('overflow', 'visible');
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const element of [drawn, ...drawn.querySelectorAll('*')]) tidy(element);
  const apply = (name: 'x' | 'y') => (value: number) => Number(drawn.scale(name)?.apply(value) ?? 0);
  return { element: drawn, x: apply('x'), y: apply('y') };
}

/**
 * Puts a plot under a header into one picture.
 *
 * @param document - the page's own document, or one of linkedom
 * @param label - what the picture shows, in one sentence
 * @param size - of the whole, pixels
 * @param plot - from {@link plotted}
 * @param top - where the plot begins, pixels
 * @param others - drawn over it, in the coordinates of the whole
 */
export function framed(
  document: Document,
  label: string,
  size: { readonly width: number; readonly height: number },
  plot: Plotted,
  top: number,
  ...others: readonly Element[]
): Element {
  const shifted = svg(document, 'g', { transform: top === 0 ? undefined : `translate(0,${top})` }, plot.element);
  return picture(document, label, size.width, size.height, shifted, ...others);
}

const longNumber = /-?\d+\.\d{2,}(?:e-?\d+)?/g;

function tidy(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (name === 'aria-label' || name === 'aria-hidden' || name === 'class') {
      if (name !== 'class') element.removeAttribute(name);
    } else if (name === 'd') {
      element.setAttribute(name, inSteps(rounded(value)));
    } else if (longNumber.test(value)) {
      element.setAttribute(name, rounded(value));
    }
  }
}

function rounded(text: string): string {
  return text.replace(longNumber, (number) => String(Math.round(Number(number) * 10) / 10 || 0));
}

/** Writes the number at a tick as tables write it. */
export function tickText(value: number): string {
  return decimal(value, Number.isInteger(value) ? 0 : 1);
}

/** Writes the number at a tick of a distance axis; the first tells the unit. */
export function kilometreText(value: number, index: number): string {
  return index === 0 ? `${tickText(value)}\u00a0km` : tickText(value);
}
