import { describe, expect, it } from 'vitest';
import { throughline } from './command-line.ts';

describe('throughline minerals', () => {
  it('tells the market, the policies and what the railway changes', async () => {
    const { status, stdout } = await throughline(['minerals', 'corridors/kunming-haiphong']);
    expect(status).toBe(0);
    for (const words of [
      'HHI of refining',
      'Oxide refined',
      'Law of December 2025',
      'China stops exports of oxides',
      'duality gap',
    ])
      expect(stdout).toContain(words);
  });

  it('says it for other programs', async () => {
    const { status, stdout } = await throughline([
      'minerals',
      'corridors/kunming-haiphong',
      '--scenario',
      'technology-deal',
      '--json',
    ]);
    expect(status).toBe(0);
    const record = JSON.parse(stdout);
    expect(record.summary.refined.value).toBeGreaterThan(0);
    expect(record.duality_gap.value).toBeLessThan(1e-8);
    const refined = record.causes.find(({ what }: { what: string }) => what === 'Oxide refined');
    expect(refined.railway.value).toBeLessThan(refined.technology.value);
  });

  it('has nothing to tell of a corridor without minerals', async () => {
    const { status, stderr } = await throughline(['minerals', 'corridors/two-gauges']);
    expect(status).toBe(2);
    expect(stderr).toContain('no key `minerals`');
  });
});
