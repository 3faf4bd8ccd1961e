import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFolder, writeTogether, writeWhole } from './write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline ä '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('files are written whole or not at all', () => {
  it('makes folders on the way and leaves nothing else behind', async () => {
    await writeWhole(join(folder, 'a', 'b', 'c.txt'), 'x');
    expect(readFileSync(join(folder, 'a', 'b', 'c.txt'), 'utf8')).toBe('x');
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c.txt']);
  });

  it('keeps what was there when one of several cannot be written', async () => {
    writeFileSync(join(folder, 'one'), 'old');
    writeFileSync(join(folder, 'blocked'), 'a file');
    const files = [
      { path: join(folder, 'one'), content: 'new' },
      { path: join(folder, 'blocked', 'two'), content: 'new' },
    ];
    await expect(writeTogether(files)).rejects.toThrow();
    expect(readFileSync(join(folder, 'one'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['blocked', 'one']);
  });

  it('writes a folder under its name only when all of it is there', async () => {
    const target = join(folder, 'made');
    await writeFolder(target, [{ path: 'options/x.yaml', content: 'x' }]);
    expect(readdirSync(join(target, 'options'))).toEqual(['x.yaml']);
    const clash = [
      { path: 'a', content: 'x' },
      { path: 'a/b', content: 'x' },
    ];
    await expect(writeFolder(join(folder, 'other'), clash)).rejects.toThrow();
    expect(existsSync(join(folder, 'other'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['made']);
  });

  it('does not put a folder over one that holds something', async () => {
    mkdirSync(join(folder, 'full'));
    writeFileSync(join(folder, 'full', 'mine'), 'x');
    await expect(writeFolder(join(folder, 'full'), [{ path: 'a', content: 'x' }])).rejects.toThrow();
    expect(readdirSync(join(folder, 'full'))).toEqual(['mine']);
    expect(readdirSync(folder)).toEqual(['full']);
  });
});
