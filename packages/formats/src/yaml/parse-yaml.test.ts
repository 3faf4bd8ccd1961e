import { Diagnostics, type Node } from '@throughline/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml, yamlLimits } from './parse-yaml.ts';

function parse(text: string) {
  const diagnostics = new Diagnostics();
  const tree = parseYaml(text, 'f.yaml', diagnostics);
  const faults = diagnostics.all.map(({ at, message, found }) => `${at?.line}:${at?.column} ${message} ${found}`);
  return { tree, faults };
}

/** The tree as plain data: maps with their keys in order, values as YAML reads them. */
function plain(node: Node | undefined): unknown {
  if (node?.kind === 'map') return [...node.entries].map(([key, { value }]) => [key, plain(value)]);
  if (node?.kind === 'list') return node.items.map(plain);
  return node?.value;
}

describe('a file becomes a tree', () => {
  it('of which every node knows its line and column', () => {
    const { tree } = parse('# comment\na:\n  b: 70 km/h\n  c: [1, x]\n');
    const a = tree?.kind === 'map' ? tree.entries.get('a') : undefined;
    const b = a?.value.kind === 'map' ? a.value.entries.get('b') : undefined;
    expect(a?.key).toEqual({ file: 'f.yaml', line: 2, column: 1 });
    expect(b?.value).toEqual({
      kind: 'scalar',
      at: { file: 'f.yaml', line: 3, column: 6 },
      value: '70 km/h',
      text: '70 km/h',
    });
  });

  it('in which keys keep their order and values their characters', () => {
    const { tree } = parse('z: 0x10\na: 1.50\n1: ~\nn: yes\nm: true');
    expect(plain(tree)).toEqual([
      ['z', 16],
      ['a', 1.5],
      ['1', null],
      ['n', 'yes'],
      ['m', true],
    ]);
    const z = tree?.kind === 'map' ? tree.entries.get('z')?.value : undefined;
    expect(z).toMatchObject({ text: '0x10' });
  });

  it('with the same places for both kinds of line ends, and with a byte order mark', () => {
    const places = (text: string) => {
      const { tree } = parse(text);
      return tree?.kind === 'map' ? [...tree.entries.values()].map(({ key }) => [key.line, key.column]) : undefined;
    };
    expect(places('a: 1\r\nb: 2\r\n')).toEqual(places('a: 1\nb: 2\n'));
    expect(plain(parse('\uFEFFa: 1').tree)).toEqual([['a', 1]]);
  });

  it('with keys in one Unicode form, however they were typed', () => {
    expect(plain(parse('Ha\u0300: 1').tree)).toEqual([['H\u00E0', 1]]);
  });

  it('in which an alias stands for what its anchor held last', () => {
    expect(plain(parse('a: &x 1\nb: *x\nc: &x 2\nd: *x').tree)).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 2],
    ]);
    expect(plain(parse('a: &x { y: &z 1 }\nb: &z 2\nc: *x\nd: *z').tree)).toEqual([
      ['a', [['y', 1]]],
      ['b', 2],
      ['c', [['y', 1]]],
      ['d', 2],
    ]);
  });
});

describe('what is no usable YAML is diagnosed with its place', () => {
  it.each([
    ['a: [1', '1:6 This is not valid YAML'],
    ['a: 1\na: 2', '2:1 `a` stands here twice. also in line 1'],
    ['a: { b: 1, "b": 2 }', '1:12 `b` stands here twice.'],
    ['1: a\n"1": b', '2:1 `1` stands here twice.'],
    ['H\u00E0: 1\nHa\u0300: 2', '2:1 `H\u00E0` stands here twice.'],
    ['a: *nothing', '1:4 This alias refers to nothing. `*nothing`'],
    ['[a]: 1', '1:1 A key is a word.'],
    ['~: 1', '1:1 A key is a word.'],
    ['a: !wheel 1', '1:4 This is not valid YAML: Unresolved tag'],
    ['a: 1\n---\nb: 2', '2:1 This is not valid YAML: Source contains multiple documents'],
    ['', '1:1 This file is empty.'],
    ['# nothing but a comment', '1:1 This file is empty.'],
    ['\ta: 1', '1:1 This is not valid YAML: Tabs'],
    ['%YAML 1.1\n---\na: yes', '1:1 A corridor file is written in YAML 1.2.'],
  ])('%j', (text, fault) => {
    const { tree, faults } = parse(text);
    expect(tree).toBeUndefined();
    expect(faults[0]).toContain(fault);
  });

  it('all duplicate keys at once', () => {
    expect(parse('a: 1\na: 2\nb: { c: 1, c: 2 }').faults).toHaveLength(2);
  });
});

describe('what would exhaust the machine is refused quickly', () => {
  const anchors = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
  ];
  it.each([
    ['anchors that multiply', anchors.join('\n'), 'expands to too much'],
    ['an anchor that holds itself', 'a: &a [*a, *a]', 'nested too deeply'],
    ['a file of brackets', '['.repeat(yamlLimits.characters), '1:41 This file is nested too deeply'],
    ['brackets further down', `a: 1\n# b\nc: ${'['.repeat(60)}`, '3:44 This file is nested too deeply'],
    ['a file of braces', '{a: '.repeat(yamlLimits.characters / 4), 'nested too deeply'],
    ['dashes on one line', '- '.repeat(100_000), 'nested too deeply'],
    ['stairs of keys', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'nested too deeply'],
    ['a list of millions', `[${'1,'.repeat(yamlLimits.characters / 2 - 2)}]`, 'expands to too much'],
    ['a file too long', `a: ${'x'.repeat(yamlLimits.characters)}`, 'too large'],
  ])('%s', (_, text, fault) => {
    const { tree, faults } = parse(text);
    expect(tree).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });

  it('but not brackets within words', () => {
    const bracket = '['.repeat(100);
    expect(plain(parse(`a: "${bracket}"\nb: |\n  ${bracket}\nc: x${bracket} # ${bracket}`).tree)).toEqual([
      ['a', bracket],
      ['b', `${bracket}\n`],
      ['c', `x${bracket}`],
    ]);
  });

  it('and many keys and aliases of one map are read in time that grows with their number', () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: *a`).join('\n');
    const started = performance.now();
    expect(plain(parse(`a: &a 1\n${keys}`).tree)).toHaveLength(20_001);
    expect(performance.now() - started).toBeLessThan(3000); // A quadratic reader takes half a minute.
  });
});

it('answers any text with a tree or with diagnoses that name their line, never with an exception', () => {
  const characters = fc.constantFrom(
    ...'ab1 :-?,[]{}#&*!|>\'"%@`~\n\t\r\\.…é',
    '\u0000',
    '\uFEFF',
    '\uD800',
    '&a',
    '*a',
    '- ',
  );
  const text = fc.array(characters, { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (source) => {
      const { tree, faults } = parse(source);
      expect(tree === undefined).toBe(faults.length > 0);
      for (const fault of faults) expect(fault).toMatch(/^[1-9]\d*:[1-9]\d* /);
    }),
    { numRuns: 1000 },
  );
});
