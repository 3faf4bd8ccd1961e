import { type Input, inputsBehind } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { fold } from '../folds.ts';
import { html, type Markup } from '../html.ts';
import { estimateMark } from '../marks.ts';
import { table } from '../table.ts';
import { type Entry, inputsByBasis } from './inputs.ts';

/** The inputs behind the results, in groups: value, range, source, or why it is an estimate. */
export function assumptionsChapter(edition: Edition): Markup {
  const { inputs, traces } = edition.assessment;
  const all = Object.entries(inputs);
  const kinds = byKind(all);
  return html`<section aria-labelledby="assumptions">
<h2 id="assumptions">Assumptions</h2>
<p>${all.length} inputs stand behind the results; ${estimatesIn(all)} of them are estimates, marked ${estimateMark('no source states it')} with the reason. Ranges are bounds unless the corridor says otherwise. Inputs without a range are taken as they are.</p>
${[...kinds].map(([kind, things]) =>
  fold(
    anchor('inputs', kind),
    capital(kind.replaceAll('_', ' ')),
    html`${[...things].map(([id, members]) => thing(edition, kind, id, members))}`,
  ),
)}
<h3 id="rests-on">Which result rests on what</h3>
<details class="stays-closed"><summary>${Object.keys(traces).length} results and their inputs</summary>
${table(
  [{ head: 'Result' }, { head: 'Inputs', isNumber: true }, { head: 'Estimates among them', isNumber: true }],
  Object.entries(traces).map(([key, { about }]) => {
    const behind = inputsBehind(edition.assessment, key);
    return [
      html`${about}${key.includes('@') ? html` <span class="small">in ${key.slice(key.lastIndexOf('@') + 1)}</span>` : ''}`,
      behind.length,
      behind.filter((input) => inputs[input]?.estimate).length,
    ];
  }),
  { caption: 'Results and the number of inputs they rest on', hidesCaption: true },
)}</details>
</section>`;
}

const estimatesIn = (entries: ReadonlyArray<readonly [string, Input]>) =>
  entries.filter(([, input]) => input.estimate !== null).length;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function thing(edition: Edition, kind: string, id: string, members: readonly Entry[]): Markup {
  const title = id === '' ? `All ${kind.replaceAll('_', ' ')}` : nameOf(edition, kind, id);
  const estimates = estimatesIn(members);
  const count = `${members.length} ${members.length === 1 ? 'input' : 'inputs'}`;
  return html`<details id="${anchor('inputs-of', kind, id)}"><summary>${title} (${count}${estimates > 0 ? `, ${estimates} estimated` : ''})</summary>
${inputsByBasis(edition.assessment, members, title, id === '' ? 1 : 2)}</details>`;
}

/** The name that a thing goes by in the chapters before, else its id. */
function nameOf({ lines, options }: Edition, kind: string, id: string): string {
  if (kind === 'lines') return lines[id]?.name ?? id;
  if (kind !== 'services' && kind !== 'journeys' && kind !== 'borders') return id.replaceAll('-', ' ');
  return options.flatMap(([, option]) => option[kind][id]?.name ?? [])[0] ?? id;
}

/** Inputs by kind of thing and thing: `lines`, `hanoi-lao-cai`; the many stations together. */
function byKind(entries: readonly Entry[]): Map<string, Map<string, Entry[]>> {
  const kinds = new Map<string, Map<string, Entry[]>>();
  for (const entry of [...entries].sort(([, a], [, b]) => (a.path < b.path ? -1 : 1))) {
    const [kind = '', ...rest] = entry[1].path.split('.');
    const id = kind === 'stations' || rest.length < 2 ? '' : (rest[0] ?? '');
    const things = kinds.get(kind) ?? new Map<string, Entry[]>();
    kinds.set(kind, things.set(id, [...(things.get(id) ?? []), entry]));
  }
  return kinds;
}
