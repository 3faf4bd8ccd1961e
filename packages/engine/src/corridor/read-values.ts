import type { Position } from './attributes.ts';
import { type Estimate, isUncertain, type Quantity } from './quantity.ts';
import type { ReadContext } from './read-context.ts';
import { type Inherited, readQuantity } from './read-quantity.ts';
import { describe, type Node } from './tree.ts';

/** What an id looks like. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

/**
 * Notes a quantity, so that it gets a slot.
 *
 * @param quantity - the quantity
 * @param context - receives it
 * @example
 * ```ts
 * register(quantity, context); // `context.quantities[quantity.slot]` is the quantity
 * ```
 */
export function register(quantity: Quantity, context: ReadContext): void {
  quantity.slot = context.quantities.length;
  context.quantities.push(quantity);
}

/**
 * Reads `yes` or `no`.
 *
 * @param node - the value as written
 * @param path - its dotted path, for messages
 * @param context - receives what is wrong
 * @returns the answer, or undefined after a diagnostic
 * @example
 * ```ts
 * const node = { kind: 'scalar', at: { file: 'network.yaml', line: 1, column: 1 }, value: 'yes', text: 'yes' };
 * readFlag(node, 'a.b', new ReadContext(new Diagnostics())); // true
 * ```
 */
export function readFlag(node: Node, path: string, context: ReadContext): boolean | undefined {
  if (node.kind === 'scalar') {
    if (node.value === true || node.value === 'yes') return true;
    if (node.value === false || node.value === 'no') return false;
  }
  context.diagnostics.error(path, node.at, 'This is a yes-or-no attribute.', {
    found: describe(node),
    expected: '`yes` or `no`',
  });
  return undefined;
}

/**
 * Reads a whole number within bounds.
 *
 * @param node - the value as written
 * @param bounds - smallest and largest number allowed
 * @param path - its dotted path, for messages
 * @param context - receives what is wrong
 * @returns the number, or undefined after a diagnostic
 * @example
 * ```ts
 * const node = { kind: 'scalar', at: { file: 'network.yaml', line: 1, column: 1 }, value: 2, text: '2' };
 * readWhole(node, { min: 1, max: 8 }, 'a.tracks', new ReadContext(new Diagnostics())); // 2
 * ```
 */
export function readWhole(
  node: Node,
  { min, max }: { min: number; max: number },
  path: string,
  context: ReadContext,
): number | undefined {
  const value = node.kind === 'scalar' && typeof node.value === 'number' ? node.value : Number.NaN;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  context.diagnostics.error(path, node.at, 'This should be a whole number.', {
    found: describe(node),
    expected: `a whole number from ${min} to ${max}`,
  });
  return undefined;
}

/**
 * Reads a list; a single value is a list of one.
 *
 * @param node - the value as written
 * @param path - its dotted path, for messages
 * @param expected - what it should be, for messages
 * @param context - receives what is wrong
 * @returns the items, or none after a diagnostic
 * @example
 * ```ts
 * const node = { kind: 'scalar', at: { file: 'network.yaml', line: 1, column: 1 }, value: 'diesel', text: 'diesel' };
 * readList(node, 'a.power', 'a list of supplies', new ReadContext(new Diagnostics())).length; // 1
 * ```
 */
export function readList(node: Node, path: string, expected: string, context: ReadContext): readonly Node[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'scalar' && node.value !== null) return [node];
  context.diagnostics.error(path, node.at, `This should be ${expected}.`, { found: describe(node), expected });
  return [];
}

/**
 * Reads several certain numbers with units.
 *
 * @param node - the list as written
 * @param attribute - the SI unit that gives the dimension, and the range
 * @param path - its dotted path
 * @param inherited - what the entry hands down
 * @param context - receives the quantities and what is wrong
 * @returns the numbers that could be read
 * @example
 * ```ts
 * const [own, other] = readQuantities(node, { si: 'm', min: 0.5, max: 2 }, 'a.gauges', { sources: [] }, context);
 * ```
 */
export function readQuantities(
  node: Node,
  attribute: { si: string; min: number; max: number },
  path: string,
  inherited: Inherited,
  context: ReadContext,
): Quantity[] {
  const list = readList(node, path, 'a list of numbers with units', context);
  if (list.length === 0 && node.kind === 'list') {
    context.diagnostics.error(path, node.at, 'This list is empty.', {
      found: 'an empty list',
      expected: 'at least one number with a unit',
    });
  }
  return list.flatMap((item, index) => {
    const quantity = readQuantity(item, attribute, `${path}.${index}`, inherited, context);
    if (quantity) register(quantity, context);
    return quantity ?? [];
  });
}

/**
 * Reads texts by key.
 *
 * @param node - the map as written
 * @param path - its dotted path, for messages
 * @param context - receives what is wrong
 * @returns the texts, or undefined after a diagnostic
 * @example
 * ```ts
 * const node = { kind: 'map', at: { file: 'network.yaml', line: 1, column: 1 }, entries: new Map() };
 * Object.keys(readTextMap(node, 'a.names', new ReadContext(new Diagnostics()))); // []
 * ```
 */
