/** How a word stands out. */
const codes = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

/** Marks words on a stream that shows colours, and leaves them plain on any other. */
export type Style = (kind: keyof typeof codes, text: string) => string;

/**
 * The style for a stream: colours on a terminal only, and none when `NO_COLOR` is set (https://no-color.org).
 *
 * @param stream - where the text goes
 * @param environment - variables of the process
 */
export function styleFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Style {
  const shows = stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return (kind, text) => {
    const [on, off] = codes[kind];
    return shows ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
}
