import { expect, it } from 'vitest';
import { installedBrowser } from './installed-browser.mjs';

it.each([
  ['darwin', { HOME: '/Users/mai' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', { HOME: '/Users/mai' }, '/Users/mai/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  [
    'win32',
    { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  ['linux', { PATH: '/usr/bin' }, '/usr/bin/chromium'],
])('on %s the browser of the machine is found', (platform, env, path) => {
  expect(
    installedBrowser({ platform, env, exists: (file) => file.replaceAll('\\', '/') === path.replaceAll('\\', '/') }),
  ).toBe(path);
});

it('finds nothing where there is nothing', () => {
  expect(installedBrowser({ platform: 'linux', env: { PATH: '/usr/bin' }, exists: () => false })).toBeUndefined();
});
