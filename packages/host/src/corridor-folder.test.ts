import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Diagnostics, formatDiagnostic } from '@throughline/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { corridorHash, readCorridorFolder } from './corridor-folder.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'ä b '));
  mkdirSync(join(place, 'corridor'));
});
afterEach(() => rmSync(place, { recursive: true }));

/** Reads the corridor's folder after these files have been written into it. */
async function read(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(place, 'corridor', path, '..'), { recursive: true });
    writeFileSync(join(place, 'corridor', path), text);
  }
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(join(place, 'corridor'), diagnostics);
  return {
    texts,
    paths: texts.files.map(({ path }) => path),
    faults: diagnostics.all.map((each) => formatDiagnostic(each)),
  };
}

describe('the files of a corridor', () => {
  it('are the YAML files of its folder, its options and its scenarios', async () => {
    const { texts, paths, faults } = await read({
      'b.yaml': 'b: 1',
      'a.yml': 'a: 1',
      'options/o.yaml': 'o: 1',
      'scenarios/s.yaml': 's: 1',
      'notes.txt': 'no',
      'other/x.yaml': 'no',
    });
    expect(faults).toEqual([]);
    expect(paths).toEqual(['a.yml', 'b.yaml', 'options/o.yaml', 'scenarios/s.yaml']);
    expect(texts.id).toBe('corridor');
  });

  it('and those of the library it names', async () => {
    const { paths, faults } = await read({ 'corridor.yaml': 'corridor: { library: [resistance] }' });
    expect(faults).toEqual([]);
    expect(paths).toEqual(['corridor.yaml', 'library/resistance.yaml']);
  });

  it('have one hash on every machine: neither line ends nor the order of reading matter', async () => {
    const { texts } = await read({ 'a.yaml': 'a: 1\nb: 2\n', 'b.yaml': 'c: 3' });
    const other = {
      id: 'elsewhere',
      files: [...texts.files].reverse().map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') })),
    };
    expect(corridorHash(other)).toBe(corridorHash(texts));
    const changed = { ...texts, files: texts.files.map((file) => ({ ...file, text: `${file.text} ` })) };
    expect(corridorHash(changed)).not.toBe(corridorHash(texts));
  });
});

describe('what cannot be read is diagnosed', () => {
  it('a folder that is not there, and a file in its place', async () => {
    const faultsOf = async (path: string) => {
      const diagnostics = new Diagnostics();
      await readCorridorFolder(path, diagnostics);
      return diagnostics.all.map((each) => formatDiagnostic(each));
    };
    expect((await faultsOf(join(place, 'nowhere')))[0]).toMatch(
      /There is no folder `.*nowhere`.*\n.*found: {4}nothing/,
    );
    writeFileSync(join(place, 'file'), '');
    expect((await faultsOf(join(place, 'file')))[0]).toMatch(/found: {4}a file/);
  });

  it('a folder without a corridor', async () => {
    expect((await read({ 'notes.txt': '' })).faults[0]).toContain('holds no corridor');
    expect((await read({ 'options/o.yaml': 'o: 1' })).faults[0]).toContain('holds no corridor');
  });

  it('a file of 200 MB, without reading it', async () => {
    writeFileSync(join(place, 'corridor', 'huge.yaml'), '');
    truncateSync(join(place, 'corridor', 'huge.yaml'), 200_000_000);
    const started = performance.now();
    const { faults, paths } = await read({ 'a.yaml': 'a: 1', 'zone.yaml': 'z: 1' });
    expect(performance.now() - started).toBeLessThan(2000);
    // What comes after it is as small as it was.
    expect(paths).toEqual(['a.yaml', 'zone.yaml']);
    expect(faults).toEqual([
      expect.stringContaining('huge.yaml:1:1: error: This file is too large for a corridor file.'),
    ]);
  });

  it('a name that another system would not take', async () => {
    expect((await read({ 'a.yaml': '', 'My File.yaml': '' })).faults[0]).toContain('My File.yaml:1:1: error: The name');
  });

  it.skipIf(process.platform === 'win32')(
    'a link that leads out of the folder, and a folder that is called like a file',
    async () => {
      writeFileSync(join(place, 'secret.yaml'), 'secret: 1');
      symlinkSync(join(place, 'secret.yaml'), join(place, 'corridor', 'link.yaml'));
      symlinkSync(join(place, 'nowhere.yaml'), join(place, 'corridor', 'lost.yaml'));
      mkdirSync(join(place, 'corridor', 'folder.yaml'));
      const { faults, paths } = await read({ 'a.yaml': 'a: 1' });
      expect(paths).toEqual(['a.yaml']);
      expect(faults.map((fault) => fault.split(' error: ')[0])).toEqual([
        'folder.yaml:1:1:',
        'link.yaml:1:1:',
        'lost.yaml:1:1:',
      ]);
    },
  );
});
