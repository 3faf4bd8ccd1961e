/** Letters that Unicode does not take apart into a letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}; // prettier-ignore

/**
 * A name without case, diacritics and punctuation, so that `São Tomé`, `Sao Tome` and `SAO-TOME` are the same.
 * Han characters and other letters stay as they are.
 *
 * @param name - the name in any script
 * @returns its letters and digits
 * @example
 * ```ts
 * fold('Świnoujście-Łąka') // => 'swinoujscielaka'
 * ```
 */
export function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đðħıłøŧæœßþ]/g, (letter) => plainLetters[letter])
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The name among `known` that `name` most likely meant, or undefined when none is near.
 * Edit distance (Damerau 1964) on folded names; near means at most a third of the letters.
 *
 * @param name - the name as written
 * @param known - valid names
 * @returns the first of the nearest names, unfolded
 * @example
 * ```ts
 * closest('hendaje', ['hendaye', 'irun']) // => 'hendaye'
 * ```
 */
export function closest(name: string, known: Iterable<string>): string | undefined {
  const wanted = fold(name);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(Math.max(wanted.length, 3) / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, fold(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), at most `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? beforePrevious[j - 2] + 1 : limit;
      current.push(Math.min(previous[j] + 1, current[j - 1] + 1, substitution, swap));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length];
}

/** A thing that goes by several names: in English, in local scripts, in old spellings. */
export interface Named {
  readonly name: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
}

/**
 * The id of the entry that goes by `name` in any script, alias or spelling, or undefined.
 *
 * @param name - the name as written
 * @param entries - named entries by id
 * @returns the id of the first entry that goes by it
 * @example
 * ```ts
 * findByName('Հայաստան', { armenia: { name: 'Armenia', names: { hy: 'Հայաստան' } } }) // => 'armenia'
 * ```
 */
export function findByName(name: string, entries: Readonly<Record<string, Named>>): string | undefined {
  const wanted = fold(name);
  if (wanted === '') return undefined;
  for (const [id, entry] of Object.entries(entries)) {
    const spellings = [id, entry.name, ...Object.values(entry.names ?? {}), ...(entry.aliases ?? [])];
    if (spellings.some((spelling) => fold(spelling) === wanted)) return id;
  }
  return undefined;
}
