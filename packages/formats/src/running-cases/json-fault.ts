const BLANK = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Line and column at which a text stops being JSON; engines do not agree on saying so.
 *
 * @param text text that is not JSON
 * @example
 * placeOfJsonFault('{\n  "a": x\n}'); // 'line 2, column 8'
 */
export function placeOfJsonFault(text: string): string {
  const scanner = new Scanner(text);
  scanner.value();
  const before = text.slice(0, scanner.at).split('\n');
  return `line ${before.length}, column ${before[before.length - 1]!.length + 1}`;
}

/** Walks over JSON as far as it is JSON; `at` is where it stops. */
class Scanner {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  value(): boolean {
    this.#skip(BLANK);
    const sound =
      this.#text[this.at] === '{'
        ? this.#items('}', () => this.#key() && this.value())
        : this.#text[this.at] === '['
          ? this.#items(']', () => this.value())
          : this.#skip(SCALAR);
    if (sound) this.#skip(BLANK);
    return sound;
  }

  #items(close: string, item: () => boolean): boolean {
    this.at++;
    this.#skip(BLANK);
    if (this.#take(close)) return true;
    while (item()) {
      if (this.#take(close)) return true;
      if (!this.#take(',')) return false;
    }
    return false;
  }

  #key(): boolean {
    this.#skip(BLANK);
    if (this.#text[this.at] !== '"' || !this.#skip(SCALAR)) return false;
    this.#skip(BLANK);
    return this.#take(':');
  }

  #take(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const length = pattern.exec(this.#text)?.[0].length;
    if (length === undefined) return false;
    this.at += length;
    return true;
  }
}
