// A real browser for tests and pictures: the packaged one on Linux x64, an installed Chrome or Edge elsewhere.
import { fileURLToPath } from 'node:url';
import { fetchTool, hasTool } from '../../scripts/bootstrap/tool.mjs';
import { installedBrowser } from './installed-browser.mjs';
import { packagedChromium, suitsThisMachine } from './packaged-chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Why no browser can be opened here and now, in words for the name of a skipped test; undefined when one can.
 *
 * @example
 * ```js
 * const reason = whyNoBrowser();
 * describe.skipIf(reason)(`the page in a browser${reason ? ` (skipped: ${reason})` : ''}`, () => {});
 * ```
 *
 * @returns {string | undefined}
 */
export function whyNoBrowser() {
  if (!hasTool(root, 'browser')) return 'needs tools/browser: node tools/fetch.mjs browser';
  if (!suitsThisMachine && !process.env.THROUGHLINE_BROWSER && !installedBrowser()) {
    return 'needs an installed Chrome or Edge, or THROUGHLINE_BROWSER';
  }
  return undefined;
}

/**
 * Opens a headless browser, and fetches it first where a package exists for this machine. Close it when done.
 *
 * @returns {Promise<any>} A `Browser` of playwright-core.
 */
export async function openBrowser() {
  await fetchTool(root, 'browser');
  const reason = whyNoBrowser();
  if (reason) throw new Error(`There is no browser: this ${reason}.`);
  const { chromium } = await import(new URL('node_modules/playwright-core/index.mjs', import.meta.url).href);
  return chromium.launch({ ...program(), args: process.platform === 'linux' ? ['--no-sandbox'] : [] });
}

/** @returns {{ executablePath: string, env?: NodeJS.ProcessEnv }} */
function program() {
  const chosen = process.env.THROUGHLINE_BROWSER;
  if (chosen) return { executablePath: chosen };
  if (suitsThisMachine) return packagedChromium();
  return { executablePath: /** @type {string} */ (installedBrowser()) };
}
