import { changedKey } from './merge.ts';
import type { ReadContext } from './read-context.ts';
import { describe, type MapNode } from './tree.ts';

const attributesOfQuantity = [
  'value',
  'low',
  'high',
  'as',
  'either',
  'weights',
  'verdict',
  'times',
  'plus',
  'source',
  'estimate',
  'moves_with',
  'prices',
  'note',
  changedKey,
]; // prettier-ignore

/** Attributes that only one form of a quantity has; in another they would be passed over in silence. */
const attributesOfForm: Readonly<Record<string, readonly string[]>> = {
  value: ['low', 'high', 'as'],
  either: ['weights', 'verdict'],
  times: [],
  plus: [],
};

/**
 * Whether a map that states a quantity does so in one form, with a diagnosis of what belongs to another form.
 *
 * @param node - the map as written
 * @param path - its dotted path, for messages
 * @param context - receives what is wrong
 * @returns false after a diagnostic
 * @example
 * ```ts
 * if (!hasOneForm(node, 'lines.main.stretches.whole.line_speed', context)) return undefined;
 * ```
 */
export function hasOneForm(node: MapNode, path: string, context: ReadContext): boolean {
  const forms = Object.keys(attributesOfForm).filter((form) => node.entries.has(form));
  const foreign = Object.keys(attributesOfForm)
    .filter((form) => form !== forms[0])
    .flatMap((form) => [form, ...attributesOfForm[form]])
    .find((key) => node.entries.has(key));
  if (foreign === undefined) return true;
  context.diagnostics.error(path, node.entries.get(foreign)?.key, `\`${foreign}\` does not go with \`${forms[0]}\`.`, {
    found: describe(node),
    expected: 'either `value` with `low` and `high`, or `either`, or `times`, or `plus`',
  });
  return false;
}

/**
 * Diagnoses every key of a map that no form of a quantity has.
 *
 * @param node - the map as written
 * @param path - its dotted path, for messages
 * @param context - receives what is wrong
 * @example
 * ```ts
 * rejectUnknown(node, 'lines.main.stretches.whole.line_speed', context); // `valeu` is told of, with `value` suggested
 * ```
 */
export function rejectUnknown(node: MapNode, path: string, context: ReadContext): void {
  for (const [key, entry] of node.entries) {
    if (!attributesOfQuantity.includes(key))
      context.diagnostics.unknown(path, entry.key, 'attribute of a quantity', key, attributesOfQuantity.slice(0, -1));
  }
}
