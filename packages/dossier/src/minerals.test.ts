import { type Assessment, mineralMarket, mineralsRecord } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { fixtureAssessment } from '../../charts/src/fixture.test-data.ts';
import { quarryModel } from '../../engine/src/minerals/quarry.test-data.ts';
import { loadDossierAssets } from './assets.ts';
import { composeDossier } from './compose.ts';

const assets = { ...loadDossierAssets(), fonts: [] };
const outcome = mineralMarket(quarryModel, { line: 172_800 }, 'full')!;
const plain = fixtureAssessment();
const withMinerals: Assessment = {
  ...plain,
  options: Object.fromEntries(
    Object.entries(plain.options).map(([id, option]) => [
      id,
      { ...option, minerals: mineralsRecord(quarryModel, outcome, [], Object.keys(plain.traces)[0]!) },
    ]),
  ),
};

describe('the chapter of the minerals', () => {
  const page = composeDossier(withMinerals, assets);

  it('says what the railway and what the technology change', () => {
    expect(page).toContain('<h2 id="minerals">Minerals</h2>');
    expect(page).toMatch(/Of the change, [−\d.]+.%\s*is due to the railway and [\d.]+.%\s*to the technology/);
    expect(page).toContain('Railway, technology withheld');
  });

  it('draws the chain, with its table of tonnes and money', () => {
    expect(page).toContain('id="figure-minerals-chain"');
    expect(page).toContain('North (Mined)');
    expect(page).toContain('MUSD/year');
  });

  it('is left out of a corridor without minerals, and of its contents', () => {
    expect(composeDossier(plain, assets)).not.toContain('#minerals');
  });

  it('says why there is no equilibrium', () => {
    const failed = { outcome: 'no equilibrium', message: 'no equilibrium was found' } as const;
    const record = mineralsRecord(
      quarryModel,
      { ...outcome, market: failed, summary: failed, chains: {}, tonnes: [] },
      [],
      'x',
    );
    const [id, option] = Object.entries(plain.options)[0]!;
    const told = composeDossier({ ...plain, options: { [id]: { ...option, minerals: record } } }, assets);
    expect(told).toContain('No equilibrium of the market was found');
  });
});
