/** Ids of the tutorial corridor and what a new corridor calls the same things; names follow their ids. */
const ids: Readonly<Record<string, string>> = {
  norland: 'first-country',
  sudland: 'second-country',
  northtown: 'start-town',
  highpass: 'summit',
  midborder: 'border-town',
  rivertown: 'crossing-loop',
  southport: 'end-port',
  northern: 'first-line',
  southern: 'second-line',
  'north-freight': 'first-freight',
  'south-freight': 'second-freight',
  'north-train': 'first-train',
  'south-train': 'second-train',
  'north-diesel': 'first-diesel',
  'south-diesel': 'second-diesel',
  'north-flat': 'first-flat',
  'south-flat': 'second-flat',
};

const names = new Map(Object.entries(ids).map(([from, to]) => [nameOf(from), nameOf(to)]));

/**
 * A text of the tutorial corridor with the ids and names of a new one.
 *
 * @param text - a corridor file
 */
export function renamed(text: string): string {
  return text.replace(/[A-Za-z]+(?:-[a-z]+)*/g, (word) =>
    Object.hasOwn(ids, word) ? (ids[word] as string) : (names.get(word) ?? word),
  );
}

/**
 * A corridor file under another title.
 *
 * @param text - the file that holds `corridor:`
 * @param title - the title
 */
export function titled(text: string, title: string): string {
  return text.replace(/^( +title: )[^#\n]*?( *)(#.*)?$/m, (_, key: string, gap: string, comment?: string) => {
    return `${key}${JSON.stringify(title)}${comment === undefined ? '' : `${gap || ' '}${comment}`}`;
  });
}

function nameOf(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
