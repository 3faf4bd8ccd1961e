const blank = /[ \t\r\n]*/y;
const scalar =
  /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const key = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;

/**
 * Where text stops being JSON: the offset of the first character that cannot be, or the length of a text that ends too
 * early; `undefined` for sound JSON. JavaScript's own parser does not always say.
 */
export function jsonFault(text: string): number | undefined {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (character: string): boolean => {
    skip(blank);
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const label = () => {
    skip(blank);
    return skip(key) && take(':');
  };
  const open: string[] = [];
  for (;;) {
    // A value is due here.
    if (take('{')) {
      if (!take('}')) {
        open.push('}');
        if (!label()) return at;
        continue;
      }
    } else if (take('[')) {
      if (!take(']')) {
        open.push(']');
        continue;
      }
    } else if (!skip(scalar)) return at;
    while (open.length > 0 && take(open.at(-1)!)) open.pop();
    if (open.length === 0) break;
    if (!take(',') || (open.at(-1) === '}' && !label())) return at;
  }
  skip(blank);
  return at < text.length ? at : undefined;
}
