import { closest } from '@throughline/engine';
import { BadInput } from './exit-status.ts';

/**
 * The id that the user named, if there is such a thing; else a sentence with what comes nearest and all there is.
 *
 * @param kind - what it is, such as `service`
 * @param id - as named; undefined when nothing was
 * @param things - by id
 * @param told - how it is named on the command line, and where the things are
 * @throws BadInput when there is none of that id
 */
export function known(
  kind: string,
  id: string | undefined,
  things: Readonly<Record<string, { readonly name: string }>>,
  { how, where }: { readonly how: string; readonly where: string },
): string {
  if (id !== undefined && Object.hasOwn(things, id)) return id;
  const near = id === undefined ? undefined : closest(id, Object.keys(things));
  const all = Object.entries(things).map(([own, { name }]) => `  ${own}: ${name}`);
  throw new BadInput(
    [
      id === undefined ? `Name a ${kind} with ${how}.` : `There is no ${kind} \`${id}\`${where}.`,
      ...(near ? [`Did you mean \`${near}\`?`] : []),
      all.length > 0 ? `The ${kind}s are:` : 'The corridor has none.',
      ...all,
    ].join('\n'),
  );
}
