import type { OptionAssessment } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { repeats } from '../folds.ts';
import { html, type Markup } from '../html.ts';
import { joined, optionLinks } from '../links.ts';
import { quantity } from '../marks.ts';

/** What each option is, when it opens, and where the dossier tells of it. */
export function optionsChapter(edition: Edition): Markup {
  return html`<section aria-labelledby="options">
<h2 id="options">The options</h2>
${edition.options.map(([id, option]) => one(edition, id, option))}
</section>`;
}

function one(edition: Edition, id: string, option: OptionAssessment): Markup {
  const told = repeats(edition, id) ? [] : chaptersOf(edition, id, option);
  return html`<h3 id="${anchor('option', id)}">${option.title}</h3>
<p>${option.summary}</p>
<dl class="facts">
${option.opens ? html`<div><dt>Opens</dt><dd>${quantity(option.opens)}</dd></div>` : ''}
${option.opens?.value === option.year.value ? '' : html`<div><dt>Year looked at</dt><dd>${quantity(option.year)}</dd></div>`}
</dl>
${option.same_as.length > 0 ? html`<div class="call"><p>In everything computed so far, this option gives the same results as ${optionLinks(edition.assessment, option.same_as)}. What it changes is not yet part of a computation, or changes nothing.</p></div>` : ''}
${
  told.length > 0
    ? html`<p class="chapters">${joined(
        told.map(([chapter, label]) => html`<a href="#${anchor(chapter, id)}">${label}</a>`),
        ' · ',
      )}</p>`
    : ''
}`;
}

/** The folds that tell of an option, in the order of the chapters. */
function chaptersOf({ assessment: { appraisal } }: Edition, id: string, option: OptionAssessment) {
  const parts: (readonly [chapter: string, label: string, told: boolean])[] = [
    ['running', 'Times', true],
    ['timetable', 'Timetable', option.timetable !== null],
    ['operations', 'On the day', option.operations !== null],
    ['demand', 'Demand', option.demand !== null],
    ['worth', 'Worth', appraisal.options[id] !== undefined],
    ['finance', 'Finance', appraisal.without.finance === null && appraisal.options[id] !== undefined],
  ];
  return parts.filter(([, , told]) => told);
}
