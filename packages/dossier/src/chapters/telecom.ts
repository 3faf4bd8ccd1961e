import type { OptionAssessment, TelecomRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { fold } from '../folds.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { seriesTable } from '../series-table.ts';
import { table } from '../table.ts';

type WithTelecom = OptionAssessment & { readonly telecom: TelecomRecord };

/** The line as a cable route: options side by side, then each that lays a cable. Nothing where nothing is asked. */
export function telecomChapter({ options: all }: Edition): Markup {
  const options = all.filter((entry): entry is readonly [string, WithTelecom] => entry[1].telecom !== null);
  const [first] = options;
  if (!first) return html``;
  const { home, near, far } = first[1].telecom;
  const laying = options.filter(([, { telecom }]) => telecom.rent !== null);
  return html`<section aria-labelledby="cable-route">
<h2 id="cable-route">The line as a cable route</h2>
<p>What fibre along the line adds to the connections of ${home}, and between ${near} and ${far}. Each option is looked at in the year in which it opens, with the traffic of that year; committed cables are in all of them.</p>
${table(
  [
    { head: 'Option' },
    { head: 'Year' },
    { head: 'Not carried without the railway' },
    { head: 'Not carried with it' },
    { head: `${near} – ${far}, one way` },
    { head: 'Shortest cable' },
    { head: 'Rent' },
    { head: 'Worth of what is carried more' },
  ],
  options.map(([, { title, telecom }]): Content[] => [
    title,
    quantity(telecom.year),
    quantity(telecom.dropped_without),
    quantity(telecom.dropped),
    quantity(telecom.delay),
    quantity(telecom.way),
    quantity(telecom.rent),
    telecom.rent === null ? '–' : quantity(telecom.worth),
  ]),
  { caption: 'Options side by side', stacks: true },
)}
${laying.map(([id, { title, telecom }]) => one(id, title, telecom))}
<details class="stays-closed"><summary>Cables, and how often they work</summary>
${seriesTable((laying.at(-1) ?? first)[1].telecom.cables, { caption: 'Cables', digits: { carries: 1, works: 2 } })}</details>
</section>`;
}

function one(id: string, title: string, record: TelecomRecord): Markup {
  const { questions, cover, laying, fibre, near, far, way, round_trip, way_without, round_trip_without } = record;
  return fold(
    anchor('telecom', id),
    title,
    html`${seriesTable(questions, { caption: 'Hours a year in which something fails', digits: { 'without the railway': 1, 'with it': 1, 'with it, were failures independent': 1 } })}
<p class="note">Quakes, anchors and the queue for one repair ship take several cables down at once; the last column leaves such events out, to show what they make.</p>
<p>Laying the cable costs ${quantity(laying)} while the line is built. From ${near} to ${far} it is ${quantity(way)} long, ${quantity(round_trip)} there and back; without it ${quantity(way_without)} and ${quantity(round_trip_without)}. Light in fibre takes about 4.9 µs a kilometre; equipment is left out.</p>
${seriesTable(fibre, { caption: 'Fibre in the right of way by country', digits: { laying: 1, rent: 2 } })}
${seriesTable(cover, { caption: 'Train radio', digits: { covered: 1, 'worst place': 1 } })}`,
  );
}
