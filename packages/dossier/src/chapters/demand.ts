import {
  decimal,
  flowMap,
  modeShares,
  numbers,
  rowsOf,
  type SectionLoad,
  sectionFlows,
  words,
} from '@throughline/charts';
import type { DemandRecord, OptionAssessment, Series } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { optionFolds } from '../folds.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';
import { demandByOption } from './demand-by-option.ts';
import { trainsAndRoads } from './demand-supply.ts';
import { neededText } from './demand-text.ts';

/** Share of the day for which a block may be held, by UIC 406 for mixed traffic. */
const limit = 0.6;

/** How much would travel: options side by side, then who sends what by which way in each. Nothing for a corridor without markets. */
export function demandChapter(edition: Edition): Markup {
  if (edition.options.every(([, { demand }]) => demand === null)) return html``;
  return html`<section aria-labelledby="demand">
<h2 id="demand">How much would travel</h2>
${demandByOption(edition)}
${optionFolds(edition, 'demand', (id, option) => demandOf(edition, id, option))}
</section>`;
}

function demandOf(edition: Edition, id: string, option: OptionAssessment): Markup | null {
  const { demand } = option;
  if (!demand) return null;
  const { document, assessment, mapData } = edition;
  const moments = [decimal(demand.before.value), decimal(demand.after.value)] as const;
  const bare = moments.map((moment) => moment.replace(/\D/g, '')) as unknown as readonly [string, string];
  const { mode, flows } = modeFlows(demand.ways);
  const figureOf = (kind: string) => anchor(kind, id);
  const countries = Object.values(assessment.corridor.countries).map(({ name }) => name);
  return html`<p>Goods and travellers choose between this railway, the road, the railway over the other border and the sea by price, time, reliability, interest and spoilage. ${fullText(demand, option)}</p>
${figureBlock(document, modeShares({ id: figureOf('modes'), title: 'Who carries what, before and after', unit: 'M/year', moments: bare, flows }))}
${along(edition, id, option, demand)}
${figureBlock(
  document,
  flowMap({
    id: figureOf('flows'),
    title: 'Goods between zones',
    unit: 'Mt/year',
    moments: bare,
    zones: demand.zones,
    flows: mode,
    countries,
    mapData,
  }),
)}
${claimTable(demand)}
${trainsAndRoads(demand)}
<details><summary>Ways of every market: flows, costs and times</summary>${wayTable(demand.ways, bare)}</details>`;

  function modeFlows(ways: Series) {
    const [group, modes] = [words(ways, 'group'), words(ways, 'mode')];
    const [then, now] = [numbers(ways, 'flow before'), numbers(ways, 'flow after')];
    const series = demand!.flows;
    const [from, to, by] = [words(series, 'from'), words(series, 'to'), words(series, 'mode')];
    const [before, after] = [numbers(series, 'before'), numbers(series, 'after')];
    return {
      flows: group.map((name, i) => ({ group: name, mode: modes[i]!, before: then[i] ?? 0, after: now[i] ?? 0 })),
      mode: from.map((origin, i) => ({
        from: origin,
        to: to[i]!,
        mode: by[i]!,
        before: before[i] ?? 0,
        after: after[i] ?? 0,
      })),
    };
  }
}

/** Where the line is full, and what found no room. */
function fullText({ sections, ways, years }: DemandRecord, { lines, stations }: OptionAssessment): string {
  const [year, line, from, to] = [
    numbers(sections, 'year'),
    words(sections, 'line'),
    words(sections, 'from'),
    words(sections, 'to'),
  ];
  const [state, held] = [words(sections, 'state'), numbers(sections, 'held')];
  const nameOf = (station: string | undefined) => stations[station ?? '']?.name ?? station ?? '';
  const full = new Map<string, { first: number; most: number }>();
  for (const [i, part] of held.entries()) {
    if (state[i] !== 'option' || part === null || part <= limit) continue;
    const key = `${nameOf(from[i])} – ${nameOf(to[i])} (${lines[line[i] ?? '']?.name ?? line[i]})`;
    const known = full.get(key);
    full.set(key, { first: Math.min(known?.first ?? 9999, year[i] ?? 9999), most: Math.max(known?.most ?? 0, part) });
  }
  const refused = numbers(ways, 'refused after').reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const open = words(years, 'outcome').every((outcome) => outcome === 'converged');
  const told = [...full].map(
    ([name, { first, most }]) => `${name} from ${first}, up to ${decimal(100 * most)} % of the day`,
  );
  return [
    told.length === 0
      ? `No section is held for more than ${decimal(100 * limit)} % of the day in any year looked at: the line is nowhere full.`
      : `Sections held for more than ${decimal(100 * limit)} % of the day: ${told.join('; ')}.`,
    refused > 5e-4
      ? `${decimal(refused, 2)} million (tonnes or travellers) a year find no room when it opens.`
      : 'Nothing that wants to come finds no room when it opens.',
    open
      ? ''
      : 'In some year the fixed point of service and demand was not reached; its residual stands in the assessment.',
  ].join(' ');
}

