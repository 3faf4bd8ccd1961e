import type { Diagnostics } from './diagnostics.ts';
import { findByName, type Named } from './names.ts';
import type { Mention } from './read-context.ts';

/**
 * Checks that every mentioned id exists; `*` in a collection's path stands for the ids of the mentioning entry.
 *
 * @param mentions - the ids that were mentioned, and where
 * @param root - the corridor as read
 * @param elsewhere - ids of collections that are not part of the tree, such as `options` and `library`
 * @param diagnostics - receives the ids that do not exist
 * @example
 * ```ts
 * checkReferences(context.mentions, corridor, { options: ['new-line'], library: [] }, diagnostics);
 * ```
 */
export function checkReferences(
  mentions: readonly Mention[],
  root: unknown,
  elsewhere: Readonly<Record<string, readonly string[]>>,
  diagnostics: Diagnostics,
): void {
  for (const mention of mentions) {
    const first = entriesOf(mention.collection, mention.path, root, elsewhere);
    if (Object.hasOwn(first, mention.id)) continue;
    const second = mention.or ? entriesOf(mention.or, mention.path, root, elsewhere) : {};
    if (Object.hasOwn(second, mention.id)) continue;
    const known = { ...first, ...second };
    const meant = findByName(mention.id, namedAmong(known));
    diagnostics.unknown(mention.path, mention.at, singular(mention.collection), mention.id, Object.keys(known), meant);
  }
}

type Entries = Readonly<Record<string, unknown>>;

function entriesOf(
  collection: string,
  path: string,
  root: unknown,
  elsewhere: Readonly<Record<string, readonly string[]>>,
): Entries {
  if (Object.hasOwn(elsewhere, collection)) return Object.fromEntries(elsewhere[collection].map((id) => [id, {}]));
  const own = path.split('.');
  let node: unknown = root;
  for (const [index, segment] of collection.split('.').entries()) {
    const key = segment === '*' ? own[index] : segment;
    node = typeof node === 'object' && node !== null ? (node as Entries)[key] : undefined;
  }
  return typeof node === 'object' && node !== null ? (node as Entries) : {};
}

/** The entries that have a name, so that a planner who writes it in any script is told the id. */
function namedAmong(entries: Entries): Record<string, Named> {
  const named = Object.entries(entries).filter(
    ([, entry]) => typeof (entry as Partial<Named> | null)?.name === 'string',
  );
  return Object.fromEntries(named) as Record<string, Named>;
}

function singular(collection: string): string {
  const last = (collection.split('.').at(-1) as string).replaceAll('_', ' ');
  return last.endsWith('ies') ? `${last.slice(0, -3)}y` : last.replace(/s$/, '');
}
