import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled } from './bootstrap/install.mjs';

const root = dirname(import.meta.dirname);

type Entry = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  libc?: string | string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const tools = readdirSync(join(root, 'tools')).filter((name) => existsSync(join(root, 'tools', name, 'package.json')));
const lockFiles = ['package-lock.json', ...tools.map((name) => `tools/${name}/package-lock.json`)];
const readLock = (file: string): Lock => JSON.parse(readFileSync(join(root, file), 'utf8'));

describe.each(lockFiles)('%s', (file) => {
  const { packages } = readLock(file);
  const fromRegistry = Object.entries(packages).filter(
    ([path, entry]) => path.includes('node_modules/') && !entry.link,
  );

  it('says of every package from the registry what its bytes are', () => {
    const without = fromRegistry.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(without.map(([path]) => path)).toEqual([]);
    expect(fromRegistry.length).toBeGreaterThan(0);
  });

  it('says of none where to download it', () => {
    const addressed = fromRegistry.filter(([, { resolved }]) => resolved !== undefined);
    expect(addressed.map(([path]) => path)).toEqual([]);
    expect(readFileSync(join(root, file), 'utf8')).not.toContain('.tgz');
  });

  it('pins what the package.json asks for', () => {
    const manifest = JSON.parse(readFileSync(join(root, dirname(file), 'package.json'), 'utf8'));
    const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(String(version)))).toEqual([]);
    for (const [name, version] of Object.entries(asked))
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
  });
});

describe('the default install', () => {
  const { packages } = readLock('package-lock.json');
  const families = platformFamilies(packages);

  it('has families of packages for single platforms, so that the next test has something to look at', () => {
    expect(families.map(({ name }) => name)).toEqual(expect.arrayContaining(['@biomejs/biome', 'rolldown']));
  });

  it.each([
    ['linux', 'x64', 'glibc'],
    ['linux', 'arm64', 'glibc'],
    ['darwin', 'x64', undefined],
    ['darwin', 'arm64', undefined],
    ['win32', 'x64', undefined],
  ])('holds a variant of each for %s %s', (os, cpu, libc) => {
    const fits = (entry: Entry) =>
      allows(entry.os, os) && allows(entry.cpu, cpu) && (libc === undefined || allows(entry.libc, libc));
    const lacking = families.filter(({ variants }) => !variants.some(fits));
    expect(lacking.map(({ name }) => name)).toEqual([]);
  });

  it('stays within 450 packages', () => {
    const count = Object.keys(packages).filter((path) => path.includes('node_modules/')).length;
    expect(count).toBeLessThanOrEqual(450);
  });

  const installed = isInstalled(root);
  it.skipIf(!installed)(
    `stays within 350 MB${installed ? '' : ' (skipped: needs an install by the bootstrap)'}`,
    () => {
      expect(sizeOf(join(root, 'node_modules')) / 1e6).toBeLessThanOrEqual(350);
    },
  );
});

/**
 * Packages whose optional dependencies are all for single platforms, with those of them that the lock file holds.
 * `fsevents` is for macOS alone, by nature.
 */
function platformFamilies(packages: Record<string, Entry>) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies }]) => {
    const names = Object.keys(optionalDependencies ?? {}).filter((name) => name !== 'fsevents');
    const variants = names.map((name) => nearest(packages, path, name)).filter((entry) => entry?.os || entry?.cpu);
    if (names.length === 0) return [];
    return [
      { name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), variants: variants as Entry[] },
    ];
  });
}

/** The entry that `name` means to the package at `path`: as Node looks for it, upwards. */
function nearest(packages: Record<string, Entry>, path: string, name: string): Entry | undefined {
  let at = path;
  while (at !== '') {
    const entry = packages[`${at}/node_modules/${name}`];
    if (entry) return entry;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
  return packages[`node_modules/${name}`];
}

function allows(list: string | string[] | undefined, value: string): boolean {
  if (list === undefined) return true;
  const items = [list].flat();
  return items.includes(value) || (items.every((item) => item.startsWith('!')) && !items.includes(`!${value}`));
}

/** Bytes of the files below a folder, links not followed. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + sizeOf(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}
