import { expect, it } from 'vitest';
import { stations } from '../fixture.test-data.ts';
import { languagesOf, namesOnMap } from './station-names.ts';

it('finds the language on the signs of each country', () => {
  expect(languagesOf(stations)).toEqual({ china: 'zh', vietnam: 'vi' });
});

it('writes another script under the Latin name, and one line where the own name only adds accents', () => {
  expect(namesOnMap(stations.hekou!, 'zh')).toEqual(['Hekou North', '河口北']);
  expect(namesOnMap(stations['lao-cai']!, 'vi')).toEqual(['Lào Cai']);
  expect(namesOnMap(stations.hanoi!, 'vi')).toEqual(['Ga Hà Nội']);
  expect(namesOnMap({ name: 'Thanh Ba', names: {} }, undefined)).toEqual(['Thanh Ba']);
});
