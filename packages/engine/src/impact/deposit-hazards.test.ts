import { expect, test } from 'vitest';
import type { Model } from '../corridor/index.ts';
import { depositHazards } from './deposit-hazards.ts';

/** A pit at 10° north, 10° east, known to 2 km; a village 0.1° north of it, a river 0.2° east, a park around it all. */
const model = {
  places: {
    village: { name: 'Village', kind: 'village', along: {}, position: [10.1, 10], accuracy: 1000 },
    town: { name: 'Town', kind: 'commune', along: {}, position: [11, 10] },
    province: { name: 'Province', kind: 'province', along: {} },
  },
  ground_features: {
    river: {
      name: 'River',
      kind: 'river',
      accuracy: 500,
      outline: [
        [9, 10.2],
        [11, 10.2],
      ],
    },
    park: {
      name: 'Park',
      kind: 'protected area',
      accuracy: 0,
      outline: [
        [9.9, 9.9],
        [9.9, 10.1],
        [10.1, 10.1],
        [10.1, 9.9],
      ],
    },
  },
  minerals: {
    sites: { pit: { name: 'Pit', position: [10, 10], accuracy: 2000 } },
    deposits: { pit: { name: 'Pit', site: 'pit' }, unused: { name: 'Unused', site: 'pit' } },
    mines: {
      pit: {
        deposit: 'pit',
        capacity: 1,
        grade: 0.05,
        beneficiation: 0.5,
        concentrate_grade: 0.4,
        thorium: 0.002,
        uranium: 0.0001,
      },
    },
  },
} as unknown as Model;

const [pit, unused] = depositHazards(model, null);
const degree = 111_195;

test('the nearest of each kind stands with the range of both positions', () => {
  const near = Object.fromEntries(pit!.nearest.map((neighbour) => [neighbour.kind, neighbour]));
  expect(near.settlement).toMatchObject({ id: 'village' });
  expect(near.settlement!.distance).toBeCloseTo(0.1 * degree, -1);
  expect(near.settlement!.low).toBeCloseTo(near.settlement!.distance - 3000, 6);
  expect(near.settlement!.high).toBeCloseTo(near.settlement!.distance + 3000, 6);
  expect(near.river!.distance).toBeCloseTo(0.2 * degree * Math.cos((10 * Math.PI) / 180), -2);
  expect(near['protected area']).toMatchObject({ distance: 0, low: 0, high: 2000 });
});

test('the activity of the concentrate is that of both heads of chain, against both limits', () => {
  const { radioactivity } = pit!;
  expect(radioactivity!.thorium + radioactivity!.uranium).toBeCloseTo(2000 * 4.06 + 100 * 12.35, 6);
  expect(radioactivity).toMatchObject({ aboveExemption: true, aboveTransport: false });
});

test('at capacity a mine leaves the ore that is no concentrate', () => {
  expect(pit!.atCapacity).toEqual({ ore: 40, tailings: 37.5, residues: 0, thorium: 0.005 });
});

test('a deposit that no mine works is near what it is near, and nothing more is said', () => {
  expect(unused).toMatchObject({ thorium: null, radioactivity: null, now: null, given: null, atCapacity: null });
  expect(unused!.nearest).toHaveLength(3);
});
