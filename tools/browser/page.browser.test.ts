import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, whyNoBrowser } from './browser.mjs';
import { openPage } from './page.mjs';
import { origin, serveFiles } from './serve-files.mjs';

const reason = whyNoBrowser();

describe.skipIf(reason)(`a page in a real browser${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'ä b '));
  let browser: Awaited<ReturnType<typeof openBrowser>>;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = (body: string) => {
    const file = join(folder, 'page.html');
    writeFileSync(file, `<!doctype html><html lang="en"><head><title>Page</title></head><body>${body}</body></html>`);
    return openPage(browser, file, { width: 390, dark: true });
  };

  it('has nothing to report of a sound one', async () => {
    const opened = await open(
      '<main><h1>Hà Nội – 昆明</h1><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>',
    );
    expect(opened.errors).toEqual([]);
    expect(opened.requests).toEqual([]);
    expect(await opened.accessibility()).toEqual([]);
    expect(await opened.page.evaluate('innerWidth')).toBe(390);
    expect(await opened.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true);
    await opened.close();
  });

  it('reports a planted error, request and barrier', async () => {
    const opened = await open(
      '<main><h1>Page</h1><img src="picture.png"></main><script>console.error("planted"); throw new Error("thrown")</script>',
    );
    expect(opened.errors).toEqual(expect.arrayContaining(['planted', expect.stringContaining('thrown')]));
    expect(opened.requests).toEqual([expect.stringMatching(/picture\.png$/)]);
    expect(await opened.accessibility()).toEqual([
      expect.objectContaining({ id: 'image-alt', impact: 'critical', targets: ['img'] }),
    ]);
    await opened.close();
  });

  it('loads modules from a folder without a server, and nothing from outside it', async () => {
    writeFileSync(join(folder, 'module.js'), 'export const answer = 42;');
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await serveFiles(page, folder, { '/index.html': '<!doctype html><title>Page</title>' });
    await page.goto(`${origin}/index.html`);
    expect(await page.evaluate("import('/module.js').then(({ answer }) => answer)")).toBe(42);
    expect(await page.evaluate("fetch('/..%2f..%2fetc%2fhostname').then(({ status }) => status)")).toBe(404);
    await page.context().close();
  });
});
