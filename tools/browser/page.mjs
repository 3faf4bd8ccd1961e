// Opens a page as a user would and writes down what went wrong meanwhile.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} View
 * @property {number} [width] Pixels, 1280 by default.
 * @property {number} [height] Pixels, 900 by default.
 * @property {boolean} [dark] Whether the user prefers a dark page.
 * @property {boolean} [print] Whether the page is laid out as on paper.
 */

/**
 * @typedef {object} OpenedPage
 * @property {any} page A `Page` of playwright-core.
 * @property {string[]} errors What the console called an error, and exceptions nobody caught.
 * @property {string[]} requests Addresses asked for beside the page itself (`data:` and `blob:` ask nobody).
 * @property {() => Promise<{ id: string, impact: string, help: string, targets: string[] }[]>} accessibility
 *   The serious and critical findings of axe.
 * @property {() => Promise<void>} close
 */

/**
 * @param {any} browser From `openBrowser`.
 * @param {string} target A file or an address.
 * @param {View} [view]
 * @returns {Promise<OpenedPage>} The page, loaded, its fonts ready.
 */
export async function openPage(browser, target, view = {}) {
  const address = addressOf(target);
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: view.width ?? 1280, height: view.height ?? 900 },
    colorScheme: view.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (/** @type {any} */ message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (/** @type {Error} */ error) => errors.push(String(error)));
  page.on('request', (/** @type {any} */ request) => {
    const url = request.url();
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (!isPage && !/^(data|blob|about):/.test(url)) requests.push(url);
  });
  if (view.print) await page.emulateMedia({ media: 'print' });
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return {
    page,
    errors,
    requests,
    accessibility: () => seriousFindings(page),
    close: () => context.close(),
  };
}

/** @param {string} target */
function addressOf(target) {
  const isAddress = /^[a-z][a-z0-9+.-]+:/i.test(target) && !isAbsolute(target);
  return isAddress ? target : pathToFileURL(resolve(target)).href;
}

/** @param {any} page */
async function seriousFindings(page) {
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(script, 'utf8'));
  const { violations } = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  return violations
    .filter((/** @type {any} */ { impact }) => impact === 'serious' || impact === 'critical')
    .map((/** @type {any} */ { id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      targets: nodes.map((/** @type {any} */ node) => node.target.join(' ')),
    }));
}
