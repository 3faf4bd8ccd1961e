import type { Attribute, Table } from './attributes.ts';
import { quantityDefinitions } from './json-schema-quantity.ts';
import { corridorTable, financingTable, overlayHeads } from './schema/index.ts';
import { describeDimension } from './units.ts';

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** Which kind of corridor file a schema describes. */
export const schemaKinds = ['corridor', 'option', 'scenario', 'financing'] as const;

/** What a file of a kind says about itself under the key of that kind. */
const fileHeads = { ...overlayHeads, financing: financingTable } as const;

/** One of {@link schemaKinds}. */
export type SchemaKind = (typeof schemaKinds)[number];

const ids = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,79}$' };
const listOfIds = { type: 'array', items: { type: 'string' }, description: 'Ids of inherited entries to delete.' };
const textTypes = ['string', 'number'];

/**
 * The JSON Schema (2020-12) of a kind of corridor file, from the attribute tables that the reader itself uses.
 *
 * Only the head of an option or scenario has required attributes: a corridor may be spread over several files and refine
 * entries of the library, an option states only what differs. What an entry needs in the end stands in its description.
 *
 * @param kind - `corridor`, `option`, `scenario` or `financing`
 * @returns a schema without references to other files
 * @example
 * ```ts
 * import { jsonSchemaOf } from './json-schema.ts';
 * jsonSchemaOf('option').required; // ['option']
 * ```
 */
export function jsonSchemaOf(kind: SchemaKind): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const head = kind === 'corridor' ? {} : { [kind]: new SchemaWriter(definitions, true).table(fileHeads[kind]) };
  const entries = new SchemaWriter(definitions, false);
  const collections = Object.entries(corridorTable.attributes)
    .filter(([key]) => !Object.hasOwn(head, key))
    .map(([key, attribute]) => [key, entries.of(attribute)]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Throughline ${kind} file`,
    description: kind === 'corridor' ? corridorTable.doc : fileHeads[kind].doc,
    type: 'object',
    properties: { ...head, ...Object.fromEntries(collections), remove: listOfIds },
    ...(kind === 'corridor' ? {} : { required: [kind] }),
    additionalProperties: false,
    $defs: { ...quantityDefinitions(), ...Object.fromEntries(definitions) },
  };
}

/** Writes tables as definitions; each table once, by its title. */
class SchemaWriter {
  readonly #definitions: Map<string, JsonSchema>;
  readonly #whole: boolean;

  /**
   * @param definitions - receives the tables
   * @param whole - whether things are written in one piece, with all that they need
   */
  constructor(definitions: Map<string, JsonSchema>, whole: boolean) {
    this.#definitions = definitions;
    this.#whole = whole;
  }

  table(table: Table): JsonSchema {
    const name = definitionName(table.title);
    if (!this.#definitions.has(name)) {
      this.#definitions.set(name, {});
      this.#definitions.set(name, this.#object(table));
    }
    return { $ref: `#/$defs/${name}` };
  }

  #object({ title, doc, attributes }: Table): JsonSchema {
    const entries = Object.entries(attributes);
    const properties = Object.fromEntries(entries.map(([key, attribute]) => [key, this.of(attribute)]));
    return {
      title,
      description: doc,
      type: 'object',
      properties: this.#whole ? properties : { ...properties, remove: listOfIds },
      ...(this.#whole ? { required: entries.filter(([, { optional }]) => !optional).map(([key]) => key) } : {}),
      additionalProperties: false,
    };
  }

  of(attribute: Attribute): JsonSchema {
    return { description: described(attribute), ...this.#form(attribute) };
  }

  #form(attribute: Attribute): JsonSchema {
    switch (attribute.kind) {
      case 'text':
        return attribute.pattern ? { type: textTypes, pattern: attribute.pattern.source } : { type: textTypes };
      case 'flag':
        return { enum: [true, false, 'yes', 'no'] };
      case 'whole':
        return { type: 'integer', minimum: attribute.min, maximum: attribute.max };
      case 'choice':
        return { enum: attribute.choices };
      case 'quantity':
        return measure(attribute.si);
      case 'quantities':
        return oneOrMany(measure(attribute.si), 1);
      case 'reference':
        return { type: textTypes };
      case 'references':
      case 'texts':
        return oneOrMany({ type: textTypes }, 0);
      case 'text-map':
        return { type: 'object', additionalProperties: { type: textTypes } };
      case 'position':
        return positionSchema;
      case 'geometry':
        return { type: 'array', items: positionSchema };
      case 'place':
        return { anyOf: [ids, measure('m')] };
      case 'curve':
        return { type: 'array', minItems: 1, items: pair(measure(attribute.x), measure(attribute.y)) };
      case 'record':
        return this.table(attribute.table);
      case 'collection':
        return {
          type: 'object',
          propertyNames: ids,
          properties: { remove: listOfIds },
          additionalProperties: this.table(attribute.table),
        };
    }
  }
}

function definitionName(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

function described(attribute: Attribute): string {
  const required = attribute.optional ? '' : ' Required.';
  if (attribute.kind === 'quantity' || attribute.kind === 'quantities')
    return `${attribute.doc} Expected: ${describeDimension(attribute.si)}.${required}`;
  if (attribute.kind === 'reference' || attribute.kind === 'references')
    return `${attribute.doc} An id of \`${attribute.collection}\`.${required}`;
  if (attribute.kind === 'collection' && attribute.keys !== undefined)
    return `${attribute.doc} Keyed by ids of \`${attribute.keys}\`.${required}`;
  return attribute.doc + required;
}

/** A quantity; one without a dimension may be a bare number. */
function measure(si: string): JsonSchema {
  return { $ref: si === '1' ? '#/$defs/ratio' : '#/$defs/quantity' };
}

function oneOrMany(item: JsonSchema, minItems: number): JsonSchema {
  return { anyOf: [item, { type: 'array', minItems, items: item }] };
}

function pair(first: JsonSchema, second: JsonSchema): JsonSchema {
  return { type: 'array', prefixItems: [first, second], minItems: 2, maxItems: 2 };
}

const positionSchema = pair(
  { type: 'number', minimum: -90, maximum: 90 },
  { type: 'number', minimum: -180, maximum: 180 },
);
