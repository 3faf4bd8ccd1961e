import { describe, expect, it } from 'vitest';
import { loadDossierAssets } from './assets.ts';
import { type FontSlice, fontFaces, slicesFor } from './fonts.ts';

const slice = (unicodeRange: string): FontSlice => ({ unicodeRange, data: (characters) => `<${characters}>` });

describe('the choice of slices', () => {
  const latin = slice('U+0020-007e,U+00a0-00ff');
  const wide = slice('U+00e0-1eff');
  const han = slice('U+6606,U+660e-6612');

  it('takes what draws something, each character from the first that has it', () => {
    const chosen = slicesFor([latin, wide, han], 'Hà Nội 昆明');
    expect(chosen.map(({ slice, characters }) => [slice, characters])).toEqual([
      [latin, 'HNià'],
      [wide, 'ộ'],
      [han, '昆明'],
    ]);
    expect(slicesFor([latin, wide, han], 'Hanoi').map(({ slice }) => slice)).toEqual([latin]);
  });

  it('lets the preferred slice draw what two have', () => {
    const rules = fontFaces(slicesFor([latin, wide], 'àộ')).split('\n');
    expect(rules.at(-1)).toContain('U+0020-007e');
  });
});

describe('the fonts of the dossier', () => {
  const { fonts = [] } = loadDossierAssets();

  it('draw Vietnamese and Chinese', () => {
    const text = 'Kunming 昆明 – Lào Cai 老街 – Hải Phòng 海防 ễẵựợđĐ';
    const chosen = slicesFor(fonts, text);
    const drawn = new Set(chosen.flatMap(({ characters }) => [...characters]));
    expect([...new Set(text)].filter((character) => character !== ' ' && !drawn.has(character))).toEqual([]);
  });

  it('shrink to what is shown: a hundred Chinese characters take less than 300 kB', () => {
    const text = '昆明玉溪通海建水蒙自河口老街屏边鸡街个旧开远草坝碧色寨芷村腊哈地山腰南宁凭祥崇左同登安员嘉林海防河内';
    const bytes = slicesFor(fonts, text).reduce((sum, { slice, characters }) => sum + slice.data(characters).length, 0);
    expect(bytes).toBeLessThan(300_000);
  });
});
