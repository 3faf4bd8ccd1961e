import { numbers, rowsOf, words } from '@throughline/charts';
import type { MineralsRecord, Series } from '@throughline/engine';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { rangeText } from '../series-table.ts';
import { table } from '../table.ts';

/** A column of a series with its heading and decimals; null digits for words. */
type Shown = readonly [column: string, head: string, digits: number | null, factor?: number];

function seriesTable(series: Series, columns: readonly Shown[], caption: string): Markup {
  const names = new Set(series.columns.map(({ name }) => name));
  const ends = (column: string) =>
    ['low', 'high'].map((end) => (names.has(`${column} ${end}`) ? numbers(series, `${column} ${end}`) : []));
  const cells = columns.map(([column, , digits, factor = 1]): Content[] => {
    if (digits === null) return words(series, column);
    const [low = [], high = []] = ends(column);
    const scaled = (value: number | null | undefined) => (typeof value === 'number' ? value * factor : undefined);
    return numbers(series, column).map((value, row) =>
      value === null ? '–' : rangeText(value * factor, scaled(low[row]), scaled(high[row]), digits),
    );
  });
  return table(
    columns.map(([, head, digits]) => ({ head, isNumber: digits !== null })),
    Array.from({ length: rowsOf(series) }, (_, row) => cells.map((column) => column[row])),
    { caption, stacks: true },
  );
}

/** What magnets are built into, by region. */
export function magnetTable({ magnets, recycled }: MineralsRecord): Markup {
  return html`<details class="opens"><summary>Demand for magnets: cars, turbines and the rest, by region</summary>
<p>Units of the year times the part of them that has permanent magnets times the magnets in one; the others do without, which is where substitution shows. ${quantity(recycled)} of the metal in new magnets comes from old ones.</p>
${seriesTable(
  magnets,
  [
    ['use', 'Built into', null],
    ['region', 'Region', null],
    ['units', 'A year', 0],
    ['counted in', 'Counted in', null],
    ['with magnets', 'With permanent magnets, %', 0, 100],
    ['magnets', 'Magnets, kt/year', 1],
  ],
  'Demand for magnets',
)}</details>`;
}

/** Who mines, refines, makes and builds in, by region. */
export function regionTable({ regions }: MineralsRecord): Markup {
  return seriesTable(
    regions,
    [
      ['region', 'Region', null],
      ['mined', 'Mined, kt/year', 1],
      ['refined', 'Refined, kt/year', 1],
      ['bought', 'Oxide bought, kt/year', 1],
      ['metal', 'Metal for magnets, kt/year', 1],
      ['magnets', 'Magnets made, kt/year', 1],
      ['built in', 'Magnets built in, kt/year', 1],
    ],
    'Who mines, refines, makes and buys',
  );
}

/** Prices by element, and what joint production leaves unsold. */
export function priceTable({ prices, home }: MineralsRecord): Markup {
  return html`${seriesTable(
    prices,
    [
      ['element', 'Oxide', null],
      ['at home', `Price in ${home}, USD/kg`, 1],
      ['cheapest', 'Cheapest anywhere', 1],
      ['dearest', 'Dearest anywhere', 1],
      ['reference', 'Reference price', 1],
      ['volatility', 'Volatility a year, %', 0, 100],
      ['unsold', 'Finds no buyer, kt/year', 1],
    ],
    'Prices of separated oxides',
  )}
<p class="note">The elements come out of the ground together: those in demand pay for the mine, the others are worth little or are heaped up.</p>`;
}

/** Every policy, with the railway and by road alone. */
export function policyTable(record: MineralsRecord): Markup {
  const { policies, home, best_policy: best } = record;
  return html`<p>What each policy makes of ${home}’s place${rangeNote(record)}. Ore is worth most where works stand: without a ban it leaves, with a ban and without works it stays in the ground.${best ? html` Most is refined at home under “${best.name}”: ${quantity(best.refined)}, ${quantity(best.share)} of the world, with the railway; ${quantity(best.refined_by_road)} by road alone.` : ''}</p>
${seriesTable(
  policies,
  [
    ['policy', 'Policy', null],
    ['transport', 'Transport', null],
    ['mined', 'Mined, t/year', 0],
    ['refined', 'Refined, t/year', 0],
    ['magnets', 'Magnets made, t/year', 0],
    ['refining HHI', 'Concentration of the world’s refining', 0],
    ['companies', 'Companies earn, MUSD/year', 1],
    ['state', 'State takes, MUSD/year', 1],
    ['by rail', 'By rail, t/year', 0],
  ],
  'Policies with and without the railway',
)}`;
}

