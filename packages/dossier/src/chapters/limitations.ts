import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';

/** What the results do not say. */
export function limitationsChapter({ assessment }: Edition): Markup {
  const inputs = Object.values(assessment.inputs);
  const estimates = inputs.filter(({ estimate }) => estimate !== null).length;
  return html`<section aria-labelledby="limitations">
<h2 id="limitations">Limitations</h2>
<p>Running times are those of one train alone on its line: no train waits at a loop for another, none is late, and no queue forms at the border, so a busy line is slower than this dossier says. Border times are durations stated or estimated for each step, not a simulated day. Nothing here yet says how many trains fit, who would send what, what an option costs, whom it affects, or who should pay. Ranges carry the stated uncertainty of inputs through to the results, and no more: what the corridor’s files leave out or get wrong is not in them, and ${estimates} of ${inputs.length} inputs are estimates. The map shows borders as Natural Earth draws them.</p>
</section>`;
}
