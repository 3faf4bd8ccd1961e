import type { Assessment, ClaimRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { fold } from '../folds.ts';
import { html, type Markup } from '../html.ts';
import { claimLinks, sourceLinks } from '../links.ts';

/** Claims that contradict each other, and the register of all claims. */
export function evidenceChapter({ assessment }: Edition): Markup {
  const { claims, conflicts } = assessment;
  const bySource = new Map<string, Array<[string, ClaimRecord]>>();
  for (const entry of Object.entries(claims)) {
    bySource.set(entry[1].source, [...(bySource.get(entry[1].source) ?? []), entry]);
  }
  const hasConflicts = Object.keys(conflicts).length > 0;
  return html`<section aria-labelledby="claims-in-conflict">
<h2 id="claims-in-conflict">Claims in conflict</h2>
${hasConflicts ? html`<p>Both sides stand, with the one this dossier follows and why. Another choice can be tried: the corridor can be assessed with any claim believed instead.</p>` : html`<p>The corridor records no claims that contradict each other.</p>`}
${Object.entries(conflicts).map(([id, conflict]) => conflictSection(assessment, id, conflict))}
<h3 id="claims">Register of claims</h3>
${bySource.size === 0 ? html`<p>The corridor records no claims.</p>` : ''}
${[...bySource].map(
  ([
    source,
    entries,
  ]) => html`<details class="opens"><summary>${assessment.sources[source]?.title ?? source} (${entries.length})</summary>
<ol class="sources">${entries.map(([id, claim]) => claimItem(assessment, id, claim))}</ol></details>`,
)}
</section>`;
}

function conflictSection(assessment: Assessment, id: string, conflict: Assessment['conflicts'][string]): Markup {
  const told = html`<dl class="positions">
${Object.entries(conflict.positions).map(
  ([position, { says, claims, sources }]) => html`<dt>${position.replaceAll('-', ' ')}</dt>
<dd>${says}${claims.length + sources.length > 0 ? html` <span class="small">Said by: ${claimLinks(assessment, claims)}${claims.length > 0 && sources.length > 0 ? ', ' : ''}${sourceLinks(assessment, sources)}.</span>` : ''}</dd>`,
)}
</dl>
<p><span class="verdict">${conflict.verdict === 'open' ? 'Open' : html`We follow: ${conflict.verdict.replaceAll('-', ' ')}`}.</span> ${conflict.because}${
    conflict.evidence.length > 0
      ? html` <span class="small">Evidence: ${sourceLinks(assessment, conflict.evidence)}.</span>`
      : ''
  }${conflict.bears_on ? html` <span class="small">Bears on: ${conflict.bears_on}.</span>` : ''}</p>`;
  return fold(anchor('conflict', id), conflict.question, told);
}

function claimItem(assessment: Assessment, id: string, claim: ClaimRecord): Markup {
  return html`<li id="${anchor('claim', id)}"><span class="tag">${id}</span>${claim.says} <span class="small">${claim.kind}, ${claim.topic}${
    claim.quote ? html`; “${claim.quote}”` : ''
  }</span><br><span class="verdict">${claim.verdict}</span>${claim.check ? html`: ${claim.check}` : ''}${
    claim.evidence.length > 0 ? html` <span class="small">${sourceLinks(assessment, claim.evidence)}</span>` : ''
  }</li>
`;
}
