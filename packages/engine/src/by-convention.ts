import type { Corridor, Diagnostics } from './corridor/index.ts';

/**
 * The id of the appraisal convention that is meant by a name: its id, its name or its body, however it is written.
 *
 * @param conventions - of the corridor
 * @param name - as a user says it
 * @returns the id; undefined where none is meant
 * @example
 * ```ts
 * conventionNamed(corridor.conventions, 'UK TAG'); // 'uk-tag'
 * ```
 */
export function conventionNamed(conventions: Corridor['conventions'], name: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  const wanted = plain(name);
  const among = (of: (id: string) => readonly string[]) =>
    Object.keys(conventions).find((id) => of(id).map(plain).includes(wanted));
  return among((id) => [id]) ?? among((id) => [conventions[id].name, conventions[id].body]);
}

/**
 * The corridor appraised by another convention; that of its files is shown beside it.
 *
 * @param corridor - as read
 * @param name - of the convention, as a user says it
 * @param diagnostics - receives a name that none has
 * @returns the same corridor under that convention
 * @example
 * ```ts
 * byConvention(corridor, 'World Bank', diagnostics).economy?.convention; // 'world-bank'
 * ```
 */
export function byConvention(corridor: Corridor, name: string, diagnostics: Diagnostics): Corridor {
  const { economy, conventions } = corridor;
  const id = conventionNamed(conventions, name);
  if (id === undefined || !economy) {
    diagnostics.unknown('', undefined, 'convention', name, economy ? Object.keys(conventions) : []);
    return corridor;
  }
  const beside = [economy.convention, ...(economy.beside ?? [])].filter((other) => other !== id);
  return { ...corridor, economy: { ...economy, convention: id, beside: [...new Set(beside)] } };
}
