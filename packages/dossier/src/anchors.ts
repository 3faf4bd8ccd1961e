/**
 * An id for an element, and its address after `#`: the kind and the key, with letters that ids should not hold
 * written by their code, so that different keys never meet.
 *
 * @param kind - `source`, `claim`, `option` …
 * @param keys - of the thing
 *
 * @example
 * ```ts
 * anchor('source', 's068') // => 'source-s068'
 * ```
 */
export function anchor(kind: string, ...keys: readonly string[]): string {
  const safe = keys.map((key) =>
    key.replace(/[^A-Za-z0-9-]/gu, (letter) => `_${letter.codePointAt(0)?.toString(16)}_`),
  );
  return [kind, ...safe].join('-');
}
