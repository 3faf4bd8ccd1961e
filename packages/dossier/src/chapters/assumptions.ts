import type { Input } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';
import { estimateMark } from '../marks.ts';
import { table } from '../table.ts';
import { type Entry, inputsByBasis } from './inputs.ts';

/** The inputs behind the results, in groups: value, range, source, or why it is an estimate. */
export function assumptionsChapter(edition: Edition): Markup {
  const { inputs, traces } = edition.assessment;
  const all = Object.entries(inputs);
  const groups = groupsOf(all);
  return html`<section aria-labelledby="assumptions">
<h2 id="assumptions">Assumptions</h2>
<p>${all.length} inputs stand behind the results; ${estimatesIn(all)} of them are estimates, marked ${estimateMark('no source states it')} with the reason. Ranges are bounds unless the corridor says otherwise. Inputs without a range are taken as they are.</p>
${[...groups].map(([group, members]) => {
  const estimates = estimatesIn(members);
  return html`<details id="${anchor('inputs', group)}"><summary>${titleOf(group)} (${members.length} ${members.length === 1 ? 'input' : 'inputs'}${estimates > 0 ? `, ${estimates} estimated` : ''})</summary>
${inputsByBasis(edition.assessment, members, titleOf(group), depthOf(group))}</details>`;
})}
<h3 id="rests-on">Which result rests on what</h3>
<details class="stays-closed"><summary>${Object.keys(traces).length} results and their inputs</summary>
${table(
  [{ head: 'Result' }, { head: 'Inputs', isNumber: true }, { head: 'Estimates among them', isNumber: true }],
  Object.entries(traces).map(([key, trace]) => [
    html`${trace.about}${key.includes('@') ? html` <span class="small">in ${key.slice(key.lastIndexOf('@') + 1)}</span>` : ''}`,
    trace.inputs.length,
    trace.inputs.filter((input) => inputs[input]?.estimate).length,
  ]),
  { caption: 'Results and the number of inputs they rest on', hidesCaption: true },
)}</details>
</section>`;
}

const estimatesIn = (entries: ReadonlyArray<readonly [string, Input]>) =>
  entries.filter(([, input]) => input.estimate !== null).length;
const depthOf = (group: string) => (group.includes(' ') ? 2 : 1);
const titleOf = (group: string) =>
  group.replace(/^([a-z_]+) /, (_, kind: string) => `${kind.replaceAll('_', ' ')}: `).replaceAll('_', ' ');

/** Inputs by the thing they belong to: `lines hanoi-lao-cai`, `vehicles d19e`, `stations`. */
function groupsOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [kind = '', id] = entry[1].path.split('.');
    const group = kind === 'stations' || id === undefined ? kind : `${kind} ${id}`;
    const members = groups.get(group);
    if (members) members.push(entry);
    else groups.set(group, [entry]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
