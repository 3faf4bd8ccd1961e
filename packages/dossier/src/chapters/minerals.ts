import { type ChainFlow, chainDiagram, decimal, numbers, words } from '@throughline/charts';
import type { CauseRecord, Figure, MineralStateRecord, MineralsRecord } from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { table } from '../table.ts';
import {
  chainTables,
  depositTable,
  disruptionTable,
  magnetTable,
  policyTable,
  priceTable,
  regionTable,
  stageTable,
  tonneTable,
} from './minerals-tables.ts';

/** Rare earths: who digs, refines and buys, what travels on the railway, and what the railway changes. Nothing for a corridor without minerals. */
export function mineralsChapter({ document, options }: Edition): Markup {
  const told = options.flatMap(([id, { title, minerals }]) => (minerals ? [{ id, title, minerals }] : []));
  // The option that builds most shows most of what a railway can change.
  const last = told.at(-1);
  if (!last) return html``;
  const { minerals } = last;
  return html`<section aria-labelledby="minerals">
<h2 id="minerals">Minerals</h2>
<p>Supply and demand are those expected for ${quantity(minerals.year)}; masses are of rare-earth oxide unless a line says otherwise. Where a range stands in brackets, four draws in five lie within it.</p>
${verdict(minerals)}
${scaleText(minerals)}
<h3 id="minerals-compared">What each option changes</h3>
${optionTable(told)}
<h3 id="minerals-causes">Railway or technology</h3>
<p>The market is solved four times: with and without the railway, with and without the technology of separation, metal and magnets in ${minerals.home}. Each cause is given the mean of what it adds first and what it adds second, so that the parts make the whole. Under “${last.title}”:</p>
${cellTable(minerals)}
${causeTable(minerals.causes)}
<h3 id="minerals-chain">Who digs, refines and buys</h3>
${diagram(document, minerals)}
${magnetDiagram(document, minerals)}
${regionTable(minerals)}
${magnetTable(minerals)}
${priceTable(minerals)}
<h3 id="minerals-policies">Policies</h3>
${policyTable(minerals)}
<h3 id="minerals-disruptions">Disruptions</h3>
${disruptionTable(minerals)}
<h3 id="minerals-deposits">Deposits, mines and what they leave</h3>
${depositTable(minerals)}
${stageTable(minerals)}
${chainTables(minerals)}
<h3 id="minerals-railway">On the railway</h3>
${tonneTable(minerals)}
</section>`;
}

function verdict({ home, policy, summary, trouble, causes, cells }: MineralsRecord): Markup {
  if (!summary) return html`<div class="call"><p>No equilibrium of the market was found: ${trouble}.</p></div>`;
  const refined = causes.find(({ what }) => what === 'Oxide refined');
  const { both } = cells;
  const change =
    refined && both
      ? html` With the technology of processing and the railway it would refine ${quantity(both.refined)}, ${quantity(both.refined_share)} of the world. ${attributed(refined)}`
      : '';
  return html`<div class="call"><p>Under the policy “${policy}”, ${home} mines ${quantity(summary.mined)} and refines ${quantity(summary.refined)}.${change}</p></div>`;
}

function attributed({ total, railway, technology }: CauseRecord): Markup {
  if (Math.abs(total.value) < 1e-9) return html`Neither changes anything at stated values.`;
  const part = (value: number) => `${decimal((100 * value) / total.value, 1)}\u00a0%`;
  return html`Of the change, ${part(railway.value)} is due to the railway and ${part(technology.value)} to the technology.`;
}

function scaleText({ scale, summary, cells, home }: MineralsRecord): Markup {
  const { forecast, target, target_concentrate, mined, reserves } = scale;
  const share = (figure: { value: number } | null | undefined) =>
    forecast && figure ? smallPercent(figure.value / forecast.value) : '–';
  const most = cells.both?.by_rail;
  return html`<ul>
${mined ? html`<li>${quantity(mined)} of oxide were mined in ${home} last.</li>` : ''}
${reserves ? html`<li>Reserves: ${quantity(reserves)} of oxide; sources contradict each other, see the claims in conflict.</li>` : ''}
${summary ? html`<li>By rail travel ${quantity(summary.by_rail)} of ore products and acids${forecast ? html`, ${share(summary.by_rail)} of the ${quantity(forecast)} that others forecast for the railway` : ''}${most ? html`; with the technology given, ${quantity(most)} (${share(most)})` : ''}.</li>` : ''}
${target && target_concentrate ? html`<li>Even the state’s target of ${quantity(target)}, which is no case of this study, would be ${quantity(target_concentrate)} of concentrate, ${share(target_concentrate)} of the forecast, if all of it moved by rail.</li>` : ''}
</ul>`;
}

/** A share in per cent, told as small where rounding would make it nothing. */
function smallPercent(share: number): string {
  const shown = 100 * share;
  return shown > 0 && shown < 0.01 ? '< 0.01\u00a0%' : `${decimal(shown, 2)}\u00a0%`;
}

