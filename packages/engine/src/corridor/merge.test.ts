import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiny, treeOf } from '../../test/tiny.ts';
import { Diagnostics } from './diagnostics.ts';
import { changedKey, mergeTrees } from './merge.ts';
import type { MapNode, Node } from './tree.ts';

/** A tree without its places. */
function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
}

function laid(below: string, above: string) {
  const diagnostics = new Diagnostics();
  const tree = mergeTrees(treeOf(below, 'below') as MapNode, treeOf(above, 'above') as MapNode, diagnostics);
  return { tree, plain: plain(tree), faults: diagnostics.all.map(({ at, message }) => `${at?.line} ${message}`) };
}

describe('an overlay', () => {
  it('that is empty changes nothing, not even a place', () => {
    const tree = treeOf(tiny) as MapNode;
    expect(mergeTrees(tree, treeOf('{}') as MapNode, new Diagnostics())).toEqual(tree);
  });

  it('that says the same again changes no value', () => {
    expect(laid(tiny, tiny).plain).toEqual(plain(treeOf(tiny)));
  });

  it('merges maps, and replaces values and lists', () => {
    const { plain: merged } = laid('a: { b: 1, c: { d: 2 }, l: [1, 2] }\ne: 3', 'a: { c: { f: 4 }, l: [5], b: 6 }');
    expect(merged).toEqual({ a: { b: 6, c: { d: 2, f: 4 }, l: [5] }, e: 3 });
  });

  it('replaces a quantity whole: no range is left of what it was', () => {
    const range = 'm: { value: 9 t, low: 4 t, high: 20 t }';
    expect(laid(range, 'm: { value: 8 t }').plain).toEqual({ m: { value: '8 t' } });
    expect(laid(range, 'm: 8 t').plain).toEqual({ m: '8 t' });
    expect(laid('m: 8 t', range).plain).toEqual({ m: { value: '9 t', low: '4 t', high: '20 t' } });
    expect(laid(range, 'm: { either: { a: 1 t, b: 2 t } }').plain).toEqual({ m: { either: { a: '1 t', b: '2 t' } } });
  });

  it('keeps of every node the file it came from', () => {
    const { tree } = laid('a: { b: 1, c: 2 }', 'a: { c: 3 }');
    const a = tree.entries.get('a')?.value as MapNode;
    expect(a.entries.get('b')?.value.at.file).toBe('below');
    expect(a.entries.get('c')?.value.at.file).toBe('above');
  });

  it('keeps the number that it changes', () => {
    const { plain: merged } = laid('m: 9 t', 'm: { times: 2 }');
    expect(merged).toEqual({ m: { times: 2, [changedKey]: '9 t' } });
  });

  it('removes entries, and says when there is nothing to remove', () => {
    const below = 'loops: { old: { a: 1 }, new: { a: 2 } }';
    expect(laid(below, 'loops: { remove: [old], third: { a: 3 } }').plain).toEqual({
      loops: { new: { a: 2 }, third: { a: 3 } },
    });
    expect(laid(below, '\nloops: { remove: [odl] }').faults).toEqual([
      '2 There is no entry to remove from loops `odl`.',
    ]);
    expect(laid(below, 'loops: { remove: old }').faults).toEqual(['1 `remove` takes a list of ids.']);
    expect(laid(below, 'loops: { remove: [[old]] }').faults).toEqual(['1 `remove` takes ids.']);
  });

  it('can remove an entry and state it anew', () => {
    expect(laid('l: { old: { a: 1, b: 2 } }', 'l: { remove: [old], old: { a: 3 } }').plain).toEqual({
      l: { old: { a: 3 } },
    });
  });

  it('leaves both trees as they were', () => {
    const [below, above] = [treeOf('a: { b: 1, c: 2 }'), treeOf('a: { remove: [b], c: 3 }')] as MapNode[];
    const before = JSON.stringify([plain(below), plain(above)]);
    mergeTrees(below, above, new Diagnostics());
    expect(JSON.stringify([plain(below), plain(above)])).toBe(before);
  });
});

describe('for all trees', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const { tree } = fc.letrec<{ tree: object; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(fc.integer(), fc.array(fc.integer(), { maxLength: 2 })),
    tree: fc.dictionary(key, fc.oneof({ weight: 2, arbitrary: tie('leaf') }, tie('tree')), { maxKeys: 4 }) as never,
  }));
  const merged = (...texts: object[]) =>
    texts
      .map((text) => treeOf(JSON.stringify(text)) as MapNode)
      .reduce((below, above) => mergeTrees(below, above, new Diagnostics()));

  it('laying over twice is laying over once', () => {
    fc.assert(
      fc.property(tree, tree, (below, above) => {
        expect(plain(merged(below, above, above))).toEqual(plain(merged(below, above)));
      }),
    );
  });

  it('the overlay wins wherever it says something', () => {
    fc.assert(
      fc.property(tree, tree, (below, above) => {
        expect(plain(merged(below, above))).toMatchObject(nonEmpty(above));
      }),
    );
  });

  it('overlays may be joined before they are laid down, as long as they only add', () => {
    fc.assert(
      fc.property(tree, tree, (above, higher) => {
        expect(plain(merged({}, above, higher))).toEqual(plain(merged(above, higher)));
      }),
    );
  });
});

/** What an overlay states: an empty map states nothing. */
function nonEmpty(value: object): object {
  const entries = Object.entries(value).filter(
    ([, item]) => typeof item !== 'object' || Array.isArray(item) || Object.keys(item).length > 0,
  );
  return Object.fromEntries(
    entries.map(([key, item]) => [key, typeof item === 'object' && !Array.isArray(item) ? nonEmpty(item) : item]),
  );
}
