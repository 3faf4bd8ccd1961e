import { fileURLToPath } from 'node:url';
import type { Program } from '@throughline/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, whyNoBrowser } from '../../../tools/browser/browser.mjs';
import { origin, serveFiles } from '../../../tools/browser/serve-files.mjs';
import { bundleForBrowser } from '../test/bundle.ts';
import { variedPrograms } from './solver.test-data.ts';
import { loadSolver } from './solver.ts';

const reason = whyNoBrowser();
const folder = fileURLToPath(new URL('.', import.meta.url));

describe.skipIf(reason)(`the solver in a browser${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it('gives the bits it gives in Node', async () => {
    const programs = variedPrograms(8);
    const solve = await loadSolver();
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await serveFiles(page, folder, {
      '/index.html': '<!doctype html><title>Solver</title>',
      '/bundle.js': await bundleForBrowser(),
    });
    await page.goto(`${origin}/index.html`);
    await page.evaluate(
      "import('/bundle.js').then(({ loadSolver }) => loadSolver()).then((solve) => { window.solve = solve; })",
    );
    // Unlike JSON, the protocol of the page knows infinity.
    const there = await page.evaluate((given: Program[]) => given.map(globalThis['solve' as never]), programs);
    await page.context().close();
    expect(there).toEqual(programs.map((program) => solve(program)));
  });
});
