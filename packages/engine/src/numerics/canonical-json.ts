/** A value that JSON cannot carry, with the place where it was met. */
export class NotCanonicalError extends Error {
  override readonly name = 'NotCanonicalError';
  /** Where the value is, e.g. `$.network.lines[2].length`. */
  readonly path: string;

  constructor(path: string, found: string) {
    super(`${path} is ${found}, which JSON cannot carry`);
    this.path = path;
  }
}

/**
 * JSON text that depends on the data alone: keys in order of their UTF-16 code units, numbers as ECMAScript prints them
 * (the shortest digits that read back), no white space.
 *
 * Source: A. Rundgren et al., JSON Canonicalization Scheme, RFC 8785 (2020).
 *
 * @param value - null, booleans, finite numbers, texts, lists and plain objects of these
 * @throws {@link NotCanonicalError} on NaN, an infinity, undefined, functions, symbols, big integers, objects of a class
 * (maps, typed arrays, dates) and cycles, with the path; nothing is dropped in silence
 *
 * @example
 * ```ts
 * canonicalJson({ b: [1, 2.5], a: null }); // '{"a":null,"b":[1,2.5]}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$', []);
}

function write(value: unknown, path: string, ancestors: object[]): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonicalError(path, String(value));
      return JSON.stringify(value);
    case 'object':
      return value === null ? 'null' : writeObject(value, path, ancestors);
    case 'undefined':
      throw new NotCanonicalError(path, 'undefined');
    default:
      throw new NotCanonicalError(path, `a ${typeof value}`);
  }
}

function writeObject(value: object, path: string, ancestors: object[]): string {
  if (ancestors.includes(value)) throw new NotCanonicalError(path, 'part of itself');
  ancestors.push(value);
  let text: string;
  if (Array.isArray(value)) {
    // Array.from visits holes, which map would skip.
    text = `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`, ancestors)).join(',')}]`;
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) {
      throw new NotCanonicalError(path, `an object of class ${value.constructor?.name ?? '?'}`);
    }
    const record = value as Record<string, unknown>;
    text = `{${Object.keys(record)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${write(record[key], `${path}.${key}`, ancestors)}`)
      .join(',')}}`;
  }
  ancestors.pop();
  return text;
}
