import type { Figure } from '@throughline/engine';
import { html, type Markup } from './html.ts';

/**
 * A note where a stated value lies outside the range of its own draws; nothing elsewhere.
 *
 * @param figures - those shown
 */
export function lopsidedNote(figures: ReadonlyArray<Figure | null | undefined>): Markup {
  const isOutside = (figure: Figure | null | undefined) =>
    figure?.low !== undefined && figure.high !== undefined && (figure.value < figure.low || figure.value > figure.high);
  if (!figures.some(isOutside)) return html``;
  return html`<p class="note">Where a value lies outside the range beside it: the value follows from the most likely inputs, the range from all that are possible, and the ranges of the inputs are lopsided.</p>`;
}
