import { expect, test } from 'vitest';
import { modelOfTiny } from '../../../test/tiny.ts';
import { runService } from '../../running/index.ts';
import { lineNoise } from './exposure.ts';

const flat = (count: number, level: number) => Array.from({ length: count }, () => level).join(', ');

/** Trains that sound in the lowest band only, where air takes next to nothing: levels fall by 10 lg of the distance. */
const model = modelOfTiny(`
impact: { ground: 0 }
alignments: { new: { line: two, begin: b, end: c, bridges: 0, tunnels: 0, land: { other: { part: 1 } }, people: 500 person/km^2, displaced: 0 person/km } }
rolling_spectra:
  rough: { name: Rough, levels: [${flat(35, 0)}] }
  low: { name: Low, levels: [135, ${flat(23, -100)}] }
  silent: { name: Silent, levels: [${flat(24, -100)}] }
noise_classes: { freight: { name: Goods, kind: freight, wheels: rough, rails: rough, contact: rough, track: low, wheel: silent } }
noise_limits: { south: { day: 70, night: 55, night_begin: 21, night_end: 6, reference: A law } }
`);

const [noise] = lineNoise(model, { south: runService(model, 'south') }, { south: 20 / 86_400 });

test('people along a line are counted in bands of 5 dB, each half a decade wide in distance', () => {
  const { exposed, reachNight, peopleNight } = noise!;
  expect(exposed.map(({ from, to }) => [from, to])).toEqual([
    [50, 55],
    [55, 60],
    [60, 65],
    [65, 70],
    [70, 75],
    [75, null],
  ]);
  // Trains run evenly: a level by night of 55 is a day-evening-night level of 61.4.
  const within = (level: number) => 2 * reachNight * 10 ** ((61.396 - level) / 10) * 15_000 * 500e-6;
  expect(peopleNight).toBeCloseTo(within(61.396), 6);
  for (const { from, people } of exposed.slice(0, 3))
    expect(people / (within(from) - within(from + 5))).toBeCloseTo(1, 1);
});

test('the bands together are everybody above the lowest one', () => {
  const { exposed } = noise!;
  const total = exposed.reduce((sum, { people }) => sum + people, 0);
  expect(total).toBeGreaterThan(noise!.peopleNight);
  expect(exposed.every(({ people }) => people >= 0)).toBe(true);
});
