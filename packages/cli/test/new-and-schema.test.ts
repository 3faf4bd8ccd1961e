import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, product, throughline } from './command-line.ts';

describe('throughline new', () => {
  it('makes a corridor of its own title that passes `check`', async () => {
    const path = join(folder(), 'my-link');
    const { status, stdout } = await throughline(['new', path]);
    expect(status).toBe(0);
    expect(stdout).toContain(`throughline check ${path}`);
    expect((await throughline(['check', path])).status).toBe(0);
    const text = readFileSync(join(path, 'corridor.yaml'), 'utf8');
    expect(text).toMatch(/^ {2}title: "My link" +#/m);
    const [, schema] = /\$schema=(\S+)/.exec(text) ?? [];
    expect(existsSync(join(path, decodeURI(schema ?? 'none')))).toBe(true);
  });

  it('takes a title as it is given', async () => {
    const path = join(folder(), 'x');
    await throughline(['new', path, '--title', 'A "link": yes #1 $1']);
    const { stdout } = await throughline(['check', path, '--json']);
    expect(JSON.parse(stdout).usable).toBe(true);
    expect(readFileSync(join(path, 'corridor.yaml'), 'utf8')).toContain('title: "A \\"link\\": yes #1 $1"');
  });

  it('fills an empty folder and leaves a full one alone', async () => {
    const path = join(folder(), 'here');
    mkdirSync(path);
    expect((await throughline(['new', path])).status).toBe(0);
    const before = readdirSync(path).sort();
    expect(before).toEqual(['corridor.yaml', 'options']);
    expect((await throughline(['new', path])).status).toBe(2);
    expect(readdirSync(path).sort()).toEqual(before);
  });

  it('leaves nothing behind when it cannot write', async () => {
    const above = folder();
    writeFileSync(join(above, 'file'), 'x');
    const { status, stderr } = await throughline(['new', join(above, 'file', 'corridor')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: /);
    expect(readdirSync(above)).toEqual(['file']);
  });
});

describe('throughline schema', () => {
  for (const kind of ['corridor', 'option', 'scenario']) {
    it(`prints the schema that is published: ${kind}`, async () => {
      const { status, stdout } = await throughline(['schema', kind]);
      expect(status).toBe(0);
      expect(stdout).toBe(readFileSync(join(product, 'docs', 'schema', `${kind}.schema.json`), 'utf8'));
    });
  }
});

describe('help', () => {
  for (const command of ['new', 'check', 'assess', 'running', 'validate', 'schema']) {
    it(`has examples that begin with the command: ${command}`, async () => {
      const { status, stdout, stderr } = await throughline([command, '--help']);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`Examples:\\n {2}\\$ throughline ${command}\\b`));
    });
  }

  it('names every command and the exit statuses', async () => {
    const { status, stdout } = await throughline(['--help']);
    expect(status).toBe(0);
    for (const name of ['new', 'check', 'assess', 'running', 'validate', 'schema'])
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(stdout).toContain('Exit status: 0 done, 1 a check failed, 2 bad input.');
  });
});
