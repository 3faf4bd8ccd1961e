import { describe, expect, it } from 'vitest';
import { economyChange } from '../test/economy.ts';
import { marketsChange } from '../test/markets.ts';
import { filesOf, readTiny, tiny } from '../test/tiny.ts';
import { byConvention, conventionNamed } from './by-convention.ts';
import { Diagnostics } from './corridor/index.ts';
import { screenAppraisal } from './screen-appraisal.ts';
import { prepare } from './study.ts';

describe('a convention chosen by name', () => {
  const { corridor } = readTiny(marketsChange + economyChange);

  it('is meant by its id, its name or its body, however written', () => {
    const conventions = { 'uk-tag': { name: 'Transport Analysis Guidance', body: 'Department' } } as never;
    for (const name of ['uk-tag', 'UK TAG', 'transport analysis guidance', 'DEPARTMENT'])
      expect(conventionNamed(conventions, name)).toBe('uk-tag');
    expect(conventionNamed(conventions, 'tag')).toBeUndefined();
  });

  it('takes the place of that of the files, which stands beside it', () => {
    const { economy } = byConvention(corridor!, 'World', new Diagnostics());
    expect(economy).toMatchObject({ convention: 'world', beside: ['book'] });
  });

  it('is told with the nearest name where none is meant, or where nothing is appraised', () => {
    const diagnostics = new Diagnostics();
    byConvention(corridor!, 'Wrold', diagnostics);
    byConvention(readTiny(marketsChange).corridor!, 'World', diagnostics);
    expect(diagnostics.all.map(({ message }) => message)).toEqual([
      'There is no convention `Wrold`.',
      'There is no convention `World`.',
    ]);
    expect(diagnostics.all[0]!.suggestion).toBe('world');
  });

  it('is what options are worth by', async () => {
    const files = filesOf({
      'corridor.yaml': tiny,
      'markets.yaml': marketsChange,
      'options/change.yaml': `option: { title: Change, summary: Changed., order: 0 }\n${economyChange}`,
      'options/better.yaml':
        'option: { title: Better, summary: Changed., order: 1, opens: 2030, extends: change }\nborders: { b: { procedures: { papers: { time: 0 h } } } }\n',
    });
    const worth = async (convention?: string) => {
      const plan = { options: [], seed: 0, draws: 0, switches: {} };
      const { options } = prepare(files, convention === undefined ? plan : { ...plan, convention });
      const { economy } = (await screenAppraisal(options)).appraisal;
      if (economy.kind !== 'computed') throw new Error(economy.reason);
      const { main, beside } = economy.result.options.better!;
      return {
        main: main.value,
        beside: Object.fromEntries(Object.entries(beside).map(([id, { value }]) => [id, value])),
      };
    };
    const [book, world] = [await worth(), await worth('World')];
    expect(world.main).toBeCloseTo(book.beside.world!, 3);
    expect(world.beside.book).toBeCloseTo(book.main, 3);
    expect(world.main).not.toBeCloseTo(book.main, 0);
  });
});