/** Tonnes along the way of the main journey, year by year. */
function along({ document, assessment }: Edition, id: string, option: OptionAssessment, demand: DemandRecord): Markup {
  const journey = option.journeys[assessment.corridor.main_journey ?? ''];
  const legs = (journey?.parts ?? []).flatMap((part) => (part.what === 'run' ? [part.id] : []));
  const order = [...new Set(legs.flatMap((leg) => option.services[leg]?.lines ?? []))];
  const { sections } = demand;
  const [line, state, from, to] = ['line', 'state', 'from', 'to'].map((name) => words(sections, name)) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const [year, length, held] = [numbers(sections, 'year'), numbers(sections, 'length'), numbers(sections, 'held')];
  const [rising, falling] = [numbers(sections, 'rising'), numbers(sections, 'falling')];
  const years = [...new Set(year.filter((_, i) => state[i] === 'option'))].flatMap((value) =>
    value === null ? [] : [value],
  );
  const nameOf = (station: string | undefined) => option.stations[station ?? '']?.name ?? station ?? '';
  const passed = new Set(legs.flatMap((leg) => passedBy(option, leg)));
  const loads: SectionLoad[] = [];
  let at = 0;
  for (const own of order) {
    for (let i = 0; i < rowsOf(sections); i += 1) {
      if (line[i] !== own || state[i] !== 'option' || year[i] !== years[0]) continue;
      if (!passed.has(from[i]!) || !passed.has(to[i]!)) continue;
      const same = years.map((_, k) => i + k);
      const tonnes = same.map((k) => (rising[k] ?? 0) + (falling[k] ?? 0));
      const room = same.map((k, n) => ((held[k] ?? 0) > 0 && tonnes[n]! > 0 ? (tonnes[n]! * limit) / held[k]! : null));
      const end = at + (length[i] ?? 0);
      loads.push({ from: nameOf(from[i]), to: nameOf(to[i]), begin: at, end, tonnes, room });
      at = end;
    }
  }
  if (loads.length === 0) return html``;
  const title = 'Tonnes along the way of the main journey';
  return figureBlock(document, sectionFlows({ id: anchor('tonnes', id), title, years, sections: loads }));
}

function passedBy({ services }: OptionAssessment, leg: string): string[] {
  const run = services[leg]?.outcome;
  return run?.kind === 'run' ? words(run.stations, 'station') : [];
}

/** What the line could take, and forecasts of others as claims to be tested, with what would have to be true for them. */
function claimTable({ forecasts, room }: DemandRecord): Markup {
  if (forecasts.length === 0 && room === null) return html``;
  const claims = [
    ...(room
      ? [
          {
            title: html`What fits between ${room.from} and ${room.to}, ${quantity(room.year)}`,
            claim: room,
          },
        ]
      : []),
    ...forecasts.map((claim) => ({
      title: html`${claim.name}, ${quantity(claim.year)}, ${claim.kind === 'freight' ? 'goods' : 'travellers'}`,
      claim,
    })),
  ];
  const rows = claims.map(({ title, claim: { claimed, reckoned, across_border, needed } }): Content[] => [
    title,
    ...[claimed, reckoned, across_border].map(({ value, unit }) => `${decimal(value, 1)}\u00a0${unit}`),
    ...neededText(needed),
  ]);
  const heads = [
    'What it would fill, or who claims it',
    'To be reached',
    'Reckoned here',
    'Of it over the border',
    'It would take, in tariffs',
    'or at the border',
    'or in growth',
  ];
  return html`${table(
    heads.map((head) => ({ head })),
    rows,
    { caption: 'What would have to be true for this line to fill', stacks: true },
  )}
<p class="note">As if the option were open in that year; each of the three alone, all else as reckoned and with room for all. Only what crosses the border meets the lines beyond it. What fits is what the scarcest section of the main journey’s way can take at the limit of UIC 406, trains fully laden, the others as they are.</p>`;
}

function wayTable(ways: Series, [before, after]: readonly [string, string]): Markup {
  const text = (name: string) => words(ways, name);
  const number = (name: string) => numbers(ways, name);
  const [market, way] = [text('market'), text('way')];
  const columns = [
    'flow before',
    'flow after',
    'share before',
    'share after',
    'cost before',
    'cost after',
    'time before',
    'time after',
  ].map(number);
  const digits = [3, 3, 1, 1, 0, 0, 0, 0];
  const heads = [
    'Market and way',
    `${before}, M/year`,
    `${after}, M/year`,
    `share ${before}, %`,
    `share ${after}, %`,
    `cost ${before}`,
    `cost ${after}`,
    `hours ${before}`,
    `hours ${after}`,
  ];
  return html`${table(
    heads.map((head, i) => ({ head, isNumber: i > 0 })),
    market.map((name, i): Content[] => [
      `${name}: ${way[i]}`,
      ...columns.map((column, k) =>
        column[i] === null || column[i] === undefined ? '–' : decimal(column[i]!, digits[k]),
      ),
    ]),
    { caption: 'Ways of every market', hidesCaption: true },
  )}
<p class="note">Costs are generalised costs a tonne or a traveller in the currency of the corridor: price, time, unreliability, interest, spoilage and transfers. Millions of tonnes, or of travellers.</p>`;
}
