import type { ChartFigure, Drawing } from './chart-figure.ts';
import { paletteVariables } from './palette.ts';
import { serialize } from './serialize.ts';
import { chartStyles } from './styles.ts';

/**
 * A figure as a file of its own: colours and style sheet inside, light or dark as the viewer wishes.
 *
 * @param figure - to draw
 * @param document - the page's own document, or one of linkedom
 * @param drawing - its width
 * @returns SVG text
 */
export function standaloneSvg(figure: ChartFigure, document: Document, drawing?: Drawing): string {
  const element = figure.draw(document, drawing);
  element.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = [
    `:root{${paletteVariables('light')}}`,
    `@media (prefers-color-scheme: dark){:root{${paletteVariables('dark')}}}`,
    chartStyles(),
    'svg{font-family:Noto Sans,Noto Sans SC,system-ui,sans-serif;background:var(--tl-paper)}',
  ].join('\n');
  element.prepend(style);
  return `${serialize(element)}\n`;
}
