import { chartStyles } from '@throughline/charts';
import type { Assessment } from '@throughline/engine';
import { anchor } from './anchors.ts';
import type { DossierAssets } from './assets.ts';
import { blankDocument } from './blank-document.ts';
import { assumptionsChapter } from './chapters/assumptions.ts';
import { corridorChapter } from './chapters/corridor.ts';
import { demandChapter } from './chapters/demand.ts';
import { economyChapter } from './chapters/economy.ts';
import { evidenceChapter } from './chapters/evidence.ts';
import { financeChapter } from './chapters/finance.ts';
import { impactChapter } from './chapters/impact.ts';
import { interoperabilityChapter } from './chapters/interoperability.ts';
import { limitationsChapter } from './chapters/limitations.ts';
import { makingChapter } from './chapters/making.ts';
import { mineralsChapter } from './chapters/minerals.ts';
import { negotiationChapter } from './chapters/negotiation.ts';
import { opening } from './chapters/opening.ts';
import { operationsChapter } from './chapters/operations.ts';
import { optionsChapter } from './chapters/options.ts';
import { runningChapter } from './chapters/running.ts';
import { sourcesChapter } from './chapters/sources.ts';
import { telecomChapter } from './chapters/telecom.ts';
import { timetableChapter } from './chapters/timetable.ts';
import { type Edition, editionOf } from './edition.ts';
import { fontFaces, slicesFor } from './fonts.ts';
import { html, Markup } from './html.ts';
import { printStyles } from './style/print.ts';
import { screenStyles } from './style/screen.ts';
import { themes } from './style/tokens.ts';
import { themeScript, themeScriptHash } from './theme-toggle.ts';

const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src 'sha256-${themeScriptHash}'; base-uri 'none'; form-action 'none'`;

/**
 * Composes the dossier: one HTML file that asks the network for nothing, opens from disk, prints on A4 and follows
 * the reader's light or dark. It computes nothing: every number is the assessment's own.
 *
 * @param assessment - a study's results
 * @param assets - fonts to embed, and countries for the map; in Node from `loadDossierAssets`
 * @returns HTML text, the same bytes for the same input
 *
 * @example
 * ```ts
 * writeFileSync('dossier.html', composeDossier(assessment, loadDossierAssets()));
 * ```
 */
export function composeDossier(assessment: Assessment, { fonts = [], mapData }: DossierAssets): string {
  const edition = editionOf(assessment, blankDocument(), mapData);
  const body = bodyOf(edition).text;
  const faces = fontFaces(slicesFor(fonts, body));
  const { title } = assessment.corridor;
  const style = [faces, themes(), screenStyles, chartStyles(), printStyles(title)].join('\n');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Throughline ${assessment.made_by.engine}">
<title>${title} – Throughline dossier</title>
<style>
${new Markup(style)}
</style>
</head>
<body>
${new Markup(body)}
<script>${new Markup(themeScript)}</script>
</body>
</html>
`.text;
}

function bodyOf(edition: Edition): Markup {
  return html`<a class="skip" href="#content">Skip to the content</a>
<div class="page">
<header class="bar"><span>Throughline</span><button type="button" id="theme" aria-pressed="false" hidden>Dark page</button></header>
<div class="layout">
${contents(edition)}
<main id="content" tabindex="-1">
${opening(edition)}
${corridorChapter(edition)}
${interoperabilityChapter(edition)}
${optionsChapter(edition)}
${runningChapter(edition)}
${timetableChapter(edition)}
${operationsChapter(edition)}
${demandChapter(edition)}
${mineralsChapter(edition)}
${impactChapter(edition)}
${telecomChapter(edition)}
${economyChapter(edition)}
${financeChapter(edition)}
${negotiationChapter(edition)}
${assumptionsChapter(edition)}
${evidenceChapter(edition)}
${sourcesChapter(edition)}
${makingChapter(edition)}
${limitationsChapter(edition)}
</main>
</div>
</div>`;
}

function contents({ options, assessment }: Edition): Markup {
  const entry = (id: string, label: string, below?: Markup) =>
    html`<li><a href="#${id}">${label}</a>${below ?? ''}</li>`;
  const has = (of: 'timetable' | 'operations' | 'demand' | 'impact' | 'minerals' | 'telecom') =>
    options.some(([, option]) => option[of] !== null);
  const each = html`<ol>${options.map(([id, option]) => entry(anchor('option', id), option.title))}</ol>`;
  return html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ol>
${assessment.appraisal.without.economy === null ? entry('decision', 'For who decides') : ''}
${entry('corridor', 'The corridor')}
${entry('what-stops-a-train', 'What stops a train')}
${entry('options', 'The options', each)}
${entry('options-compared', 'How long it takes')}
${has('timetable') ? entry('timetable', 'Which trains fit together') : ''}
${has('operations') ? entry('operations', 'What happens on the day') : ''}
${has('demand') ? entry('demand', 'How much would travel') : ''}
${has('minerals') ? entry('minerals', 'Minerals') : ''}
${has('impact') ? entry('air-land-people', 'Air, land, water and people') : ''}
${has('telecom') ? entry('cable-route', 'The line as a cable route') : ''}
${entry('economy', 'Is it worth it, and for whom')}
${entry('finance', 'Can it be paid for')}
${entry('negotiation', 'Who says yes')}
${entry('assumptions', 'Assumptions')}
${entry('claims-in-conflict', 'Claims in conflict')}
${entry('sources', 'Sources')}
${entry('how-this-was-made', 'How this was made')}
${entry('limitations', 'Limitations')}
</ol>
</nav>`;
}
