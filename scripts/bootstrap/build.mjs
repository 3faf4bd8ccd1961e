// Compiles the packages when their sources, or what was made of them, differ from what the last build saw.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installKey } from './install.mjs';
import { Failure, runNode } from './spawn.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const unfinished = 'unfinished\n';

/** @param {string} folder */
const stampFile = (folder) => join(folder, '.cache', 'build-stamp');

/**
 * @param {string} folder The repository.
 * @returns {boolean} Whether every package's `dist` is the compiled form of its `src`.
 */
export function isBuilt(folder) {
  const stamp = readStamp(stampFile(folder));
  return stamp === buildKey(folder) && missingOutput(folder) === undefined;
}

/**
 * Compiles all packages, incrementally unless the last build was cut short or its files are gone.
 *
 * @param {string} folder The repository.
 * @param {{ say: (line: string) => void, lock?: { holds(pid: number): void } }} options
 */
export async function build(folder, { say, lock }) {
  const inPieces = readStamp(stampFile(folder)) === unfinished || missingOutput(folder) !== undefined;
  say('Building …');
  const started = Date.now();
  writeStamp(stampFile(folder), unfinished);
  const compiler = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  const status = await runNode([compiler, '-b', ...(inPieces ? ['--force'] : [])], {
    cwd: folder,
    onStart: (pid) => lock?.holds(pid),
  });
  if (status !== 0) {
    writeStamp(stampFile(folder), 'failed\n');
    throw new Failure('The sources do not compile (see above).');
  }
  const missing = missingOutput(folder);
  if (missing) throw new Failure(`The compiler left no ${missing}: is its source part of the package's tsconfig?`);
  writeStamp(stampFile(folder), buildKey(folder));
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/**
 * Sources by content; results by the size and time of the compiler's own record of them, which every compilation
 * rewrites, and by presence.
 *
 * @param {string} folder
 */
function buildKey(folder) {
  const hash = createHash('sha256').update(installKey(folder));
  for (const file of ['tsconfig.json', 'tsconfig.base.json']) hash.update(readFileSync(join(folder, file)));
  for (const { packageFolder, sources } of packages(folder)) {
    for (const file of ['package.json', 'tsconfig.json', ...sources]) {
      hash.update(`\n${packageFolder}/${file}\n`).update(readFileSync(join(packageFolder, file)));
    }
    const record = statSync(join(packageFolder, 'dist', '.tsbuildinfo'), { throwIfNoEntry: false });
    hash.update(record ? `\n${record.size} ${record.mtimeMs}\n` : '\nnot built\n');
  }
  return `${hash.digest('hex')}\n`;
}

/**
 * @param {string} folder
 * @returns {string | undefined} A compiled file that is not there.
 */
function missingOutput(folder) {
  return packages(folder)
    .flatMap(({ packageFolder, sources }) =>
      sources
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
        .map((file) => join(packageFolder, 'dist', `${file.slice('src/'.length, -'.ts'.length)}.js`)),
    )
    .find((file) => !existsSync(file));
}

/** @param {string} folder */
function packages(folder) {
  /** @type {{ references: { path: string }[] }} */
  const project = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'));
  return project.references.map(({ path }) => {
    const packageFolder = join(folder, path);
    return { packageFolder, sources: sourcesBelow(packageFolder, 'src') };
  });
}

/**
 * @param {string} packageFolder
 * @param {string} below
 * @returns {string[]} Files that are compiled, from the package's folder, with `/`.
 */
function sourcesBelow(packageFolder, below) {
  return readdirSync(join(packageFolder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory()) return sourcesBelow(packageFolder, path);
      return /\.(ts|json)$/.test(path) && !path.endsWith('.test.ts') ? [path] : [];
    });
}
