import { decimal, digitsFor, unitText } from '@throughline/charts';
import type { Assessment, Input } from '@throughline/engine';
import { html, type Markup } from '../html.ts';
import { joined, sourceLinks } from '../links.ts';
import { estimateMark } from '../marks.ts';
import { table } from '../table.ts';

/** An input with its key in the assessment. */
export type Entry = readonly [key: string, input: Input];

/**
 * The inputs of one thing, those with one basis together: the basis, a table of what has a range, and the others in
 * a running list.
 *
 * @param assessment - a study's results
 * @param entries - inputs
 * @param title - of the thing
 * @param depth - how many steps of the path the title already names
 */
export function inputsByBasis(assessment: Assessment, entries: readonly Entry[], title: string, depth: number): Markup {
  const bases = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { sources, estimate } = entry[1];
    const key = JSON.stringify([estimate, sources]);
    const members = bases.get(key);
    if (members) members.push(entry);
    else bases.set(key, [entry]);
  }
  return html`${[...bases.values()].map((members, index) => {
    const ranged = members.filter(([, input]) => input.low !== null || input.claims !== null);
    const fixed = members.filter((entry) => !ranged.includes(entry));
    const files = [...new Set(members.map(([, { file }]) => file.split('/').at(-1) ?? file))];
    return html`<p class="basis">${basis(assessment, members[0]?.[1])} <span class="small">${files.join(', ')}</span></p>
${ranged.length > 0 ? rangeTable(ranged, `${title}, inputs with a range${bases.size > 1 ? ` (${index + 1})` : ''}`, depth) : ''}
${
  fixed.length > 0
    ? html`<p class="run">${joined(
        fixed.map((entry) => html`${nameOf(entry, depth)} <b>${valueText(entry[1])}</b>`),
        '; ',
      )}</p>`
    : ''
}`;
  })}`;
}

function basis(assessment: Assessment, input: Input | undefined): Markup {
  if (!input) return html``;
  const sources = input.sources.length > 0 ? html`From ${sourceLinks(assessment, input.sources)}.` : '';
  if (input.estimate !== null) return html`${estimateMark(input.estimate)} ${sentence(input.estimate)} ${sources}`;
  return sources ? sources : html`Given by the corridor.`;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

function rangeTable(entries: readonly Entry[], caption: string, depth: number): Markup {
  return table(
    [{ head: 'Input' }, { head: 'Value', isNumber: true }, { head: 'Range' }],
    entries.map((entry) => [nameOf(entry, depth), valueText(entry[1]), rangeOf(entry[1])]),
    { caption, hidesCaption: true },
  );
}

function nameOf([key, { path }]: Entry, depth: number): Markup {
  const name = path.split('.').slice(depth).join(' ').replaceAll('_', ' ') || path;
  return html`${name}${key.includes('@') ? html` <span class="small">in ${key.slice(key.lastIndexOf('@') + 1)}</span>` : ''}`;
}

const valueText = ({ value, unit }: Input) => `${shown(value)}${unit === '1' ? '' : `\u00a0${unitText(unit)}`}`;
const shown = (value: number) =>
  decimal(value, Number.isInteger(value) ? 0 : Math.min(6, Math.max(digitsFor(value), 2)));

function rangeOf({ low, high, claims, believed }: Input): string {
  const range = low === null || high === null ? '' : `${shown(low)}–${shown(high)}`;
  if (claims === null) return range;
  const told = Object.entries(claims)
    .map(([claim, value]) => `${claim}: ${shown(value)}`)
    .join(', ');
  return `${range}${range ? '; ' : ''}${told}${believed ? `; followed: ${believed}` : ''}`;
}
