import { describe, expect, it } from 'vitest';
import { progressLine } from './progress.ts';
import { styleFor } from './style.ts';
import { table } from './table.ts';
import { columnsOf } from './width.ts';

describe('the width of a text in a terminal', () => {
  it('counts Han characters, kana and Hangul twice, combining marks and colours not at all', () => {
    expect(columnsOf('Lào Cai')).toBe(7);
    expect(columnsOf('Lào Cai'.normalize('NFD'))).toBe(7);
    expect(columnsOf('河口')).toBe(4);
    expect(columnsOf('ハノイ 하노이')).toBe(13);
    expect(columnsOf('\u001b[31mred\u001b[39m')).toBe(3);
    expect(columnsOf('24 ‰ – 9½')).toBe(9);
  });
});

describe('a table in the terminal', () => {
  it('stands in straight columns whatever script its cells are in', () => {
    const lines = table(
      [{ title: 'station' }, { title: 'km', align: 'right' }, { title: 'what' }],
      [
        ['河口北', '9.5', 'border'],
        ['Lào Cai', '123.0', ''],
      ],
      1,
    );
    expect(lines).toEqual([
      ' station     km  what',
      ' ───────  ─────  ──────',
      ' 河口北     9.5  border',
      ' Lào Cai  123.0',
    ]);
  });
});

describe('colours', () => {
  it('show on a terminal only, and not where NO_COLOR asks for none', () => {
    expect(styleFor({ isTTY: true }, {})('red', 'x')).toBe('\u001b[31mx\u001b[39m');
    expect(styleFor({ isTTY: true }, { NO_COLOR: '1' })('red', 'x')).toBe('x');
    expect(styleFor({ isTTY: false }, {})('red', 'x')).toBe('x');
    expect(styleFor({}, {})('red', 'x')).toBe('x');
  });
});

describe('progress', () => {
  const shown = (screen: { isTTY?: boolean; columns?: number }, quiet = false) => {
    const written: string[] = [];
    const line = progressLine({ ...screen, write: (text: string) => written.push(text) }, quiet);
    for (let done = 0; done <= 100; done++) line.show({ label: 'drawing', done, total: 100 });
    line.clear();
    return written;
  };

  it('is a line for each quarter where there is no terminal', () => {
    expect(shown({})).toEqual([0, 25, 50, 75, 100].map((done) => `drawing: ${done} of 100\n`));
  });

  it('is one line that fits the terminal, updates itself and goes away', () => {
    const written = shown({ isTTY: true, columns: 24 });
    expect(written).toHaveLength(102);
    expect(written.join('')).not.toContain('\n');
    for (const text of written) expect(columnsOf(text.replace('\r\u001b[K', ''))).toBeLessThan(24);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  it('is nothing when it should be quiet', () => {
    expect(shown({ isTTY: true }, true)).toEqual([]);
  });
});
