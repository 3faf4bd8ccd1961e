import { type ChartFigure, narrow, serialize, unitText, wide } from '@throughline/charts';
import { html, Markup } from './html.ts';
import { figureTable } from './table.ts';

/** How a figure is set on the page. */
export interface FigureSetting {
  /** Whether it is drawn a second time for phones; else it scrolls there. */
  readonly fitsPhones: boolean;
  /** Heading of the figure, where it is not its title. */
  readonly heading?: string;
}

/**
 * A figure with its heading, its drawing and, folded, its table.
 *
 * @param document - a document to draw in
 * @param figure - of the charts
 * @param setting - how it is set
 */
export function figureBlock(
  document: Document,
  figure: ChartFigure,
  setting: FigureSetting = { fitsPhones: true },
): Markup {
  const draw = (width: number) => new Markup(serialize(figure.draw(document, { width })));
  const heading = setting.heading ?? figure.title;
  const drawing = setting.fitsPhones
    ? html`<div class="on-desk">${draw(wide)}</div><div class="on-phone">${draw(narrow)}</div>`
    : html`<div class="scrolls drawing" tabindex="0" role="group" aria-label="${heading}">${draw(wide)}</div>`;
  return html`<figure id="figure-${figure.id}">
<figcaption>${heading}${figure.unit ? html` <span class="unit">${unitText(figure.unit)}</span>` : ''}</figcaption>
${drawing}
${figure.caption ? html`<p class="note">${figure.caption}</p>` : ''}
<details><summary>Table of this figure</summary>${figureTable(figure.table, `${heading}: table`)}</details>
</figure>
`;
}
