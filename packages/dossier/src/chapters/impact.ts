import { decimal, impactMap } from '@throughline/charts';
import type {
  ConsultationRecord,
  Figure,
  ImpactRecord,
  OptionAssessment,
  PaybackRecord,
  ScreeningRecord,
  Series,
} from '@throughline/engine';
import { anchor } from '../anchors.ts';
import type { Edition } from '../edition.ts';
import { figureBlock } from '../figure-block.ts';
import { fold } from '../folds.ts';
import { type Content, html, type Markup } from '../html.ts';
import { quantity } from '../marks.ts';
import { seriesTable } from '../series-table.ts';
import { table } from '../table.ts';

type WithImpact = OptionAssessment & { readonly impact: ImpactRecord };

/** Air, land, water and people: options side by side, then each that builds. Nothing where nothing is known of it. */
export function impactChapter(edition: Edition): Markup {
  const options = edition.options.filter((entry): entry is readonly [string, WithImpact] => entry[1].impact !== null);
  if (options.length === 0) return html``;
  const building = options.filter(([, { impact }]) => impact.land_taken.value > 0);
  return html`<section aria-labelledby="air-land-people">
<h2 id="air-land-people">Air, land, water and people</h2>
${sideBySide(options)}
<p class="note">Emissions are those of all transport of the markets, on the corridor and beside it, over the whole chain of their energy, in ${quantity(options[0]![1].impact.compared_in)}; traffic that comes from the road or stays on it is in them. Building is counted apart. The categories are a screening by short forms of the rules, no legal opinion.</p>
${building.map(([id, option]) => optionImpact(edition, id, option))}
${deposits(options)}
${register(options)}
</section>`;
}

/** Columns of the hazards of deposits by what they tell. */
const contents = ['deposit', 'thorium in concentrate', 'uranium in concentrate', 'activity', 'class'];
const masses = ['deposit', 'tailings now', 'ore', 'tailings', 'residues', 'thorium', 'tailings at capacity'];

/** Some columns of a series, with the ends of their ranges. */
function only({ columns, ...series }: Series, names: readonly string[]): Series {
  return { ...series, columns: columns.filter(({ name }) => names.includes(name.replace(/ (low|high)$/, ''))) };
}

/** Mines and tailings, under the option that builds most. */
function deposits(options: ReadonlyArray<readonly [string, WithImpact]>): Markup {
  const [, { impact, title }] = options.at(-1)!;
  if ((impact.deposit_hazards.columns[0]?.values.length ?? 0) === 0) return html``;
  return html`<h3 id="deposit-hazards">Mines and their tailings</h3>
<p>Distances have the range of what is known of both places. Ore, tailings and residues are those of “${title}” with the railway and the technology of separation given; what is mined under the policy that holds stands beside them, and what the mines would leave at their capacity. The thorium of the ore follows the concentrate and ends in the leach residue.</p>
${seriesTable(only(impact.deposit_hazards, contents), { caption: 'What the concentrate of each deposit holds', digits: { activity: 1 } })}
<p class="note">Above 1 Bq/g of thorium and uranium together a material is regulated (IAEA GSR Part 3), above 10 Bq/g natural ores travel as class 7 (SSR-6, 107(f)).</p>
${seriesTable(only(impact.deposit_hazards, masses), { caption: 'What the mine of each deposit moves and leaves', digits: { thorium: 1 } })}
${seriesTable(impact.deposit_neighbours, { caption: 'What is nearest to each deposit', digits: { distance: 0 } })}`;
}

function sideBySide(options: ReadonlyArray<readonly [string, WithImpact]>): Markup {
  const rows = options.map(([, { title, impact }]): Content[] => [
    title,
    quantity(impact.emitted),
    quantity(impact.construction),
    paidBack(impact.payback),
    quantity(impact.land_taken),
    quantity(impact.displaced),
    impact.land_taken.value > 0 ? quantity(impact.exposed) : '–',
    categories(impact.screenings),
  ]);
  return table(
    [
      { head: 'Option' },
      { head: 'Transport emits' },
      { head: 'Building emits' },
      { head: 'Paid back by' },
      { head: 'Land' },
      { head: 'People who have to move' },
      { head: 'People above the noise limit by night' },
      { head: 'Screened as' },
    ],
    rows,
    { caption: 'Options side by side', stacks: true },
  );
}

/** The year, with those before which one draw in ten and nine in ten have paid back. */
function paidBack(payback: PaybackRecord | null): Content {
  if (!payback) return '–';
  const { year, early, late } = payback;
  if (!year && !early) return 'never';
  const end = (figure: Figure | null) => (figure ? String(figure.value) : 'never');
  return html`${end(year)}${early || late ? ` (${end(early)}–${end(late)})` : ''}`;
}

function paybackText({ against, built, saved_first, year, never }: PaybackRecord): Markup {
  const saves = saved_first.value >= 0;
  const first = saves
    ? html`transport saves ${quantity(saved_first)} in the first year`
    : html`transport emits more in the first year, by ${quantity(positive(saved_first))}`;
  const when = year
    ? html`Savings have made up for building in ${quantity(year)}`
    : html`Savings do not make up for building within a hundred years`;
  return html`<p>Against “${against}”, building emits ${quantity(built)} more, and ${first}. ${when}${never ? html`; in ${quantity(never)} of the draws they never do` : ''}. After the last year that was worked out, savings stay as they are there.</p>`;
}

