import type { Diagnostics } from './diagnostics.ts';
import type { Mention } from './read-context.ts';

/**
 * Checks that every mentioned id exists; `*` in a collection's path stands for the ids of the mentioning entry.
 *
 * @param mentions - the ids that were mentioned, and where
 * @param root - the corridor as read
 * @param elsewhere - ids of collections that are not part of the tree, such as `options` and `library`
 */
export function checkReferences(
  mentions: readonly Mention[],
  root: unknown,
  elsewhere: Readonly<Record<string, readonly string[]>>,
  diagnostics: Diagnostics,
): void {
  for (const mention of mentions) {
    const known = idsOf(mention.collection, mention.path, root, elsewhere);
    const others = mention.or ? idsOf(mention.or, mention.path, root, elsewhere) : [];
    if (known.includes(mention.id) || others.includes(mention.id)) continue;
    diagnostics.unknown(mention.path, mention.at, `${singular(mention.collection)}`, mention.id, [...known, ...others]);
  }
}

function idsOf(
  collection: string,
  path: string,
  root: unknown,
  elsewhere: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (Object.hasOwn(elsewhere, collection)) return elsewhere[collection];
  const own = path.split('.');
  let node: unknown = root;
  for (const [index, segment] of collection.split('.').entries()) {
    const key = segment === '*' ? own[index] : segment;
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
  }
  return typeof node === 'object' && node !== null ? Object.keys(node) : [];
}

function singular(collection: string): string {
  const last = (collection.split('.').at(-1) as string).replaceAll('_', ' ');
  return last.endsWith('ies') ? `${last.slice(0, -3)}y` : last.replace(/s$/, '');
}
