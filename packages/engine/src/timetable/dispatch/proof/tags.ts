/**
 * A set of statements "item i reaches level l", each of which a conclusion may rest on being false. Of two statements
 * about one item the lower level is the one that matters.
 */
export type Tags = ReadonlyMap<number, number>;

/** No statement: the conclusion holds without conditions. */
export const noTags: Tags = new Map();

/** Adds statements to a set. */
export function addTags(into: Map<number, number>, from: Tags | undefined): void {
  if (!from) return;
  for (const [item, level] of from) into.set(item, Math.min(level, into.get(item) ?? level));
}
