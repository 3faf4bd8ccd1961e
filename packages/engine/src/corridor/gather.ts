import type { Stated } from './attributes.ts';
import type { Diagnostics } from './diagnostics.ts';
import { mergeTrees } from './merge.ts';
import { readThing } from './read.ts';
import { type Mention, ReadContext } from './read-context.ts';
import { corridorTable, optionTable, scenarioTable } from './schema/index.ts';
import { describe, emptyMap, type MapNode, type Node } from './tree.ts';

/** A file of a corridor, parsed. `path` is relative to the corridor's folder and uses `/`. */
export interface CorridorFile {
  readonly path: string;
  readonly tree: Node;
  /** True for a shared file of the library, which lies below the corridor's own files. */
  readonly library?: boolean;
}

/** An option or scenario as written: what it says of itself, and the tree it lays over the corridor. */
export interface Overlay<Head> {
  readonly id: string;
  readonly head: Head;
  /** Ids its head mentions, which must exist in the corridor. */
  readonly mentions: readonly Mention[];
  readonly tree: MapNode;
}

/** All files of a corridor as trees, before any option is chosen. */
export interface CorridorFiles {
  readonly tree: MapNode;
  readonly options: ReadonlyMap<string, Overlay<Stated<typeof optionTable>>>;
  readonly scenarios: ReadonlyMap<string, Overlay<Stated<typeof scenarioTable>>>;
  readonly library: readonly string[];
}

/**
 * Puts the files of a corridor together: top-level files become one tree (in whatever files a planner keeps them),
 * `options/` and `scenarios/` become overlays named by their file, `financing/` plans named likewise.
 *
 * @param files - parsed files, the corridor's own and the library's
 * @param diagnostics - receives keys nobody knows, entries defined twice and overlays without a head
 * @returns the tree of the corridor and its overlays
 * @example
 * ```ts
 * const overlay = { path: 'options/new-line.yaml', tree: above };
 * gatherCorridor([{ path: 'network.yaml', tree }, overlay], diagnostics).options.has('new-line'); // true
 * ```
 */
export function gatherCorridor(files: readonly CorridorFile[], diagnostics: Diagnostics): CorridorFiles {
  const at = { file: files[0]?.path ?? 'corridor', line: 1, column: 1 };
  const options = new Map<string, Overlay<Stated<typeof optionTable>>>();
  const scenarios = new Map<string, Overlay<Stated<typeof scenarioTable>>>();
  let shared = emptyMap(at);
  let own = emptyMap(at);
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const file of ordered) {
    if (file.tree.kind !== 'map') {
      diagnostics.error('', file.tree.at, 'A corridor file is a map of collections.', {
        found: describe(file.tree),
        expected: topLevelKeys(),
      });
      continue;
    }
    const [folder, name] = splitPath(file.path);
    if (folder === 'options') readOverlay(file.tree, 'option', name, optionTable, options, diagnostics);
    else if (folder === 'scenarios') readOverlay(file.tree, 'scenario', name, scenarioTable, scenarios, diagnostics);
    else if (folder === 'financing') own = join(own, asPlan(file.tree, name, diagnostics), diagnostics);
    else if (file.library) shared = join(shared, file.tree, diagnostics);
    else own = join(own, file.tree, diagnostics);
  }
  const library = ordered.filter((file) => file.library).map((file) => splitPath(file.path)[1]);
  return { tree: mergeTrees(shared, own, diagnostics), options, scenarios, library };
}

function splitPath(path: string): [folder: string, name: string] {
  const parts = path.split('/');
  return [parts.length > 1 ? parts[0] : '', (parts.at(-1) as string).replace(/\.ya?ml$/, '')];
}

function topLevelKeys(): string {
  return Object.keys(corridorTable.attributes)
    .map((key) => `\`${key}\``)
    .join(', ');
}

/** A file of `financing/` as the entry of a collection that its name gives the id of. */
function asPlan(tree: MapNode, id: string, diagnostics: Diagnostics): MapNode {
  const entries = new Map(tree.entries);
  const head = entries.get('financing');
  if (!head) {
    diagnostics.error('financing', tree.at, 'A file of a financing plan begins with `financing:` and its title.', {
      found: describe(tree),
      expected: '`financing: { title: …, summary: …, funds: … }`',
    });
    return emptyMap(tree.at);
  }
  const plan = { ...tree, at: head.key, entries: new Map([[id, { key: head.key, value: head.value }]]) };
  entries.set('financing', { key: head.key, value: plan });
  return { ...tree, entries };
}

/** Joins two files of equal rank: a collection may be spread over files, an entry may not. */
function join(left: MapNode, right: MapNode, diagnostics: Diagnostics): MapNode {
  const entries = new Map(left.entries);
  for (const [key, entry] of right.entries) {
    const before = entries.get(key);
    if (!before) {
      entries.set(key, entry);
    } else if (before.value.kind === 'map' && entry.value.kind === 'map' && key !== 'corridor') {
      const both = new Map(before.value.entries);
      for (const [id, item] of entry.value.entries) {
        const first = both.get(id);
        if (first)
          diagnostics.error(`${key}.${id}`, item.key, `\`${id}\` is defined twice.`, {
            found: `also in ${first.key.file}:${first.key.line}`,
            expected: 'one definition',
          });
        else both.set(id, item);
      }
      entries.set(key, { key: before.key, value: { ...before.value, entries: both } });
    } else {
      diagnostics.error(key, entry.key, `\`${key}\` is defined twice.`, {
        found: `also in ${before.key.file}:${before.key.line}`,
        expected: 'one definition',
      });
    }
  }
  return { kind: 'map', at: left.entries.size === 0 ? right.at : left.at, entries };
}

function readOverlay<T extends typeof optionTable | typeof scenarioTable>(
  tree: MapNode,
  key: 'option' | 'scenario',
  id: string,
  table: T,
  into: Map<string, Overlay<Stated<T>>>,
  diagnostics: Diagnostics,
): void {
  const entries = new Map(tree.entries);
  const head = entries.get(key);
  if (!head) {
    diagnostics.error(
      key,
      tree.at,
      `${key === 'option' ? 'An option' : 'A scenario'} file begins with \`${key}:\` and its title.`,
      {
        found: describe(tree),
        expected: `\`${key}: { title: …, summary: … }\``,
      },
    );
    return;
  }
  const twin = into.get(id);
  if (twin) {
    diagnostics.error(key, head.key, `The ${key} \`${id}\` is defined twice.`, {
      found: `also in ${twin.tree.at.file}`,
      expected: 'one file',
    });
    return;
  }
  entries.delete(key);
  const context = new ReadContext(diagnostics);
  const read = readThing(head.value, table, `${key}.${id}`, context);
  into.set(id, { id, head: read, mentions: context.mentions, tree: { ...tree, entries } });
}