function optionTable(
  told: ReadonlyArray<{ readonly id: string; readonly title: string; readonly minerals: MineralsRecord }>,
): Markup {
  const cells = (state: MineralStateRecord | null): Content[] =>
    state
      ? [
          quantity(state.mined),
          quantity(state.refined),
          quantity(state.by_rail),
          quantity(state.companies),
          quantity(state.state),
        ]
      : ['–', '–', '–', '–', '–'];
  return table(
    ['Option', 'Mined', 'Refined', 'By rail', 'Companies earn', 'State takes', 'By rail with technology'].map(
      (head) => ({ head }),
    ),
    told.map(({ id, title, minerals }) => [
      html`<a href="#${anchor('option', id)}">${title}</a>`,
      ...cells(minerals.summary),
      quantity(minerals.cells.both?.by_rail),
    ]),
    { caption: 'Minerals by option, under the policy that holds', stacks: true },
  );
}

function cellTable({ cells }: MineralsRecord): Markup {
  const rows: ReadonlyArray<readonly [string, MineralStateRecord | null]> = [
    ['By road, technology withheld', cells.neither],
    ['Railway, technology withheld', cells.railway],
    ['By road, technology given', cells.technology],
    ['Railway, technology given', cells.both],
  ];
  const told = (
    caption: string,
    columns: ReadonlyArray<readonly [head: string, of: (state: MineralStateRecord) => Figure]>,
  ) =>
    table(
      [{ head: '' }, ...columns.map(([head]) => ({ head }))],
      rows.map(([name, state]) => [name, ...columns.map(([, of]) => quantity(state && of(state)))]),
      { caption, stacks: true },
    );
  return html`${told('With and without the railway and the technology', [
    ['Mined', ({ mined }) => mined],
    ['Refined', ({ refined }) => refined],
    ['Share of the world’s refining', ({ refined_share }) => refined_share],
    ['Magnets made', ({ magnets }) => magnets],
    ['Share of the world’s magnets', ({ magnets_share }) => magnets_share],
    ['By rail', ({ by_rail }) => by_rail],
  ])}
${told('Who earns, with and without', [
  ['Companies earn', ({ companies }) => companies],
  ['State takes', ({ state }) => state],
])}
${told('Concentration of the world by country (HHI, 10 000: one country has all)', [
  ['Mining', ({ mining_hhi }) => mining_hhi],
  ['Refining', ({ refining_hhi }) => refining_hhi],
  ['Metal for magnets', ({ metal_hhi }) => metal_hhi],
  ['Magnets', ({ magnets_hhi }) => magnets_hhi],
])}`;
}

function causeTable(causes: readonly CauseRecord[]): Markup {
  return table(
    [{ head: 'What changes' }, { head: 'Together' }, { head: 'Railway' }, { head: 'Technology' }],
    causes.map(({ what, total, railway, technology }) => [
      what,
      quantity(total),
      quantity(railway),
      quantity(technology),
    ]),
    { caption: 'What the railway and the technology change', stacks: true },
  );
}

/** Flows of one stage, as a diagram of the given stages takes them. */
function flowsOf({ flows }: MineralsRecord, stages: readonly string[]): ChainFlow[] {
  const [named, from, to] = [words(flows, 'stage'), words(flows, 'from'), words(flows, 'to')];
  const [mass, value] = [numbers(flows, 'mass'), numbers(flows, 'value')];
  return named.flatMap((name, i) => {
    const stage = stages.indexOf(name);
    return stage < 0 ? [] : [{ stage, from: from[i] ?? '', to: to[i] ?? '', mass: mass[i] ?? 0, value: value[i] ?? 0 }];
  });
}

function magnetDiagram(document: Document, record: MineralsRecord): Markup {
  const flows = flowsOf(record, ['made into magnets to built in']);
  if (flows.length === 0) return html``;
  const figure = chainDiagram({
    id: 'minerals-magnets',
    title: 'Magnets from maker to user',
    stages: ['Made into magnets', 'Built in'],
    massUnit: 'kt/year',
    valueUnit: 'MUSD/year',
    home: record.home,
    caption: 'Rare-earth metal in the magnets, about three tenths of their mass. Its table has the money.',
    flows,
  });
  return figureBlock(document, figure);
}

function diagram(document: Document, record: MineralsRecord): Markup {
  const { home } = record;
  const flows = flowsOf(record, ['mined to refined', 'refined to bought']);
  if (flows.length === 0) return html``;
  const passes = flows.some(({ from, to }) => from === home || to === home);
  const figure = chainDiagram({
    id: 'minerals-chain',
    title: 'Rare earths from mine to buyer',
    stages: ['Mined', 'Refined', 'Bought'],
    massUnit: 'kt/year',
    valueUnit: 'MUSD/year',
    home,
    caption: `Oxide in concentrate, then separated oxides, bought for metal or for other uses; what is lost in works or finds no buyer ends there. ${passes ? `${home} is marked` : `Nothing of it passes ${home}`}. Its table has the money.`,
    flows,
  });
  return figureBlock(document, figure);
}
