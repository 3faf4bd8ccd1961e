import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { decisionPage } from './decision.ts';

/** The first page: the question, the corridor in a paragraph, and what it comes to for those who decide. */
export function opening(edition: Edition): Markup {
  const { corridor, made_by } = edition.assessment;
  return html`<section class="opening" aria-labelledby="title">
<p class="kicker">Throughline dossier</p>
<h1 id="title">${corridor.title}</h1>
<p class="question">${corridor.question}</p>
<p class="lead">${corridor.summary}</p>
<dl class="facts">
<div><dt>Base year</dt><dd>${quantity(corridor.base_year)}</dd></div>
<div><dt>Options</dt><dd>${edition.options.length}</dd></div>
<div><dt>Draws</dt><dd>${made_by.draws}</dd></div>
${made_by.scenario ? html`<div><dt>Scenario</dt><dd>${made_by.scenario_title ?? made_by.scenario}</dd></div>` : ''}
</dl>
${decisionPage(edition)}
</section>`;
}
