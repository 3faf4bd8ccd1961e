import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, product, throughline, tutorial } from './command-line.ts';

const twoWays = join(product, 'packages', 'host', 'fixtures', 'valid', 'two-ways');

describe('throughline demand', () => {
  it('tells tonnes by year, and the shares before and after', async () => {
    const { status, stdout, stderr } = await throughline(['demand', twoWays]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Ore +Rail +0\.300 +60\.0 +0\.300 +60\.0$/m);
    expect(stdout).toMatch(/^ +Road +0\.200 +40\.0 +0\.200 +40\.0$/m);
    // Half a million tonnes, three fifths of them by rail, 3 % more each year for five years.
    expect(stdout).toMatch(/^2030 +0\.3[45] /m);
    expect(stdout).toMatch(/^2025 +converged +\d/m);
  });

  it('gives the same as JSON', async () => {
    const told = JSON.parse((await throughline(['demand', twoWays, '--json'])).stdout);
    expect(told).toMatchObject({ option: 'present', scenario: null });
    expect(told.answers['2030'].mass.unit).toBe('Mt/year');
    expect(told.answers['2030'].mass.value).toBeGreaterThan(0.34);
  });

  it('says so where nobody sends anything', async () => {
    const { status, stderr } = await throughline(['demand', tutorial]);
    expect(status).toBe(2);
    expect(stderr).toContain('This corridor has no markets');
  });

  it('has its answers in the dossier', async () => {
    const out = folder();
    const { status } = await throughline([
      'assess',
      twoWays,
      '--draws',
      '2',
      '--threads',
      '0',
      '--quiet',
      '--out',
      out,
    ]);
    expect(status).toBe(0);
    const dossier = readFileSync(join(out, 'two-ways', 'dossier.html'), 'utf8');
    expect(dossier).toContain('How much would travel');
    expect(dossier).toContain('Who carries what, before and after');
    expect(dossier).toContain('Goods between zones');
    expect(dossier).not.toMatch(/NaN|undefined|Infinity/);
  }, 60_000);
});
