import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Places and countries of the shipped corridor. The engine serves any pair of countries: what it knows of one is data. */
const names =
  /vi[eệ]t ?nam|h[aà] ?n[oộ]i|l[aà]o[ -]?cai|kunming|hekou|h[aà] kh[aẩ]u|h[aả]i[ -]?ph[oò]ng|yunnan|\bchina\b|昆明|河口|中国/i;

/** The resistance formula that goes by the name of the country whose standard it is. */
const formula = /'china'|`china`|; china: above 0/g;

const packages = fileURLToPath(new URL('../../', import.meta.url));

function mentions(text: string): string[] {
  return text.split('\n').filter((line) => names.test(line.replaceAll(formula, '')));
}

it.each(['engine', 'formats', 'charts'])('no source of %s names a place of a corridor', (name) => {
  const folder = join(packages, name, 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(ts|mjs|json)$/.test(file) && !/\.test\.ts$|\.test-data\.ts$|\.fixture\./.test(file),
  );
  expect(sources.length).toBeGreaterThan(10);
  const found = sources.flatMap((file) =>
    mentions(readFileSync(join(folder, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

it.each([
  'const border = "Lào Cai";',
  "if (country === 'vietnam')",
  '// as in China',
  "names: { zh: '河口' }",
  'lines.hanoi-x',
])('and the search finds %s', (line) => {
  expect(mentions(line)).toEqual([line]);
});
