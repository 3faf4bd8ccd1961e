import { createRequire } from 'node:module';
import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { lines, stations } from '../fixture.test-data.ts';
import { corridorMap } from './corridor-map.ts';
import { lineStyle } from './line-style.ts';

const mapData = createRequire(import.meta.url)('world-atlas/countries-10m.json');
const { document } = parseHTML('<html></html>');
const figure = corridorMap({ id: 'map', title: 'Corridor', lines, stations, countries: ['China', 'Vietnam'], mapData });

it('names the countries, the neighbour and the ends of the line in both scripts', () => {
  const texts = [...figure.draw(document).querySelectorAll('text, tspan')].map((element) => element.textContent);
  expect(texts).toEqual(
    expect.arrayContaining(['CHINA', 'VIETNAM', 'LAOS', 'Kunming', '昆明', 'Lào Cai', 'Hải Phòng']),
  );
});

it('has a key to every gauge and state of its lines, and a scale', () => {
  const texts = [...figure.draw(document).querySelectorAll('text')].map((element) => element.textContent);
  expect(texts).toEqual(
    expect.arrayContaining(['1000 mm', '1435 mm', '1000 + 1435 mm', 'electrified', 'planned', '100 km']),
  );
});

it('tells gauge, state and wire apart without colour', () => {
  const narrow = lineStyle({ gauges: '1000 mm', status: 'open', power: 'no wire' });
  const standard = lineStyle({ gauges: '1435 mm', status: 'open', power: '25 kV 50 Hz' });
  const planned = lineStyle({ gauges: '1435 mm', status: 'planned', power: '25 kV 50 Hz' });
  expect(narrow.width).not.toBe(standard.width);
  expect([narrow.isElectrified, standard.isElectrified]).toEqual([false, true]);
  expect(planned.dash).toBeDefined();
  expect(standard.dash).toBeUndefined();
});

it('draws no countries of the world around places that are on no map', () => {
  const invented = corridorMap({ id: 'map', title: 'Tale', lines, stations, countries: ['Norland'], mapData });
  const texts = [...invented.draw(document).querySelectorAll('text')].map((element) => element.textContent);
  expect(texts).not.toContain('CHINA');
  expect(texts).toContain('100 km');
  expect(invented.caption).toContain('no map of the world');
});
