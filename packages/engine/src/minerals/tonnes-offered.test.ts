import { describe, expect, it } from 'vitest';
import type { Model } from '../corridor/index.ts';
import type { MineralTonnes } from './mineral-tonnes.ts';
import { tonnesOffered } from './tonnes-offered.ts';

const model = {
  minerals: { sites: { pit: {}, town: { station: 'town' }, port: { station: 'port' } } },
  zones: { inland: { stations: ['town'] }, coast: { stations: ['port'] } },
  markets: {
    ore: { origin: 'inland', destination: 'coast', offered_by_mines: true },
    fruit: { origin: 'inland', destination: 'coast' },
  },
} as never as Model;

const flow = (commodity: string, via: string[], mass: number): MineralTonnes => ({
  commodity,
  from: via[0]!,
  to: via.at(-1)!,
  mass,
  byRail: false,
  rail: [],
  via,
});

describe('what mines offer to their markets', () => {
  it('is concentrate and oxide that passes its origin and then its destination', () => {
    const offered = tonnesOffered(model, [
      flow('concentrate', ['pit', 'town', 'port'], 3),
      flow('oxides', ['town', 'port'], 1),
      flow('acid', ['town', 'port'], 9),
      flow('concentrate', ['port', 'town'], 5),
      flow('concentrate', ['pit', 'town'], 7),
    ]);
    expect(offered).toEqual({ ore: 4 });
  });

  it('is nothing when nothing travels', () => {
    expect(tonnesOffered(model, [])).toEqual({ ore: 0 });
  });
});
