import { quantityText, type Ranged } from '@throughline/charts';
import { html, type Markup } from './html.ts';

/**
 * A quantity as running text.
 *
 * @param quantity - in any unit; null becomes a dash
 */
export function quantity(quantity: Ranged | null | undefined): Markup {
  return html`<span class="q">${quantityText(quantity)}</span>`;
}

/** The mark of an estimated input. */
export function estimateMark(reason: string): Markup {
  return html`<abbr class="estimate" title="Estimate: ${reason}">est.</abbr>`;
}
