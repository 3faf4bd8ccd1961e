import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';

/** What the results do not say. */
export function limitationsChapter({ assessment }: Edition): Markup {
  const inputs = Object.values(assessment.inputs);
  const estimates = inputs.filter(({ estimate }) => estimate !== null).length;
  return html`<section aria-labelledby="limitations">
<h2 id="limitations">Limitations</h2>
<p>Journey times in the comparison, and their ranges, are those of one train alone on its line with the stated times of borders; what waiting adds stands in the timetable and in the simulated days of each option. The timetable holds the trains of the corridor’s services, conflict-free on blocks, station tracks and points; every day is alike, and a search makes it: trains that it refuses, and trains beyond those that it adds, might still fit. It does not hold trains of services that the files leave out, nor shunting. Simulated days, small works and the worth of options are made from stated values alone; draws carry running times, borders, demand, minerals, land and fibre. Locomotives and crews are not followed from train to train. Demand chooses among the ways that the files list, at times without simulated queues. Most sizes of markets, unit costs, parties’ interests, failures of cables and chances of floods are estimates. What people along the line ask is expected, not recorded, where it says so, and screening is no legal opinion. Ranges carry the stated uncertainty of inputs through to the results, and no more: what the corridor’s files leave out or get wrong is not in them, and ${estimates} of ${inputs.length} inputs are estimates. The map shows borders as Natural Earth draws them.</p>
</section>`;
}
