import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Diagnostics } from '@throughline/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, whyNoBrowser } from '../../../tools/browser/browser.mjs';
import { origin, serveFiles } from '../../../tools/browser/serve-files.mjs';
import { differences, digestsOf, readDigests } from '../golden/digests.mjs';
import { plan } from '../golden/plan.mjs';
import { bundleForBrowser } from '../test/bundle.ts';
import { readCorridorFolder } from './corridor-folder.ts';

const reason = whyNoBrowser();
const folder = fileURLToPath(new URL('../../../corridors/two-gauges', import.meta.url));
const golden = readDigests(readFileSync(new URL('../golden/two-gauges.sha256', import.meta.url), 'utf8'));

describe.skipIf(reason)(`two-gauges in a browser${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('is assessed to the golden bytes', async () => {
    const texts = await readCorridorFolder(folder, new Diagnostics());
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await serveFiles(page, folder, {
      '/index.html': '<!doctype html><title>Golden</title>',
      '/bundle.js': await bundleForBrowser(),
      '/study.json': JSON.stringify({ texts, plan }),
    });
    await page.goto(`${origin}/index.html`);
    const text: string = await page.evaluate(`(async () => {
      const { assessWith, samePool } = await import('/bundle.js');
      const { texts, plan } = await (await fetch('/study.json')).json();
      const { assessment } = await assessWith(texts, plan, (options) => samePool(options, plan));
      return JSON.stringify(assessment);
    })()`);
    await page.context().close();
    expect(differences(golden, digestsOf(JSON.parse(text)))).toEqual([]);
  });
});
