import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, whyNoBrowser } from '../../../tools/browser/browser.mjs';
import { openPage } from '../../../tools/browser/page.mjs';
import { fixtureAssessment } from '../../charts/src/fixture.test-data.ts';
import { loadDossierAssets } from './assets.ts';
import { composeDossier } from './compose.ts';
import { fontFamily } from './fonts.ts';

const reason = whyNoBrowser();

describe.skipIf(reason)(`the dossier in a real browser${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ä b '));
  const file = join(folder, 'dossier.html');
  let browser: Awaited<ReturnType<typeof openBrowser>>;

  beforeAll(async () => {
    writeFileSync(file, composeDossier(fixtureAssessment(), loadDossierAssets()));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  for (const dark of [false, true]) {
    it(`opens from disk in ${dark ? 'dark' : 'light'} without an error, a request or a barrier`, async () => {
      const opened = await openPage(browser, file, { dark });
      await opened.page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })");
      expect(opened.errors).toEqual([]);
      expect(opened.requests).toEqual([]);
      expect(await opened.accessibility()).toEqual([]);
      await opened.close();
    });
  }

  it('changes between light and dark at the press of a button', async () => {
    const opened = await openPage(browser, file);
    const ground = () => opened.page.evaluate('getComputedStyle(document.body).backgroundColor');
    const before = await ground();
    await opened.page.click('#theme');
    expect(await ground()).not.toBe(before);
    expect(await opened.page.getAttribute('#theme', 'aria-pressed')).toBe('true');
    await opened.close();
  });

  it('draws Vietnamese and Chinese with the font it carries', async () => {
    const opened = await openPage(browser, file);
    const drawn = (text: string, families: string) =>
      opened.page.evaluate(
        `(() => {
          const canvas = document.createElement('canvas');
          canvas.width = 400;
          canvas.height = 60;
          const context = canvas.getContext('2d');
          context.font = '40px ${families}';
          context.fillText(${JSON.stringify(text)}, 5, 45);
          return canvas.toDataURL();
        })()`,
      );
    for (const text of ['昆明 河口北', 'Hải Phòng ễ', '建水', '玉溪']) {
      expect(await drawn(text, `"${fontFamily}", serif`)).not.toBe(await drawn(text, 'serif'));
      expect(await opened.page.evaluate(`document.fonts.check('16px "${fontFamily}"', ${JSON.stringify(text)})`)).toBe(
        true,
      );
    }
    const [one, other] = [await drawn('昆', `"${fontFamily}"`), await drawn('明', `"${fontFamily}"`)];
    expect(one).not.toBe(other);
    await opened.close();
  });

  it('draws a character with the emptied font exactly as with the whole one', async () => {
    const { fonts = [] } = loadDossierAssets();
    const slice = fonts.find(({ unicodeRange }) => unicodeRange.includes('6606'));
    if (!slice) throw new Error('No slice holds 昆.');
    const every = Array.from({ length: 0x9fff - 0x3000 }, (_, i) => String.fromCodePoint(0x3000 + i)).join('');
    const page = join(folder, 'glyphs.html');
    const face = (name: string, characters: string) =>
      `@font-face{font-family:${name};src:url(data:font/woff2;base64,${slice.data(characters)});font-weight:100 900}`;
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><title>Glyphs</title><style>${face('whole', every)}${face('part', '昆')}
      canvas{display:block}</style><p style="font-family:whole">昆</p><p style="font-family:part">昆</p>`,
    );
    const opened = await openPage(browser, page);
    const drawn = (family: string, weight: number) =>
      opened.page.evaluate(
        `document.fonts.load('${weight} 80px ${family}', '昆').then(() => {
          const canvas = document.createElement('canvas');
          canvas.width = canvas.height = 100;
          const context = canvas.getContext('2d');
          context.font = '${weight} 80px ${family}';
          context.fillText('昆', 5, 85);
          return canvas.toDataURL();
        })`,
      );
    for (const weight of [400, 700]) expect(await drawn('part', weight)).toBe(await drawn('whole', weight));
    expect(await drawn('part', 400)).not.toBe(await drawn('part', 700));
    expect(await drawn('part', 400)).not.toBe(await drawn('serif', 400));
    await opened.close();
  });

  for (const width of [320, 360, 768, 1280]) {
    it(`fits a screen ${width} pixels wide without scrolling sideways`, async () => {
      const opened = await openPage(browser, file, { width });
      expect(await opened.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await opened.close();
    });
  }

  it('shows each figure once: wide on a desk, narrow on a phone, wide on paper', async () => {
    for (const [view, shown] of [
      [{ width: 1280 }, 'on-desk'],
      [{ width: 360 }, 'on-phone'],
      [{ width: 650, print: true }, 'on-desk'],
    ] as const) {
      const opened = await openPage(browser, file, view);
      const visible = await opened.page.evaluate(
        "[...document.querySelectorAll('#figure-corridor-map > div')].filter((div) => div.offsetHeight > 0).map((div) => div.className)",
      );
      expect(visible).toEqual([shown]);
      await opened.close();
    }
  });

  it('prints on A4', async () => {
    const opened = await openPage(browser, file);
    const pdf: Buffer = await opened.page.pdf({ preferCSSPageSize: true });
    const boxes = pdf.toString('latin1').match(/\/MediaBox \[[^\]]+\]/g) ?? [];
    expect(boxes.length).toBeGreaterThan(8);
    expect(new Set(boxes)).toEqual(new Set(['/MediaBox [0 0 594.95996 841.91998]']));
    await opened.close();
  });
});
