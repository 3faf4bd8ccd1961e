import type { Attribute, CollectionAttribute, Position, Stated, Table } from './attributes.ts';
import { Diagnostics } from './diagnostics.ts';
import { reservedKeys } from './merge.ts';
import { type Estimate, isUncertain, type Quantity } from './quantity.ts';
import { ReadContext } from './read-context.ts';
import { type Inherited, readQuantity } from './read-quantity.ts';
import { describe, type MapNode, type Node } from './tree.ts';

const idPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

/**
 * Reads a map of a corridor file against its attribute table.
 *
 * @param node - the map as written, overlays already merged
 * @param table - the attributes it may have
 * @param path - its dotted path, for messages
 * @param context - receives quantities, mentions of ids and everything that is wrong
 * @returns the thing; attributes that could not be read are missing, and a diagnostic says so
 */
export function readThing<T extends Table>(
  node: Node,
  table: T,
  path: string,
  context: ReadContext,
  inherited: Inherited = { sources: [] },
): Stated<T> {
  const thing: Record<string, unknown> = {};
  if (node.kind !== 'map') {
    const message =
      node.kind === 'scalar' && node.value === null
        ? 'A value is due here.'
        : `${table.title} should be a map of attributes.`;
    context.diagnostics.error(path, node.at, message, {
      found: describe(node),
      expected: `attributes such as ${someOf(table)}`,
    });
    return thing as Stated<T>;
  }
  context.places.set(path, node.at);
  const attributes = table.attributes;
  const handedDown = handDown(node, table, path, inherited);
  for (const [key, entry] of node.entries) {
    if (!Object.hasOwn(attributes, key))
      context.diagnostics.unknown(
        path,
        entry.key,
        `attribute of ${table.title.toLowerCase()}`,
        key,
        Object.keys(attributes),
      );
  }
  for (const [key, attribute] of Object.entries(attributes)) {
    const entry = node.entries.get(key);
    const child = path === '' ? key : `${path}.${key}`;
    if (entry) {
      const value = readAttribute(entry.value, attribute, child, context, handedDown);
      if (value !== undefined) thing[key] = value;
    } else if (attribute.optional) {
      if (attribute.kind === 'collection') thing[key] = Object.create(null);
    } else {
      context.diagnostics.error(path, node.at, `${table.title} lacks \`${key}\`.`, {
        found: describe(node),
        expected: attribute.doc,
      });
    }
  }
  return thing as Stated<T>;
}

function someOf(table: Table): string {
  return Object.keys(table.attributes)
    .slice(0, 4)
    .map((key) => `\`${key}\``)
    .join(', ');
}

/** The sources and the reason for estimating that an entry hands down to its quantities. */
function handDown(node: MapNode, table: Table, path: string, inherited: Inherited): Inherited {
  const isSourced = table.attributes.source?.kind === 'references';
  const source = isSourced ? node.entries.get('source') : undefined;
  // Read again, and then with its faults, as the attribute it is.
  const silent = new ReadContext(new Diagnostics());
  const sources = source ? silent.readReferences(source.value, 'sources', `${path}.source`) : undefined;
  const own = table.attributes.estimate ? node.entries.get('estimate')?.value : undefined;
  const estimate =
    own?.kind === 'scalar' && own.value !== null ? String(own.value) : sources ? undefined : inherited.estimate;
  return { sources: sources ?? inherited.sources, ...(estimate !== undefined ? { estimate } : {}) };
}

