import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fixtureAssessment } from '../../charts/src/fixture.test-data.ts';
import { loadDossierAssets } from './assets.ts';
import { composeDossier } from './compose.ts';

const assessment = fixtureAssessment();
const { document } = parseHTML(composeDossier(assessment, loadDossierAssets()));

/** Everything in the fold of an option. */
const chapter = (option: string) => [...(document.querySelector(`#timetable-${option}`)?.children ?? [])].slice(1);

const words = (elements: readonly Element[]) =>
  elements.map((element) => element.textContent?.replace(/\s+/g, ' ')).join(' ');

/** The text of a cell without what keeps its words on one line. */
const textOf = (cell: Element) => cell.textContent?.replaceAll('\u00a0', ' ').replaceAll('\u2060', '').trim();

/** Rows of all tables of a chapter, their cells parted by bars. */
const rowsOf = (elements: readonly Element[]) =>
  elements
    .flatMap((element) => [...element.querySelectorAll('tbody tr')])
    .map((row) => [...row.children].map(textOf).join(' | '));

describe('timetable and capacity of an option', () => {
  const first = chapter('do-minimum');

  it('are told in a sentence: trains, how much longer they take, the fullest section and its limit', () => {
    expect(words(first)).toContain('5 trains a day fit together, 4 of those wanted do not; every day is alike.');
    expect(words(first)).toContain('makes their journeys 2.1 % longer');
    expect(words(first)).toContain(
      'The fullest section is Lao Cai – Yen Bai (Lào Cai–Hải Phòng): 3 trains occupy it for 72 % of the day, where UIC 406 recommends 60 % at most.',
    );
  });

  it('say for each leg how many more trains fit, and what refuses the next', () => {
    const legs = first.filter(({ tagName }) => tagName === 'UL').flatMap((list) => [...list.children]);
    expect(legs.map((leg) => leg.textContent)).toEqual([
      'Kunming–Hekou freight: 7 more; the next, Kunming–Hekou freight, is refused at Yuxi – Mengzi North: no path is free from Yuxi to Mengzi North within a journey of 15.8 h.',
      'Lào Cai–Hải Phòng freight: no more train; then the search ended.',
    ]);
  });

  it('name refused trains with count, section and reason', () => {
    expect(rowsOf(first)).toContain('Heavy ore train | 3 | – | The train stalls on 24 ‰ at km 301.2.');
    expect(rowsOf(first)).toContain(
      'Lào Cai–Hải Phòng freight | 1 | Lao Cai – Yen Bai | no path is free from Lao Cai to Yen Bai within a journey of 25.0 h',
    );
  });

  it('draw the lines of the main journey with names, not ids, a path a train and a train a row', () => {
    const graphs = first.filter(({ id }) => id.startsWith('figure-graph-'));
    expect(graphs.map(({ id }) => id)).toEqual([
      'figure-graph-do-minimum-kunming-hekou',
      'figure-graph-do-minimum-lao-cai-hai-phong',
    ]);
    const [north, south] = graphs as [Element, Element];
    expect([...north.querySelectorAll('.on-desk .stations text')].map(({ textContent }) => textContent)).toContain(
      'Mengzi North',
    );
    const rows = [...south.querySelectorAll('details tbody tr')].map((row) => [...row.children].map(textOf));
    expect(rows).toEqual([
      ['Lào Cai–Hải Phòng freight 1', 'Main journey', 'Lao Cai', '02:15', 'Hai Phong', '15:30'],
      ['Lào Cai–Hải Phòng freight 2', 'Main journey', 'Lao Cai', '14:00', 'Hai Phong', '02:30 (+1 d)'],
      ['Night train Hà Nội 1', 'Passenger', 'Lao Cai', '22:00', 'Hai Phong', '05:59 (+1 d)'],
    ]);
    // The second and the third train run through midnight: two lines each.
    expect(south.querySelectorAll('.on-desk .trains path')).toHaveLength(5);
    expect(words([north])).toContain('Times are on the clock of Kunming');
  });

  it('show the occupancy of sections with the limit, pairs and trains apart, and waiting by reason', () => {
    expect(words(first)).toContain('Occupancy of the sections on the way of the main journey');
    const heads = [...first.flatMap((element) => [...element.querySelectorAll('th[scope=col]')])].map(
      ({ textContent }) => textContent?.trim(),
    );
    expect(heads).toContain('Parallel diagram, a day');
    expect(heads).toContain('Goods beside others, a day');
    expect(heads).toContain('Scott, trains a day');
    expect(rowsOf(first)).toContain('Lao Cai – Yen Bai | 140.0 | 3 | 72.0 | 4.2 pairs | 3.0 pairs | 6.3');
    expect(words(first)).toContain('No number on one section: ordinary goods trains do not run both ways.');
    expect(rowsOf(first)).toContain('for a train that comes the other way | 4 | 1.2 | 18.0');
  });

  it('put published capacities beside computed ones, pairs and trains apart', () => {
    expect(rowsOf(first)).toContain('Lao Cai – Yen Bai | 17 | 4.2 | 3.0 | 3 | Lao Cai – Yen Bai');
    expect(words(first)).toContain('A pair is one train each way; trains planned count both ways.');
  });

  it('rank small works by the paths they buy', () => {
    const row = 'Crossing station | Lao Cai – Yen Bai, km 70.0 | +6 | 9 → 15 | –';
    expect(rowsOf(first)).toContain(row);
  });

  it('list departures and arrivals by service', () => {
    expect(rowsOf(first)).toContain('Kunming–Hekou freight | 2 | 8.0 | 6 | 06:00–13:54 · 18:30–02:36');
  });

  it('are pointed to where an earlier option told the same', () => {
    expect(words(chapter('faster-border'))).toContain('The timetable is the same as in Do minimum');
    expect(chapter('faster-border').some(({ tagName }) => tagName === 'FIGURE')).toBe(false);
    const sections = words(chapter('new-line'));
    expect(sections).toContain('5 trains a day fit together; every day is alike.');
    expect(sections).toContain('no longer than those of the same trains');
    expect(sections).toContain('The same as in Do minimum');
  });

  it('stand side by side before the options one by one', () => {
    const rows = [
      ...document.querySelectorAll(
        'section[aria-labelledby=timetable] > table, section[aria-labelledby=timetable] > .scrolls table',
      ),
    ].flatMap((table) =>
      table.querySelector('caption')?.textContent === 'Trains that fit together'
        ? [...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf))
        : [],
    );
    expect(rows[0]).toEqual([
      'Do minimum: transship at Lào Cai',
      '5; 4 refused',
      '2.1 % longer than alone',
      'Lao Cai – Yen Bai, 72 % occupied',
      '0',
      'Crossing station, Lao Cai – Yen Bai, km 70.0: +6 paths a day',
    ]);
    expect(rows.at(-1)).toEqual(['Bogie exchange', '–', '–', '–', '–', '–']);
  });
});