/** What is more instead of what is saved. */
function positive({ value, low, high, ...figure }: Figure): Figure {
  return { ...figure, value: -value, ...(low === undefined || high === undefined ? {} : { low: -high, high: -low }) };
}

/** What a row stands for is told by its name. */
function withoutIds({ columns, ...series }: Series): Series {
  return { ...series, columns: columns.filter(({ name }) => name !== 'id') };
}

/** Schemes by the short names that those who screen use. */
const schemes: Readonly<Record<string, string>> = {
  vietnam: 'Viet Nam',
  adb: 'ADB',
  ifc: 'IFC',
  'world-bank': 'World Bank',
};

function categories(screenings: readonly ScreeningRecord[]): Content {
  return screenings.map(
    ({ id, category }, i) => html`${i > 0 ? html`<br>` : ''}${schemes[id] ?? id.replaceAll('-', '\u00a0')} ${category}`,
  );
}

function optionImpact({ document, mapData, assessment }: Edition, id: string, option: WithImpact): Markup {
  const { impact, title } = option;
  const built = new Set(impact.noise.columns[0]?.values.map(String));
  const lines = Object.fromEntries(
    Object.entries(option.lines).filter(
      ([line, { status, course }]) => (built.has(line) || status === 'planned') && course.length > 1,
    ),
  );
  const map = impactMap({
    id: anchor('impact-map', id),
    title: `What the line may cross, ${title}`,
    lines,
    features: impact.features,
    countries: Object.values(assessment.corridor.countries).map(({ name }) => name),
    mapData,
  });
  return fold(
    anchor('impact', id),
    title,
    html`${impact.features.length > 0 ? figureBlock(document, map, { fitsPhones: true }) : ''}
${impact.payback ? paybackText(impact.payback) : ''}
${seriesTable(impact.land, { caption: 'Land and people by alignment' })}
${seriesTable(impact.crossings, { caption: 'Crossings of parks, wetlands and rivers', digits: { nearest: 1 } })}
${seriesTable(withoutIds(impact.noise), { caption: 'Noise along what is built', digits: { 'level at 25 m': 1 } })}
${seriesTable(impact.exposed_by_level, { caption: 'People by the noise at their house' })}
${seriesTable(impact.transport, { caption: 'Emissions and harm of transport by year', digits: { hubs: 1, 'lifted in hubs': 2, 'killed on roads and other ways': 1 } })}
${impact.screenings.map(screening)}
<details class="opens"><summary>By place: ${decimal(impact.places.columns[0]?.values.length ?? 0)} provinces, communes and parks</summary>
${seriesTable(impact.places, { caption: 'By place', digits: { built: 1 } })}</details>`,
  );
}

function screening({ scheme, category, leads_to, triggers, not_judged }: ScreeningRecord): Markup {
  return html`<details class="opens"><summary>${scheme}: <strong>${category}</strong></summary>
<p>${leads_to}</p>
<ul>${triggers.map(({ category: own, facts, reference }) => html`<li>${own}: ${facts.join('; ')}. <span class="small">${reference}</span></li>`)}</ul>
${not_judged.length > 0 ? html`<p class="note">Not judged, for want of a fact: ${not_judged.join(', ')}.</p>` : ''}</details>`;
}

const registerWords = {
  en: {
    title: 'Consultation register',
    where: 'Where',
    who: 'Who',
    asked: 'What they ask',
    answer: 'Answer',
    none: 'not answered',
    recorded: 'recorded',
    expected: 'expected, not recorded',
  },
  vi: {
    title: 'Sổ tham vấn',
    where: 'Nơi',
    who: 'Ai',
    asked: 'Đề nghị',
    answer: 'Trả lời',
    none: 'chưa trả lời',
    recorded: 'đã ghi nhận',
    expected: 'dự kiến, chưa ghi nhận',
  },
  zh: {
    title: '公众意见登记簿',
    where: '地点',
    who: '对象',
    asked: '要求',
    answer: '答复',
    none: '尚未答复',
    recorded: '已记录',
    expected: '预计会提出，尚无记录',
  },
} as const; // prettier-ignore

/** The register under the option that builds most, in English, Vietnamese and Chinese. */
function register(options: ReadonlyArray<readonly [string, WithImpact]>): Markup {
  const [, last] = options.at(-1)!;
  if (last.impact.consultations.length === 0) return html``;
  return html`<h3 id="consultation-register">Who asks for what</h3>
<p>As answered under “${last.title}”. What is expected was not said by anybody: it is usual of people so affected.</p>
${(Object.keys(registerWords) as Array<keyof typeof registerWords>).map(
  (
    language,
    i,
  ) => html`<details${i === 0 ? html` open` : html` class="opens"`}><summary lang="${language}">${registerWords[language].title}</summary>
<div lang="${language}">${registerTable(last.impact.consultations, language)}</div></details>`,
)}`;
}

function registerTable(entries: readonly ConsultationRecord[], language: keyof typeof registerWords): Markup {
  const word = registerWords[language];
  const told = (texts: Readonly<Record<string, string>>) => texts[language] ?? texts.en ?? '';
  return table(
    [word.where, word.who, word.asked, word.answer].map((head) => ({ head })),
    entries.map(({ place, group, asked, answer, state, date }) => [
      told(place),
      told(group),
      html`<span>${told(asked)} <span class="small">(${date ? `${date}, ` : ''}${word[state]})</span></span>`,
      answer === null ? word.none : told(answer),
    ]),
    { caption: word.title, hidesCaption: true, stacks: true },
  );
}