function readAttribute(
  node: Node,
  attribute: Attribute,
  path: string,
  context: ReadContext,
  inherited: Inherited,
): unknown {
  switch (attribute.kind) {
    case 'text': {
      const text = context.readText(node, path);
      if (text !== undefined && attribute.pattern && !new RegExp(attribute.pattern.source, 'u').test(text)) {
        context.diagnostics.error(path, node.at, attribute.doc, {
          found: describe(node),
          expected: `something like \`${attribute.pattern.example}\``,
        });
        return undefined;
      }
      return text;
    }
    case 'flag':
      return readFlag(node, path, context);
    case 'whole':
      return readWhole(node, attribute, path, context);
    case 'choice': {
      const word = context.readText(node, path, 'one of a few words');
      if (word === undefined || attribute.choices.includes(word)) return word;
      context.diagnostics.unknown(path, node.at, 'such choice:', word, attribute.choices);
      return undefined;
    }
    case 'quantity': {
      const quantity = readQuantity(node, attribute, path, inherited, context);
      if (quantity) register(quantity, context);
      return quantity;
    }
    case 'quantities':
      return readQuantities(node, attribute, path, inherited, context);
    case 'reference': {
      const id = context.readText(node, path, 'an id');
      if (id !== undefined) context.referTo(id, attribute.collection, path, node.at);
      return id;
    }
    case 'references':
      return context.readReferences(node, attribute.collection, path);
    case 'texts':
      return readList(node, path, 'a list of texts', context).flatMap((item) => context.readText(item, path) ?? []);
    case 'text-map':
      return readTextMap(node, path, context);
    case 'position':
      return readPosition(node, path, context);
    case 'geometry':
      return readList(node, path, 'a list of positions', context).flatMap((item) => {
        const position = readPosition(item, path, context);
        return position ? [position] : [];
      });
    case 'place':
      return readPlace(node, path, inherited, context);
    case 'curve':
      return readCurve(node, attribute, path, inherited, context);
    case 'record':
      return readThing(node, attribute.table, path, context, inherited);
    case 'collection':
      return readCollection(node, attribute, path, context, inherited);
  }
}

function register(quantity: Quantity, context: ReadContext): void {
  quantity.slot = context.quantities.length;
  context.quantities.push(quantity);
}

function readFlag(node: Node, path: string, context: ReadContext): boolean | undefined {
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

function readWhole(
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

function readList(node: Node, path: string, expected: string, context: ReadContext): readonly Node[] {
  if (node.kind === 'list') return node.items;
  if (node.kind === 'scalar' && node.value !== null) return [node];
  context.diagnostics.error(path, node.at, `This should be ${expected}.`, { found: describe(node), expected });
  return [];
}

function readQuantities(
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

function readTextMap(node: Node, path: string, context: ReadContext): Record<string, string> | undefined {
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

function readPosition(node: Node, path: string, context: ReadContext): Position | undefined {
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

function readPlace(node: Node, path: string, inherited: Inherited, context: ReadContext) {
  if (node.kind === 'scalar' && typeof node.value === 'string' && idPattern.test(node.value)) {
    return { station: node.value };
  }
  const attribute = { si: 'm', min: -10_000, max: 20_000_000 };
  const chainage = readQuantity(node, attribute, path, inherited, context);
  if (!chainage) return undefined;
  register(chainage, context);
  return { chainage };
}

function readCurve(
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

function readCollection(
  node: Node,
  { table, keys }: Pick<CollectionAttribute, 'table' | 'keys'>,
  path: string,
  context: ReadContext,
  inherited: Inherited,
): unknown {
  const things: Record<string, unknown> = Object.create(null);
  if (node.kind !== 'map') {
    context.diagnostics.error(path, node.at, 'Entries are a map keyed by id.', {
      found: describe(node),
      expected: 'ids followed by their attributes',
    });
    return things;
  }
  for (const [id, entry] of node.entries) {
    if (!idPattern.test(id) || reservedKeys.includes(id)) {
      context.diagnostics.error(path, entry.key, `\`${id}\` cannot be an id.`, {
        found: `\`${id}\``,
        expected: reservedKeys.includes(id)
          ? `another word than ${reservedKeys.map((key) => `\`${key}\``).join(', ')}, which mean something of their own`
          : 'small letters, digits and hyphens, such as `main-line`',
      });
      continue;
    }
    if (keys !== undefined) context.referTo(id, keys, path, entry.key);
    things[id] = readThing(entry.value, table, `${path}.${id}`, context, inherited);
    context.places.set(`${path}.${id}`, entry.key);
  }
  return things;
}
