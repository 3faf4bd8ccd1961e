import { createHash } from 'node:crypto';
import type { Assessment } from '@throughline/engine';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { fixtureAssessment } from '../../charts/src/fixture.test-data.ts';
import { loadDossierAssets } from './assets.ts';
import { composeDossier } from './compose.ts';
import { themeScript, themeScriptHash } from './theme-toggle.ts';

const assets = loadDossierAssets();
const assessment = fixtureAssessment();
const text = composeDossier(assessment, assets);
const { document } = parseHTML(text);
const main = document.querySelector('main');

/** The assessment with every text of it replaced, keys included where they are ids. */
function withTexts(replace: (text: string) => string): Assessment {
  const kept = new Set([
    'kind',
    'unit',
    'finding',
    'stops',
    'what',
    'role',
    'status',
    'gauges',
    'power',
    'rests_on',
    'country',
    'format',
    'fidelity',
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) || key === '' ? value : replace(value);
    if (Array.isArray(value))
      return value.map((item) =>
        walk(item, ['lines', 'stations', 'values', 'same_as', 'inputs', 'columns', 'through'].includes(key) ? '' : key),
      );
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(assessment, 'root') as Assessment;
}

describe('a dossier', () => {
  it('is the same text each time, and less than 3 MB', () => {
    expect(composeDossier(fixtureAssessment(), assets)).toBe(text);
    expect(Buffer.byteLength(text)).toBeLessThan(3_000_000);
  });

  it('loads nothing: no address in any element that fetches, none in its style', () => {
    expect(document.querySelectorAll('link, img, iframe, object, embed, video, audio, source, use, image').length).toBe(
      0,
    );
    for (const element of document.querySelectorAll('[src], [srcset], [data], [poster], [background]')) {
      expect.fail(`${element.localName} fetches`);
    }
    const style = [...document.querySelectorAll('style')].map((element) => element.textContent).join('');
    expect(
      [...style.matchAll(/url\(([^)]{0,40})/g)].filter(
        ([, address]) => !address?.startsWith('data:font/woff2;base64,'),
      ),
    ).toEqual([]);
    expect(style).not.toMatch(/@import/);
  });

  it('runs one script, the one its policy allows, and no handlers in attributes', () => {
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.map((script) => script.textContent)).toEqual([themeScript]);
    expect(createHash('sha256').update(themeScript).digest('base64')).toBe(themeScriptHash);
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src 'sha256-${themeScriptHash}'`);
    for (const element of document.querySelectorAll('*')) {
      expect([...element.attributes].filter(({ name }) => /^on/i.test(name))).toEqual([]);
    }
  });

  it('has every id once, and an element for every link within', () => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    const links = [...document.querySelectorAll('a[href^="#"]')].map(
      (link) => link.getAttribute('href')?.slice(1) ?? '',
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !known.has(link))).toEqual([]);
    const fills = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id ?? '');
    expect(fills.filter((id) => !known.has(id))).toEqual([]);
  });

  it('links sources by address without telling them who asks', () => {
    const links = [...document.querySelectorAll('a')].filter((link) => !link.getAttribute('href')?.startsWith('#'));
    expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('rel')])).toEqual([
      ['https://example.org/mengzi-hekou', 'noreferrer'],
    ]);
  });

  it('has a table with caption and heads beside every figure', () => {
    const figures = [...document.querySelectorAll('figure')];
    expect(figures.length).toBeGreaterThan(8);
    for (const figure of figures) {
      const table = figure.querySelector('details table');
      expect(table?.querySelector('caption')?.textContent).toBeTruthy();
      expect(table?.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
      for (const head of table?.querySelectorAll('th') ?? [])
        expect(['col', 'row']).toContain(head.getAttribute('scope'));
      expect(figure.querySelector('svg[role="img"][aria-label]')).toBeTruthy();
    }
  });
});

describe('what the dossier tells', () => {
  const words = () => main?.textContent?.replace(/\s+/g, ' ') ?? '';

  it('is the question, each option with its time and range, and the border apart', () => {
    expect(words()).toContain(assessment.corridor.question);
    for (const option of Object.values(assessment.options)) expect(words()).toContain(option.title);
    expect(words()).toContain('41 h (30–60)');
    expect(words()).toContain('18 h (9–36)');
  });

  it('is that an option changes nothing, and which services do not run', () => {
    expect(words()).toContain('gives the same results as Do minimum');
    expect(words()).toContain('Heavy ore train (cannot climb) in every option');
    expect(words()).toContain('Largest mass it could take there: 2440 t');
  });

  it('is what stops a train, and which option removes it', () => {
    expect(words()).toContain('What stops a train at Hekou – Lào Cai');
    const links = [...(main?.querySelectorAll('#what-stops-a-train ~ table a, section a') ?? [])];
    expect(links.some((link) => link.textContent === 'New standard-gauge line, through running')).toBe(true);
  });

  it('is why an input is an estimate, and what contradicts what', () => {
    expect(words()).toContain('No dwell time at Lào Cai has been published');
    expect(words()).toContain('c1: 84, c2: 108; followed: c1');
    expect(words()).toContain('We follow: 84 t. Only this fits the axle load');
  });

  it('is what it does not know', () => {
    expect(words()).toContain('one train alone on its line');
    expect(words()).toContain('It does not hold trains of services that the files leave out');
  });

  it('is how goods cross as the main journey does, and otherwise as the border allows', () => {
    const option = assessment.options['do-minimum']!;
    const container = option.journeys.container!;
    const parts = container.parts.map((part) => (part.what === 'border' ? { ...part, how: 'bogie exchange' } : part));
    const changed = { ...option, journeys: { container: { ...container, parts } } };
    const { document: other } = parseHTML(
      composeDossier({ ...assessment, options: { ...assessment.options, 'do-minimum': changed } }, assets),
    );
    const goods = (page: Document) =>
      [...page.querySelectorAll('[data-head="Goods cross by"]')].map((cell) => cell.textContent?.trim());
    expect(goods(other)[0]).toBe('bogie exchange');
    expect(goods(other).slice(1)).toEqual(goods(document).slice(1));
  });

  it('is why a value lies outside its own range, and nothing of it where none does', () => {
    const note = 'Where a value lies outside the range beside it';
    expect(words()).not.toContain(note);
    const option = assessment.options['do-minimum']!;
    const container = {
      ...option.journeys.container!,
      total: { value: 9, low: 10, high: 12, unit: 'h', rests_on: 'lines' },
    };
    const changed = { ...option, journeys: { container } };
    const other = composeDossier({ ...assessment, options: { 'do-minimum': changed } }, assets);
    expect(other.split(note)).toHaveLength(3);
  });
});

describe('hostile texts', () => {
  const hostile = `</style><script>alert("x")</script><img src=x onerror='alert(1)'>&lt;`;
  const injected = composeDossier(
    withTexts((own) => hostile + own),
    assets,
  );
  const page = parseHTML(injected).document;

  it('stay texts in every place', () => {
    expect([...page.querySelectorAll('script')].map((script) => script.textContent)).toEqual([themeScript]);
    expect(page.querySelectorAll('img').length).toBe(0);
    expect(injected.match(/<\/style>/g)).toHaveLength(1);
    expect(page.querySelector('h1')?.textContent).toContain(hostile);
  });

  it('never become the address of a link', () => {
    const sources = { s068: { ...assessment.sources.s068!, address: 'javascript:alert(1)' } };
    const { document: other } = parseHTML(composeDossier({ ...assessment, sources }, assets));
    expect(
      [...other.querySelectorAll('a')].filter((link) => /^javascript/i.test(link.getAttribute('href') ?? '')),
    ).toEqual([]);
  });

  it('as keys make ids that hold', () => {
    const [first] = Object.values(assessment.options);
    const { document: other } = parseHTML(
      composeDossier({ ...assessment, options: { '"><b id="x">': first! } }, assets),
    );
    expect(other.querySelectorAll('b#x').length).toBe(0);
  });
});
