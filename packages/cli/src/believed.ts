import { BadInput } from './exit-status.ts';

/**
 * What `--believe` says: of a contested number, which claim holds.
 *
 * @param texts - as given, `path=claim` each
 * @returns claims by path
 * @throws BadInput where one is no such pair
 */
export function believedClaims(texts: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
      throw new BadInput(
        `\`--believe ${text}\` should name a contested number and a claim about it: \`--believe deposits.dong-pao.reserves=usgs-2025\`.`,
      );
    }),
  );
}
