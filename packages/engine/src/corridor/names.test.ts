import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, findByName, fold } from './names.ts';

const places = {
  hekou: { name: 'Hekou', names: { zh: '河口', vi: 'Hà Khẩu' }, aliases: ['Ho-k’eou'] },
  'lao-cai': { name: 'Lao Cai', names: { vi: 'Lào Cai', zh: '老街' } },
  'dong-dang': { name: 'Dong Dang', names: { vi: 'Đồng Đăng' } },
  nameless: { name: '—' },
};

describe('a place is found by any of its names', () => {
  it.each([
    ['Hekou', 'hekou'],
    ['HEKOU', 'hekou'],
    ['河口', 'hekou'],
    ['Hà Khẩu', 'hekou'],
    ['Hà Khẩu'.normalize('NFD'), 'hekou'],
    ['Ha Khau', 'hekou'],
    ["Ho-K'eou", 'hekou'],
    ['lào cai', 'lao-cai'],
    ['LAO-CAI', 'lao-cai'],
    ['Laocai', 'lao-cai'],
    ['老街', 'lao-cai'],
    ['Đồng Đăng', 'dong-dang'],
    ['Dong Dang', 'dong-dang'],
    ['đông đang', 'dong-dang'],
  ])('%s', (name, id) => {
    expect(findByName(name, places)).toBe(id);
  });

  it.each(['河', 'Hek', '', '—', '...', 'constructor'])('and not by %j', (name) => {
    expect(findByName(name, places)).toBeUndefined();
  });
});

describe('the nearest name', () => {
  it.each([
    ['lao-cay', 'lao-cai'],
    ['hekuo', 'hekou'],
    ['line_sped', 'line-speed'],
    ['Lào Cài', 'lao-cai'],
  ])('of %s is %s', (name, id) => {
    expect(closest(name, ['lao-cai', 'hekou', 'dong-dang', 'line-speed'])).toBe(id);
  });

  it('is none when all are far', () => {
    expect(closest('kunming', ['lao-cai', 'hekou'])).toBeUndefined();
    expect(closest('', ['lao-cai'])).toBeUndefined();
    expect(closest('x', [])).toBeUndefined();
  });

  it('is the name itself, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 }), (names) => {
        for (const name of names) expect(fold(closest(name, names) ?? 'none of them')).toBe(fold(name));
      }),
    );
  });
});

it.each([
  ['Łódź Øster-Æbeltoft', 'lodzosteraebeltoft'],
  ['STRASSE', 'strasse'],
  ['Straße', 'strasse'],
  ['Διδυμότειχο', 'διδυμοτειχο'],
])('folds %s to %s', (name, folded) => {
  expect(fold(name)).toBe(folded);
});

it('folds a second time to the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
