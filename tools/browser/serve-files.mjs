// Answers a page's requests from folders on disk, without a server: for modules, which browsers do not load from files.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/** Where the files seem to be. The name is reserved and resolves nowhere. */
export const origin = 'http://throughline.invalid';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * @param {any} page A `Page` of playwright-core, not yet at the origin.
 * @param {string} folder What `/` stands for.
 * @param {Record<string, string>} [texts] Files that exist only here, by path: `{ '/index.html': '<!doctype html>' }`.
 */
export async function serveFiles(page, folder, texts = {}) {
  await page.route(`${origin}/**`, async (/** @type {any} */ route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const contentType = types[extname(path)] ?? 'application/octet-stream';
    const file = normalize(join(folder, path));
    try {
      if (!file.startsWith(normalize(folder) + (folder.endsWith(sep) ? '' : sep))) throw new Error('outside');
      await route.fulfill({ contentType, body: texts[path] ?? (await readFile(file)) });
    } catch {
      await route.fulfill({ status: 404, body: '' });
    }
  });
}
