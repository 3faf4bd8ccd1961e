import type { Diagnostics } from './diagnostics.ts';
import { describe, type MapEntry, type MapNode, type Node } from './tree.ts';

/** Keys that make a map a quantity: such a map is replaced whole, never merged key by key. */
const quantityKeys = ['value', 'either', 'times', 'plus'];

/**
 * Whether a map is written in one of the forms of a quantity.
 *
 * @param node - the node as written
 * @returns true for a map with `value`, `either`, `times` or `plus`
 * @example
 * ```ts
 * const at = { file: 'network.yaml', line: 1, column: 1 };
 * isQuantityNode({ kind: 'list', at, items: [] }); // false
 * ```
 */
export function isQuantityNode(node: Node): boolean {
  return node.kind === 'map' && quantityKeys.some((key) => node.entries.has(key));
}

/** Keys that say what an overlay or a quantity does; no entry can go by them. */
export const reservedKeys: readonly string[] = [...quantityKeys, 'remove'];

/** The key under which a merged tree keeps the quantity that `times:` or `plus:` changes. */
export const changedKey = 'base quantity';

/**
 * Lays an overlay over a tree: maps merge recursively, everything else replaces; `remove: [ids]` deletes entries;
 * `times:` and `plus:` change an inherited quantity. Nodes keep the file and line they came from.
 *
 * @param base - the tree below
 * @param overlay - the tree above; an empty map changes nothing
 * @param diagnostics - receives removals of what is not there and changes of what is no quantity
 * @param path - dotted path of the two trees, for messages; empty for whole files
 * @returns a new tree; neither argument is touched
 * @example
 * ```ts
 * mergeTrees(corridorTree, optionTree, diagnostics)
 * ```
 */
export function mergeTrees(base: MapNode, overlay: MapNode, diagnostics: Diagnostics, path = ''): MapNode {
  const entries = new Map<string, MapEntry>(base.entries);
  const remove = overlay.entries.get('remove');
  if (remove) removeEntries(entries, remove.value, diagnostics, path);
  for (const [key, entry] of overlay.entries) {
    if (key === 'remove') continue;
    const below = entries.get(key);
    const child = path === '' ? key : `${path}.${key}`;
    entries.set(
      key,
      below ? { key: entry.key, value: mergeNodes(below.value, entry.value, diagnostics, child) } : entry,
    );
  }
  return { kind: 'map', at: base.at, entries };
}

function mergeNodes(base: Node, overlay: Node, diagnostics: Diagnostics, path: string): Node {
  if (overlay.kind !== 'map') return overlay;
  if (overlay.entries.has('times') || overlay.entries.has('plus')) return changed(base, overlay);
  if (isQuantityNode(overlay) || isQuantityNode(base)) return overlay;
  if (base.kind === 'map') return mergeTrees(base, overlay, diagnostics, path);
  return overlay;
}

function changed(base: Node, overlay: MapNode): MapNode {
  return { ...overlay, entries: new Map(overlay.entries).set(changedKey, { key: base.at, value: base }) };
}

function removeEntries(entries: Map<string, MapEntry>, list: Node, diagnostics: Diagnostics, path: string): void {
  if (list.kind !== 'list') {
    diagnostics.error(path, list.at, '`remove` takes a list of ids.', {
      found: describe(list),
      expected: 'a list such as `[old-loop]`',
    });
    return;
  }
  for (const item of list.items) {
    const id = item.kind === 'scalar' ? String(item.value) : '';
    if (item.kind !== 'scalar')
      diagnostics.error(path, item.at, '`remove` takes ids.', { found: describe(item), expected: 'an id' });
    else if (!entries.has(id))
      diagnostics.unknown(path, item.at, `entry to remove from ${path || 'the corridor'}`, id, entries.keys());
    else entries.delete(id);
  }
}
