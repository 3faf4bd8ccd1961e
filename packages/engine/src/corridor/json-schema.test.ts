import { describe, expect, it } from 'vitest';
import type { Table } from './attributes.ts';
import { type JsonSchema, jsonSchemaOf, schemaKinds } from './json-schema.ts';
import { corridorTable, overlayHeads } from './schema/index.ts';

function tablesBelow(table: Table, found = new Set<Table>()): Set<Table> {
  found.add(table);
  for (const attribute of Object.values(table.attributes))
    if ((attribute.kind === 'record' || attribute.kind === 'collection') && !found.has(attribute.table))
      tablesBelow(attribute.table, found);
  return found;
}

function partsOf(schema: unknown): JsonSchema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const inner = Object.values(schema).flatMap(partsOf);
  return Array.isArray(schema) ? inner : [schema as JsonSchema, ...inner];
}

/** Whether a text is a number in the written form `quantity` or `ratio`. */
function accepts(definition: 'quantity' | 'ratio', value: string | number): boolean {
  const { $defs } = jsonSchemaOf('corridor') as { $defs: Record<string, { anyOf: JsonSchema[] }> };
  const scalar = $defs[definition]?.anyOf[0] as { type: string | string[]; pattern: string };
  if (![scalar.type].flat().includes(typeof value)) return false;
  return typeof value === 'number' || new RegExp(scalar.pattern, 'u').test(value);
}

describe('the JSON Schema of corridor files', () => {
  it('needs tables of different titles, which name its definitions', () => {
    const tables = [corridorTable, ...Object.values(overlayHeads)].flatMap((table) => [...tablesBelow(table)]);
    const titles = [...new Set(tables)].map(({ title }) => title.toLowerCase());
    expect(titles.length).toBeGreaterThan(30);
    expect(new Set(titles).size).toBe(titles.length);
  });

  for (const kind of schemaKinds) {
    it(`defines what it refers to, and its patterns are regular expressions: ${kind}`, () => {
      const schema = jsonSchemaOf(kind);
      const definitions = Object.keys(schema.$defs as object).map((name) => `#/$defs/${name}`);
      const references = partsOf(schema).flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
      expect(references.length).toBeGreaterThan(100);
      for (const reference of references) expect(definitions).toContain(reference);
      for (const { pattern } of partsOf(schema)) if (typeof pattern === 'string') new RegExp(pattern, 'u');
    });
  }

  it('asks for the head of an option and for nothing below it', () => {
    const { required, $defs } = jsonSchemaOf('option') as { required: string[]; $defs: Record<string, JsonSchema> };
    expect(required).toEqual(['option']);
    expect($defs.option?.required).toEqual(['title', 'summary', 'order']);
    expect($defs.station).not.toHaveProperty('required');
    expect(jsonSchemaOf('corridor')).not.toHaveProperty('required');
  });

  it('knows every attribute, its words and its range', () => {
    const { $defs } = jsonSchemaOf('corridor') as { $defs: Record<string, { properties: Record<string, JsonSchema> }> };
    expect(Object.keys($defs.line?.properties ?? {})).toEqual(
      expect.arrayContaining(['stations', 'stretches', 'status', 'remove']),
    );
    expect($defs.line?.properties.status?.enum).toContain('under construction');
    expect($defs.vehicle?.properties.axles).toMatchObject({ type: 'integer', minimum: 2, maximum: 200 });
    expect($defs.vehicle?.properties.mass?.description).toMatch(/Expected: a mass, such as `84 t`\. Required\.$/);
  });

  it('takes numbers with a unit, and bare ones only for ratios', () => {
    for (const text of ['70 km/h', '-7.7778 permille', '1,234 t', '.5 km', '1e3 N', '24 ‰', '0.000125 N/kN/(km/h)^2'])
      expect(accepts('quantity', text), text).toBe(true);
    for (const value of ['70', 'km/h', '', 70, '1 2']) expect(accepts('quantity', value), String(value)).toBe(false);
    for (const value of [0.8, '0.8', '80 %']) expect(accepts('ratio', value), String(value)).toBe(true);
    expect(accepts('ratio', 'most')).toBe(false);
  });
});
