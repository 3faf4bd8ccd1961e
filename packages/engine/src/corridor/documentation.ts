import type { Attribute, Table } from './attributes.ts';
import { spreads } from './quantity.ts';
import { corridorTable, overlayHeads } from './schema/index.ts';
import { describeDimension } from './units.ts';

/**
 * The reference of the corridor format as Markdown, from the attribute tables that the reader itself uses.
 *
 * @returns the text of `docs/format.md`
 * @example
 * ```ts
 * import { formatReference } from './documentation.ts';
 * formatReference().split('\n')[0]; // '# The corridor format'
 * ```
 */
export function formatReference(): string {
  const tables = new Map<Table, string>();
  visit(corridorTable, '', tables);
  for (const [key, head] of Object.entries(overlayHeads)) visit(head, key, tables);
  const parts = [...tables]
    .filter(([table]) => table !== corridorTable)
    .map(([table, where]) => sectionOf(table, where));
  return `${[introduction(), ...parts].join('\n\n')}\n`;
}

/** Visits tables in the order in which files name them, each once, with the path where it first stands. */
function visit(table: Table, where: string, tables: Map<Table, string>): void {
  if (tables.has(table)) return;
  tables.set(table, where);
  for (const [key, attribute] of Object.entries(table.attributes)) {
    if (attribute.kind !== 'record' && attribute.kind !== 'collection') continue;
    const here = where === '' ? key : `${where}.${key}`;
    visit(attribute.table, attribute.kind === 'collection' ? `${here}.<id>` : here, tables);
  }
}

function introduction(): string {
  const keys = Object.entries(corridorTable.attributes).map(
    ([key, attribute]) =>
      `| \`${key}\` | ${attribute.kind === 'collection' ? 'entries by id' : 'one map'} | ${attribute.doc} |`,
  );
  return `# The corridor format

<!-- Written by scripts/generate-docs.mjs from the attribute tables of packages/engine/src/corridor/schema. -->

A corridor is a folder of YAML files. The top-level keys of all files in the folder are put together, so which file
holds what is a planner's choice. Files in \`options/\` and \`scenarios/\` are laid over them: they begin with
\`option:\` or \`scenario:\` and state only what differs.

| key | holds | what it is |
| --- | --- | --- |
${keys.join('\n')}

## Numbers

A number that has a dimension is written with its unit: \`line_speed: 70 km/h\`. It can also be a map:

| attribute | what it means |
| --- | --- |
| \`value\` | the number |
| \`low\`, \`high\` | its range |
| \`as\` | how it is spread: ${spreads.map((spread) => `\`${spread}\``).join(', ')}. Low and high are bounds for the first three, the 10th and 90th percentile for the others; \`pert\` when left out |
| \`either\` | contradicting claims instead of a value: \`{ source-a: 3.5 Mt, source-b: 22 Mt }\`; with \`weights\` and a \`verdict\` |
| \`source\` | ids of the sources it rests on; those of its entry when left out |
| \`estimate\` | why it is an estimate and not a cited number |
| \`moves_with\` | a driver: numbers of one driver are high or low together |
| \`prices\` | the date of the prices of an amount of money |
| \`note\` | what a reader should know |
| \`times\`, \`plus\` | only in options and scenarios: changes the number below instead of replacing it |

In an option or scenario maps are merged, numbers and lists are replaced, and \`remove: [ids]\` deletes entries.`;
}

function sectionOf(table: Table, where: string): string {
  const rows = Object.entries(table.attributes).map(
    ([key, attribute]) =>
      `| \`${key}\` | ${kindOf(attribute)} | ${rangeOf(attribute)} | ${attribute.optional ? '' : 'yes'} | ${cell(attribute.doc)} |`,
  );
  const depth = where.split('.').filter((part) => part !== '<id>').length;
  return `${'#'.repeat(Math.min(depth + 1, 4))} ${table.title}

\`${where}\`: ${table.doc}

| attribute | written as | range | required | what it means |
| --- | --- | --- | --- | --- |
${rows.join('\n')}`;
}

function kindOf(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'text':
      return attribute.pattern ? `text such as \`${attribute.pattern.example}\`` : 'text';
    case 'flag':
      return '`yes` or `no`';
    case 'whole':
      return 'whole number';
    case 'choice':
      return attribute.choices.map((choice) => `\`${choice}\``).join(', ');
    case 'quantity':
      return cell(describeDimension(attribute.si));
    case 'quantities':
      return `one or several: ${cell(describeDimension(attribute.si))}`;
    case 'reference':
      return `id of \`${attribute.collection}\``;
    case 'references':
      return `ids of \`${attribute.collection}\``;
    case 'texts':
      return 'list of texts';
    case 'text-map':
      return 'texts by key';
    case 'position':
      return '`[latitude, longitude]`';
    case 'geometry':
      return 'list of `[latitude, longitude]`';
    case 'place':
      return 'station of the line, or a chainage such as `12.4 km`';
    case 'curve':
      return `list of \`[x in ${attribute.x}, y in ${attribute.y}]\`, in any unit of these dimensions`;
    case 'record':
      return `map: ${attribute.table.title.toLowerCase()}`;
    case 'collection':
      return `entries by ${attribute.keys === undefined ? 'id' : `id of \`${attribute.keys}\``}: ${attribute.table.title.toLowerCase()}`;
  }
}

function rangeOf(attribute: Attribute): string {
  if (attribute.kind !== 'whole' && attribute.kind !== 'quantity' && attribute.kind !== 'quantities') return '';
  const unit = attribute.kind === 'whole' || attribute.si === '1' ? '' : ` ${attribute.si}`;
  if (attribute.min <= -Number.MAX_VALUE && attribute.max >= Number.MAX_VALUE) return '';
  if (attribute.max >= Number.MAX_VALUE) return `from ${attribute.min}${unit}`;
  return `${attribute.min} to ${attribute.max}${unit}`;
}

/** Text that does not end a cell of a table. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
