import { corridorMap, inUnit, languagesOf } from '@throughline/charts';
import type { LineRecord } from '@throughline/engine';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';

/** The corridor: map, lines, stations. */
export function corridorChapter(edition: Edition): Markup {
  const { assessment, document, mapData, lines, stations } = edition;
  const countries = Object.values(assessment.corridor.countries).map((country) => country.name);
  const hasPlaces = Object.values(lines).some((line) => line.course.length > 1);
  const map = corridorMap({
    id: 'corridor-map',
    title: assessment.corridor.title,
    lines,
    stations,
    countries,
    mapData,
  });
  return html`<section aria-labelledby="corridor">
<h2 id="corridor">The corridor</h2>
${hasPlaces ? figureBlock(document, map, { fitsPhones: true, heading: 'Lines and stations of all options' }) : ''}
<h3 id="lines">Lines</h3>
<p>The share of each line whose gradient is an estimate tells how far its running times and energy can be trusted. The largest difference compares integrated gradients with stated elevations of stations.</p>
${table(
  [
    { head: 'Line' },
    { head: 'Status' },
    { head: 'Length', isNumber: true },
    { head: 'Gauge' },
    { head: 'Tracks' },
    { head: 'Power' },
    { head: 'Gradient estimated', isNumber: true },
    { head: 'Largest difference in height', isNumber: true },
  ],
  Object.values(lines).map((line) => [
    named(line),
    line.status,
    quantity(line.length),
    line.gauges,
    line.tracks,
    line.power,
    isMostlyEstimated(line) ? html`<span class="guess">${quantity(percent(line))}</span>` : quantity(percent(line)),
    quantity(line.elevation_mismatch),
  ]),
  { caption: 'Lines', hidesCaption: true, stacks: true },
)}
<h3 id="stations">Stations</h3>
${stationTable(edition)}
</section>`;
}

function named({ name, names }: LineRecord): Markup {
  const others = Object.values(names).filter((other) => other !== name);
  return html`${name}${others.length > 0 ? html`<br><span class="small">${others.join(' · ')}</span>` : ''}`;
}

const isMostlyEstimated = ({ estimated_gradient: share }: LineRecord) => inUnit(share.value, share.unit, '1') > 0.5;
const percent = ({ estimated_gradient: share }: LineRecord) => ({ value: share.value, unit: share.unit });

function stationTable({ assessment, stations }: Edition): Markup {
  const languages = languagesOf(stations);
  const rows = Object.values(stations).filter(({ role }) => role !== 'marker');
  const caption = `Stations: ${rows.length}`;
  return html`<details class="stays-closed"><summary>${caption}, with names, countries and elevations</summary>
${table(
  [
    { head: 'Station' },
    { head: 'Local name' },
    { head: 'Country' },
    { head: 'Role' },
    { head: 'Elevation', isNumber: true },
  ],
  rows.map((station) => [
    station.name,
    station.names[languages[station.country] ?? ''] ?? '–',
    assessment.corridor.countries[station.country]?.name ?? station.country,
    station.role ?? 'station',
    quantity(station.elevation),
  ]),
  { caption, hidesCaption: true },
)}</details>`;
}
