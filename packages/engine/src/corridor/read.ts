import type { Attribute, CollectionAttribute, Stated, Table } from './attributes.ts';
import { Diagnostics } from './diagnostics.ts';
import { reservedKeys } from './merge.ts';
import { ReadContext } from './read-context.ts';
import { type Inherited, readQuantity } from './read-quantity.ts';
import {
  idPattern,
  readCurve,
  readFlag,
  readList,
  readPlace,
  readPosition,
  readQuantities,
  readTextMap,
  readWhole,
  register,
} from './read-values.ts';
import { describe, type MapNode, type Node } from './tree.ts';

/**
 * Reads a map of a corridor file against its attribute table.
 *
 * @param node - the map as written, overlays already merged
 * @param table - the attributes it may have
 * @param path - its dotted path, for messages
 * @param context - receives quantities, mentions of ids and everything that is wrong
 * @param inherited - what the map above it hands down
 * @returns the thing; attributes that could not be read are missing, and a diagnostic says so
 * @example
 * ```ts
 * const context = new ReadContext(new Diagnostics());
 * const corridor = readThing(tree, corridorTable, '', context);
 * ```
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