/** What disruptions cost, with and without the railway and works at home. */
export function disruptionTable(record: MineralsRecord): Markup {
  const { disruptions, home } = record;
  return html`<p>While a disruption lasts, demand hardly bends and nothing is built. Buyers live on stock first. Losses are those of buyers of oxide and magnets${rangeNote(record)}; a car that waits for its magnets is not in them.</p>
${seriesTable(
  disruptions,
  [
    ['disruption', 'Disruption', null],
    ['transport', 'Transport', null],
    ['technology', `Technology in ${home}`, null],
    ['world', 'World loses, MUSD', 0],
    ['buyers that lose', 'Buyers that lose, MUSD', 0],
    ['buyers at home', `Buyers in ${home}, MUSD`, 1],
    ['unserved', 'Oxide and metal in magnets gone without, t', 0],
  ],
  'Losses by disruption',
)}`;
}

/** What the brackets of a table of policies or disruptions say. */
function rangeNote({ detailed_draws: { value } }: MineralsRecord): string {
  return value >= 2 ? `, at stated values, with the range of ${value} draws in brackets` : ', at stated values';
}

/** Deposits of the corridor. */
export function depositTable({ deposits }: MineralsRecord): Markup {
  return seriesTable(
    deposits,
    [
      ['deposit', 'Deposit', null],
      ['reserves', 'Oxide in the ground, Mt', 2],
      ['grade', 'Grade, %', 1, 100],
      ['heavy', 'Heavy, %', 0, 100],
      ['to the railway', 'Straight line to the railway, km', 0],
      ['state', 'State', null],
    ],
    'Deposits',
  );
}

/** What ore weighs at each stage: where processing stands decides what a railway carries. */
export function stageTable({ stages }: MineralsRecord): Markup {
  return html`<p>Mass collapses along the chain, so where processing stands decides what a railway would carry; the acids that it takes outweigh the oxide.</p>
${seriesTable(
  stages,
  [
    ['mine', 'Ore of', null],
    ['ore', 'Ore, kt', 0],
    ['concentrate', 'As concentrate, kt', 1],
    ['oxide', 'As oxide, kt', 1],
    ['reagents', 'Acids and alkali it takes, kt', 0],
  ],
  'What 500 kt of ore weigh at each stage',
)}`;
}

/** Mines from ore to magnets, with residues, radioactivity and the risk of prices. */
export function chainTables(record: MineralsRecord): Markup {
  const given = record.summary?.mined.value === 0;
  const chains = given ? record.chains_given : record.chains;
  return html`${given ? html`<p>Under the policy that holds nothing is mined here. With the railway and the technology given, mines would do this:</p>` : ''}
${seriesTable(
  chains,
  [
    ['mine', 'Mine', null],
    ['plant', 'Treated at', null],
    ['ore', 'Ore, t/year', 0],
    ['concentrate', 'Concentrate, t/year', 0],
    ['oxide', 'Oxide, t/year', 0],
    ['magnets', 'Magnets it would make, t/year', 0],
    ['tailings', 'Tailings, t/year', 0],
    ['reagents', 'Acids and alkali, t/year', 0],
    ['residues', 'Leach residue, t/year', 0],
    ['thorium', 'Thorium, t/year', 2],
    ['activity', 'Concentrate, Bq/g', 1],
  ],
  'Mines of the corridor, from ore to magnets',
)}
<p class="note">Natural ores above 10 Bq/g of thorium and uranium travel as class 7 (IAEA SSR-6).</p>
${seriesTable(
  chains,
  [
    ['mine', 'Mine', null],
    ['basket', 'Basket of oxides, USD/kg', 1],
    ['mine income', 'Mine earns after tax, MUSD/year', 2],
    ['state income', 'State takes, MUSD/year', 2],
    ['lasts', 'Deposit lasts, years', 0],
  ],
  'What prices of a year make of the basket and of incomes',
)}
<p class="note">In brackets: one year in ten lies below, and one above. Amounts and costs stay within a year; works pass the price of what they recover on to the mine, and the royalty follows the value of the ore.</p>`;
}

/** Goods of the minerals between sites; with the technology given where nothing travels as things stand. */
export function tonneTable({ tonnes: now, tonnes_given }: MineralsRecord): Markup {
  const none = rowsOf(now) === 0;
  const tonnes = none ? tonnes_given : now;
  if (rowsOf(tonnes) === 0) return html`<p>Nothing of the minerals travels, technology given or not.</p>`;
  return html`${none ? html`<p>Nothing of the minerals travels under the policy that holds. With the railway and the technology given, this would:</p>` : ''}
${seriesTable(
  tonnes,
  [
    ['commodity', 'Goods', null],
    ['from', 'From', null],
    ['to', 'To', null],
    ['mass', 't/year', 0],
    ['rail', 'By rail between', null],
  ],
  'Goods of the minerals between sites',
)}
<p class="note">All of a good takes the way that is cheapest at stated values. Where road and railway cost nearly the same, draws choose the other one, and the stated value can lie outside the range.</p>`;
}
