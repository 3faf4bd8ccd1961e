import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { html, type Markup } from '../html.ts';

/** Every source, with its address where it has one. A dossier asks none of them for anything. */
export function sourcesChapter({ assessment }: Edition): Markup {
  const sources = Object.entries(assessment.sources);
  return html`<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
${sources.length === 0 ? html`<p>The corridor names no sources.</p>` : ''}
<details class="opens"><summary>${sources.length} sources</summary>
<ol class="sources">
${sources.map(
  ([id, source]) => html`<li id="${anchor('source', id)}"><span class="tag">${id}</span>${source.title}. ${[
    source.publisher,
    source.date,
  ]
    .filter(Boolean)
    .join(', ')} <span class="small">${[source.kind, source.confidence ? `${source.confidence} confidence` : null]
    .filter(Boolean)
    .join('; ')}</span> ${address(source.address)}</li>
`,
)}</ol></details>
</section>`;
}

function address(text: string | null): Markup {
  if (!text) return html``;
  if (!/^https?:\/\/[^\s]+$/i.test(text)) return html`<span class="small">${text}</span>`;
  return html`<a class="small" rel="noreferrer" href="${text}">${text.replace(/^https?:\/\/(www\.)?/i, '')}</a>`;
}
