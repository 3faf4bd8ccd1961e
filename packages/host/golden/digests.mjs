import { canonicalJson, contentHash } from '@throughline/engine';

/** Parts of an assessment that have digests of their own, so that a difference can be told by its place. */
const depth = 4;
const told = /^\$(\.options(\..*)?)?$/;

/**
 * The digests of an assessment: of the whole (`$`), of each part, and of the parts of each option.
 *
 * @param {unknown} assessment
 * @returns {Map<string, string>} SHA-256 of the canonical JSON, by path.
 */
export function digestsOf(assessment) {
  /** @type {Map<string, string>} */
  const digests = new Map();
  /** @type {(value: unknown, path: string, level: number) => void} */
  const note = (value, path, level) => {
    digests.set(path, contentHash(canonicalJson(value)));
    if (level === depth || !told.test(path) || typeof value !== 'object' || value === null || Array.isArray(value))
      return;
    for (const key of Object.keys(value).sort())
      note(/** @type {Record<string, unknown>} */ (value)[key], `${path}.${key}`, level + 1);
  };
  note(assessment, '$', 0);
  return digests;
}

/**
 * Digests as a file holds them: one a line.
 *
 * @param {ReadonlyMap<string, string>} digests
 */
export function writeDigests(digests) {
  return [...digests].map(([path, digest]) => `${digest}  ${path}\n`).join('');
}

/**
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function readDigests(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/**
 * The places at which digests differ, the innermost of each branch: where the first difference is and what else differs.
 *
 * @param {ReadonlyMap<string, string>} expected
 * @param {ReadonlyMap<string, string>} actual
 * @returns {string[]}
 */
export function differences(expected, actual) {
  const paths = [...new Set([...expected.keys(), ...actual.keys()])];
  const differing = paths.filter((path) => expected.get(path) !== actual.get(path));
  return differing.filter((path) => !differing.some((other) => other.startsWith(`${path}.`)));
}
