import type { OptionAssessment } from '@throughline/engine';
import { anchor } from './anchors.ts';
import type { Edition } from './edition.ts';
import { html, type Markup } from './html.ts';
import { optionLinks } from './links.ts';

/** A part of a chapter that is folded on a screen and open on paper. A link to it unfolds it. */
export function fold(id: string, title: string, told: Markup): Markup {
  return html`<details class="opens part" id="${id}"><summary><h3>${title}</h3></summary>
${told}
</details>`;
}

/**
 * What a chapter tells of each option, a fold each. An option that gives the same results as an earlier one is
 * pointed to it.
 *
 * @param edition - what the chapters share
 * @param chapter - the first part of the ids of the folds
 * @param tell - what is told of an option; null where there is nothing to tell
 */
export function optionFolds(
  edition: Edition,
  chapter: string,
  tell: (id: string, option: OptionAssessment) => Markup | null,
): Markup {
  return html`${edition.options.map(([id, option]) => {
    if (repeats(edition, id)) {
      return html`<p class="note" id="${anchor(chapter, id)}">${option.title}: as ${optionLinks(edition.assessment, option.same_as)}.</p>`;
    }
    const told = tell(id, option);
    return told ? fold(anchor(chapter, id), option.title, told) : '';
  })}`;
}

/** Whether an option gives the same results as one that is told before it. */
export function repeats({ options, assessment }: Edition, option: string): boolean {
  const before = options.slice(
    0,
    options.findIndex(([id]) => id === option),
  );
  return before.some(([id]) => assessment.options[option]?.same_as.includes(id) ?? false);
}
