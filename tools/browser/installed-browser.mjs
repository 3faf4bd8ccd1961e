// A Chrome, Edge or Chromium that the machine already has.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @param {{ platform?: string, env?: NodeJS.ProcessEnv, exists?: (path: string) => boolean }} [machine]
 * @returns {string | undefined} Its program.
 */
export function installedBrowser({ platform = process.platform, env = process.env, exists = existsSync } = {}) {
  return candidates(platform, env).find(exists);
}

/**
 * @param {string} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
function candidates(platform, env) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap((name) =>
      ['/Applications', `${env.HOME}/Applications`].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((program) =>
      folders.map((folder) => `${folder}\\${program}`),
    );
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
