/** Where something stands in a planner's files: 1-based line and column. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One value as written, before anybody asked what it should mean. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly at: Place;
  /** The value after YAML's core schema: text, number, boolean or null. */
  readonly value: string | number | boolean | null;
  /** The characters of the file. */
  readonly text: string;
}

/** A list as written. */
export interface ListNode {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly Node[];
}

/** One `key: value` of a map, with the place of the key. */
export interface MapEntry {
  readonly key: Place;
  readonly value: Node;
}

/** A map as written; the order of the keys is that of the file. */
export interface MapNode {
  readonly kind: 'map';
  readonly at: Place;
  readonly entries: ReadonlyMap<string, MapEntry>;
}

/**
 * A corridor file as a tree in which every node knows its file, line and column.
 * Codecs produce it, overlays are merged on it, and only then is it read against the attribute tables.
 */
export type Node = ScalarNode | ListNode | MapNode;

/**
 * What a node is, in a planner's words, for messages.
 *
 * @param node - the node as written
 * @returns a few words, with the first characters of what is written
 * @example
 * ```ts
 * describe({ kind: 'list', at: { file: 'network.yaml', line: 1, column: 1 }, items: [] }); // 'a list of 0'
 * ```
 */
export function describe(node: Node): string {
  if (node.kind === 'map')
    return node.entries.size === 0 ? 'an empty map' : `a map with ${quoteSome([...node.entries.keys()])}`;
  if (node.kind === 'list') return `a list of ${node.items.length}`;
  if (node.value === null) return 'nothing';
  return `\`${node.text.length > 60 ? `${node.text.slice(0, 57)}…` : node.text}\``;
}

function quoteSome(keys: readonly string[]): string {
  const shown = keys.slice(0, 4).map((key) => `\`${key}\``);
  return shown.join(', ') + (keys.length > 4 ? ', …' : '');
}

/**
 * A map node without entries, standing at `at`.
 *
 * @param at - its place
 * @returns the map
 * @example
 * ```ts
 * emptyMap({ file: 'network.yaml', line: 1, column: 1 }).entries.size; // 0
 * ```
 */
export function emptyMap(at: Place): MapNode {
  return { kind: 'map', at, entries: new Map() };
}