export function readTextMap(node: Node, path: string, context: ReadContext): Record<string, string> | undefined {
  if (node.kind !== 'map') {
    context.diagnostics.error(path, node.at, 'This should be a map of texts.', {
      found: describe(node),
      expected: 'a map such as `{ de: Zürich }`',
    });
    return undefined;
  }
  const texts: Record<string, string> = Object.create(null);
  for (const [key, entry] of node.entries) {
    const text = context.readText(entry.value, `${path}.${key}`);
    if (text !== undefined) texts[key] = text;
  }
  return texts;
}

/**
 * Reads `[latitude, longitude]` in degrees.
 *
 * @param node - the pair as written
 * @param path - its dotted path, for messages
 * @param context - receives what is wrong
 * @returns the position, or undefined after a diagnostic
 * @example
 * ```ts
 * const at = { file: 'network.yaml', line: 1, column: 1 };
 * const items = [12.5, 40].map((value) => ({ kind: 'scalar', at, value, text: String(value) }));
 * readPosition({ kind: 'list', at, items }, 'a.position', new ReadContext(new Diagnostics())); // [12.5, 40]
 * ```
 */
export function readPosition(node: Node, path: string, context: ReadContext): Position | undefined {
  const numbers =
    node.kind === 'list' ? node.items.map((item) => (item.kind === 'scalar' ? item.value : undefined)) : [];
  const [latitude, longitude] = numbers;
  const fits = (value: unknown, limit: number) => typeof value === 'number' && Math.abs(value) <= limit;
  if (numbers.length === 2 && fits(latitude, 90) && fits(longitude, 180))
    return [latitude as number, longitude as number];
  context.diagnostics.error(path, node.at, 'A position is latitude and longitude in degrees.', {
    found: describe(node),
    expected: '`[22.49, 103.98]`',
  });
  return undefined;
}

/**
 * Reads a place on a line: the id of a station, or a chainage.
 *
 * @param node - the place as written
 * @param path - its dotted path
 * @param inherited - what the entry hands down
 * @param context - receives the chainage and what is wrong
 * @returns the place, or undefined after a diagnostic
 * @example
 * ```ts
 * const node = { kind: 'scalar', at: { file: 'network.yaml', line: 1, column: 1 }, value: 'summit', text: 'summit' };
 * readPlace(node, 'a.begin', { sources: [] }, new ReadContext(new Diagnostics())); // { station: 'summit' }
 * ```
 */
export function readPlace(node: Node, path: string, inherited: Inherited, context: ReadContext) {
  if (node.kind === 'scalar' && typeof node.value === 'string' && idPattern.test(node.value)) {
    return { station: node.value };
  }
  const attribute = { si: 'm', min: -10_000, max: 20_000_000 };
  const chainage = readQuantity(node, attribute, path, inherited, context);
  if (!chainage) return undefined;
  register(chainage, context);
  return { chainage };
}

/**
 * Reads a curve: points `[x, y]`, both with units, x rising.
 *
 * @param node - the points as written
 * @param attribute - SI units of the two coordinates
 * @param path - its dotted path, for messages
 * @param inherited - what the entry hands down
 * @param context - receives what is wrong
 * @returns the points in SI units, or undefined when there is none
 * @example
 * ```ts
 * readCurve(node, { x: 'm/s', y: 'N' }, 'vehicles.loco.traction.points', { sources: [] }, context);
 * ```
 */
export function readCurve(
  node: Node,
  attribute: { x: string; y: string },
  path: string,
  inherited: Inherited,
  context: ReadContext,
) {
  const number = (item: Node, si: string) => {
    const quantity = readQuantity(item, { si, min: 0, max: Number.MAX_VALUE }, path, inherited, context);
    if (!quantity || !isUncertain(quantity)) return (quantity?.says as Estimate | undefined)?.value;
    context.diagnostics.error(path, item.at, 'The points of a curve are certain.', {
      found: describe(item),
      expected: 'a number without a range or contradicting claims',
    });
    return undefined;
  };
  const points: Array<readonly [number, number]> = [];
  for (const item of readList(node, path, 'a list of points', context)) {
    const pair = item.kind === 'list' && item.items.length === 2 ? item.items : undefined;
    if (!pair) {
      context.diagnostics.error(path, item.at, 'A point of a curve is a pair.', {
        found: describe(item),
        expected: `\`[x in ${attribute.x}, y in ${attribute.y}]\``,
      });
      continue;
    }
    const x = number(pair[0], attribute.x);
    const y = number(pair[1], attribute.y);
    if (x === undefined || y === undefined) continue;
    const before = points.at(-1);
    if (before && x <= before[0])
      context.diagnostics.error(path, item.at, 'The points of a curve must rise.', {
        found: describe(pair[0]),
        expected: 'more than the point before',
      });
    points.push([x, y]);
  }
  return points.length > 0 ? points : undefined;
}
