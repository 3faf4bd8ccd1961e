// `node tools/browser/screenshot.mjs FILE_OR_URL OUT.png [--width N] [--height N] [--dark] [--full] [--print]`
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { openPage } from './page.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '900' },
    dark: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const [target, picture] = positionals;

if (!target || !picture) {
  console.error('Usage: screenshot.mjs FILE_OR_URL OUT.png [--width N] [--height N] [--dark] [--full] [--print]');
  process.exitCode = 2;
} else {
  const browser = await openBrowser();
  try {
    const { width, height, dark, full, print } = values;
    const opened = await openPage(browser, target, { width: Number(width), height: Number(height), dark, print });
    await opened.page.screenshot({ path: picture, fullPage: full });
    for (const error of opened.errors) console.error(`console: ${error}`);
    for (const request of opened.requests) console.error(`request: ${request}`);
    for (const { impact, id, help, targets } of await opened.accessibility()) {
      console.error(`${impact}: ${id}: ${help} (${targets.length}× ${targets[0]})`);
    }
    console.log(picture);
  } finally {
    await browser.close();
  }
}
