import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';
import { table } from '../table.ts';

/** How the dossier was made, so that anyone can make it again. */
export function makingChapter({ assessment }: Edition): Markup {
  const { made_by } = assessment;
  const switches = Object.entries(made_by.switches);
  return html`<section aria-labelledby="how-this-was-made">
<h2 id="how-this-was-made">How this was made</h2>
<p>Throughline read the corridor’s files, ran one train of each service alone over the lines of each option, made a daily timetable of all of them from the stated values, and repeated the runs for ${made_by.draws} draws of the uncertain inputs. The same files and the same seed give the same results to the last byte.</p>
${table(
  [{ head: 'What' }, { head: 'Value' }],
  [
    ['Engine', `Throughline ${made_by.engine}`],
    ['Corridor', made_by.corridor],
    ['Hash of its files', html`<span class="hash">${made_by.corridor_hash}</span>`],
    ['Scenario', made_by.scenario_title ?? made_by.scenario ?? 'none'],
    ['Seed', made_by.seed],
    ['Draws', made_by.draws],
    ['Fidelity', made_by.fidelity],
    [
      'Claims believed instead of the verdicts',
      switches.map(([path, claim]) => `${path}: ${claim}`).join('; ') || 'none',
    ],
    ['Conventions', made_by.conventions.join('; ')],
  ],
  { caption: 'What made these results', hidesCaption: true },
)}
</section>`;
}
