import { describe, expect, it } from 'vitest';
import { filesOf, tiny, treeOf } from '../../test/tiny.ts';
import { Diagnostics, formatDiagnostic } from './diagnostics.ts';
import { gatherCorridor } from './gather.ts';

function gathered(texts: Readonly<Record<string, string>>) {
  const diagnostics = new Diagnostics();
  const files = filesOf(texts, diagnostics);
  return { files, faults: diagnostics.all.map((diagnostic) => formatDiagnostic(diagnostic)) };
}

const option = 'option: { title: T, summary: S, order: 1 }\n';

describe('the files of a folder become one tree', () => {
  it('whichever file holds what, in the order of their names', () => {
    const { files, faults } = gathered({
      'stock.yaml': 'vehicles: { b: {} }',
      'corridor.yaml': 'corridor: { title: T }\nvehicles: { a: {} }',
    });
    expect(faults).toEqual([]);
    expect([...files.tree.entries.keys()]).toEqual(['corridor', 'vehicles']);
    const vehicles = files.tree.entries.get('vehicles')?.value;
    expect(vehicles?.kind === 'map' && [...vehicles.entries.keys()]).toEqual(['a', 'b']);
  });

  it('and options and scenarios become overlays that go by the names of their files', () => {
    const { files, faults } = gathered({
      'corridor.yaml': tiny,
      'options/more.yaml': `${option}vehicles: {}`,
      'scenarios/crisis.yml': 'scenario: { title: T, summary: S }',
    });
    expect(faults).toEqual([]);
    expect([...files.options.keys(), ...files.scenarios.keys()]).toEqual(['more', 'crisis']);
    expect([...(files.options.get('more')?.tree.entries.keys() ?? [])]).toEqual(['vehicles']);
  });

  it('over the files of the library, which they may change', () => {
    const library = {
      path: 'library/stock.yaml',
      tree: treeOf('vehicles: { a: { mass: 1 t, length: 2 m } }'),
      library: true,
    };
    const own = { path: 'corridor.yaml', tree: treeOf('vehicles: { a: { mass: 3 t } }') };
    const files = gatherCorridor([own, library], new Diagnostics());
    expect(files.library).toEqual(['stock']);
    expect(JSON.stringify([...files.tree.entries.keys()])).toBe('["vehicles"]');
    const vehicles = files.tree.entries.get('vehicles')?.value;
    const a = vehicles?.kind === 'map' ? vehicles.entries.get('a')?.value : undefined;
    expect(
      a?.kind === 'map' && [...a.entries].map(([key, { value }]) => [key, value.kind === 'scalar' && value.text]),
    ).toEqual([
      ['mass', '3 t'],
      ['length', '2 m'],
    ]);
  });
});

describe('what cannot be put together is diagnosed', () => {
  it.each([
    [
      'an entry in two files',
      { 'a.yaml': 'vehicles: { x: {} }', 'b.yaml': 'vehicles:\n  x: {}' },
      'b.yaml:2:3: error: `x` is defined twice. (vehicles.x)\n    found:    also in a.yaml:1',
    ],
    [
      'two heads',
      { 'a.yaml': 'corridor: { title: A }', 'b.yaml': 'corridor: { title: B }' },
      'b.yaml:1:1: error: `corridor` is defined twice.',
    ],
    ['a list at the top', { 'a.yaml': '- 1' }, 'a.yaml:1:1: error: A corridor file is a map of collections.'],
    [
      'an option without a head',
      { 'options/o.yaml': 'vehicles: {}' },
      'options/o.yaml:1:1: error: An option file begins',
    ],
    [
      'a scenario without one',
      { 'scenarios/s.yaml': 'vehicles: {}' },
      'scenarios/s.yaml:1:1: error: A scenario file begins',
    ],
    [
      'two options of one name',
      { 'options/o.yaml': option, 'options/o.yml': option },
      'options/o.yml:1:1: error: The option `o` is defined twice. (option)\n    found:    also in options/o.yaml',
    ],
    [
      'an option without a title',
      { 'options/o.yaml': 'option: { summary: S, order: 1 }' },
      'options/o.yaml:1:9: error: Option lacks `title`.',
    ],
    [
      'an order that is no number',
      { 'options/o.yaml': 'option: { title: T, summary: S, order: first }' },
      'options/o.yaml:1:40: error: This should be a whole number.',
    ],
  ] as Array<[string, Record<string, string>, string]>)('%s', (_, texts, fault) => {
    const { faults } = gathered(texts);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });
});
