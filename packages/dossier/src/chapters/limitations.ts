import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';

/** What the results do not say. */
export function limitationsChapter({ assessment }: Edition): Markup {
  const inputs = Object.values(assessment.inputs);
  const estimates = inputs.filter(({ estimate }) => estimate !== null).length;
  return html`<section aria-labelledby="limitations">
<h2 id="limitations">Limitations</h2>
<p>Journey times and energy are those of one train alone on its line, and so are their ranges: what waiting for other trains adds stands in the timetable of each option and is in no journey time. The timetable holds the trains of the corridor’s services, as many as its files state or demand requires when the option opens, conflict-free on blocks, station tracks and points, with the supplements, buffer times and maintenance of those files; every day is alike. It does not hold trains of services that the files leave out, shunting, rosters of locomotives and crews, delays, or a queue at the border; it is made from stated values alone, and no draw changes it. A search makes it: trains that it refuses, and trains beyond those that it adds, might still fit. Border times are durations stated or estimated for each step, not a simulated day. What would be sent rests on markets that are estimates almost throughout and on constants that hold what is wrong with the railway of today. Nothing here yet says what an option costs, whom it affects, or who should pay. Ranges carry the stated uncertainty of inputs through to the results, and no more: what the corridor’s files leave out or get wrong is not in them, and ${estimates} of ${inputs.length} inputs are estimates. The map shows borders as Natural Earth draws them.</p>
</section>`;
}
