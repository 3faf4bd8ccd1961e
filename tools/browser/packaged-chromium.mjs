// The Chromium that comes as a package: Linux x64 only, unpacked once into a folder named after its version.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether the package is for this machine. */
export const suitsThisMachine = process.platform === 'linux' && process.arch === 'x64';

/**
 * @returns {{ executablePath: string, env: NodeJS.ProcessEnv }} The program, and the environment it needs here.
 */
export function packagedChromium() {
  const manifest = join(here, 'node_modules', '@sparticuz', 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = join(root, '.cache', 'browser', `chromium-${version}`);
  if (!existsSync(folder)) unpackInto(folder);

  const executablePath = join(folder, 'chromium');
  const env = { ...process.env };
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  if (runs(executablePath, env)) return { executablePath, env };

  const libraries = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter((path) => path).join(':');
  const withLibraries = { ...env, LD_LIBRARY_PATH: libraries };
  if (runs(executablePath, withLibraries)) return { executablePath, env: withLibraries };
  throw new Error(`${executablePath} does not run here, not even with the libraries of its package.`);
}

/** @param {string} folder */
function unpackInto(folder) {
  const draft = `${folder}.${process.pid}.tmp`;
  mkdirSync(draft, { recursive: true });
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(here, 'extract.mjs')], {
      env: { ...process.env, TMPDIR: draft },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`Could not unpack the browser: ${stderr}`);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 */
const runs = (program, env) => spawnSync(program, ['--version', '--no-sandbox'], { env }).status === 0;
