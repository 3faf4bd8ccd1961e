import { type CorridorFile, type CorridorFiles, type Diagnostics, gatherCorridor } from '@throughline/engine/corridor';
import { contentHash } from '@throughline/engine/numerics';
import { parseYaml } from '@throughline/formats/yaml';

/** A text file of a corridor. */
export interface TextFile {
  /** Relative to the corridor's folder, with `/`; `library/…` for shared files. */
  readonly path: string;
  readonly text: string;
  readonly library: boolean;
}

/** A corridor's folder as texts: what is hashed, sent to threads, and parsed. */
export interface CorridorTexts {
  readonly id: string;
  readonly files: readonly TextFile[];
}

/**
 * Parses and gathers a corridor's texts. Pure: threads call it on the texts they were sent.
 *
 * @param texts - the texts of the folder
 * @param diagnostics - receives everything that is wrong with the files
 * @returns the gathered files, as far as they can be used
 * @example
 * ```ts
 * const files = parseCorridor({ id: 'pass-line', files: [] }, new Diagnostics());
 * ```
 */
export function parseCorridor(texts: CorridorTexts, diagnostics: Diagnostics): CorridorFiles {
  const files: CorridorFile[] = [];
  for (const { path, text, library } of texts.files) {
    const tree = parseYaml(text, path, diagnostics);
    if (tree) files.push({ path, tree, library });
  }
  return gatherCorridor(files, diagnostics);
}

/**
 * SHA-256 over the paths and texts of a corridor, the same on every machine.
 *
 * @param texts - the texts of the folder
 * @returns the hash as hexadecimal digits; line ends and the order of files do not change it
 * @example
 * ```ts
 * corridorHash({ id: 'a', files: [] }) === corridorHash({ id: 'b', files: [] }); // true
 * ```
 */
export function corridorHash(texts: CorridorTexts): string {
  const parts = [...texts.files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text }) => `${path}\n${text.replaceAll('\r\n', '\n')}`);
  return contentHash(parts.join('\n'));
}
