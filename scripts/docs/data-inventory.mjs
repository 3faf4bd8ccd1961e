// The data inventory: which sources a corridor's numbers rest on, and how many are estimates.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Diagnostics, present, readCorridor, standingOf } from '@throughline/engine/corridor';
import { parseCorridor, readCorridorFolder } from '@throughline/host/corridor-folder';

/** @typedef {import('@throughline/engine/corridor').Quantity} Quantity */
/** @typedef {import('@throughline/engine/corridor').Corridor} Corridor */
/** @typedef {import('@throughline/engine/corridor').Standing} Standing */

/** @type {readonly Standing[]} */
const standings = ['cited', 'estimated', 'without source'];

/**
 * @param {string} folder The folder that holds the corridors.
 * @returns {Promise<string>} The page as Markdown.
 */
export async function dataInventory(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const parts = [];
  for (const id of ids.sort()) parts.push(await corridorPart(join(folder, id), id));
  return `${[introduction, ...parts].join('\n\n')}\n`;
}

const introduction = `# Data inventory

<!-- Written by scripts/generate-docs.mjs from the corridors. -->

What the numbers of each corridor that ships rest on. A number is *cited* when it names a source that is more than an
estimate itself, *estimated* when it (or its entry) says why it is an estimate, and *without source* otherwise. Every
number is counted once, however many options inherit it; a number that several sources support is counted at each.`;

/**
 * @param {string} folder
 * @param {string} id
 */
async function corridorPart(folder, id) {
  const diagnostics = new Diagnostics();
  const files = parseCorridor(await readCorridorFolder(folder, diagnostics), diagnostics);
  /** @type {Map<string, Quantity>} */
  const numbers = new Map();
  /** @type {Record<string, Corridor['sources'][string]>} */
  const sources = {};
  let title = id;
  for (const option of [present, ...files.options.keys()]) {
    const read = readCorridor(files, option);
    diagnostics.all.push(...read.diagnostics.all);
    if (!read.corridor) continue;
    title = read.corridor.corridor.title;
    Object.assign(sources, read.corridor.sources);
    for (const quantity of read.quantities)
      numbers.set(`${quantity.at.file}:${quantity.at.line}:${quantity.at.column} ${quantity.path}`, quantity);
  }
  if (diagnostics.failed) throw new Error(`The corridor ${id} has errors: see \`throughline check ${folder}\`.`);
  return [
    `## ${title}`,
    `\`corridors/${id}\`: ${numbers.size} numbers, ${Object.keys(sources).length} sources.`,
    collectionTable([...numbers.values()], sources),
    sourceTable([...numbers.values()], sources),
  ].join('\n\n');
}

/**
 * @param {readonly Quantity[]} numbers
 * @param {Corridor['sources']} sources
 */
function collectionTable(numbers, sources) {
  /** @type {Map<string, Record<Standing, number>>} */
  const counts = new Map();
  for (const quantity of numbers) {
    const collection = quantity.path.split('.')[0];
    const count = counts.get(collection) ?? { cited: 0, estimated: 0, 'without source': 0 };
    count[standingOf(quantity, sources)]++;
    counts.set(collection, count);
  }
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([collection, count]) => {
      const total = standings.reduce((sum, standing) => sum + count[standing], 0);
      const share = Math.round((100 * count.estimated) / total);
      return `| \`${collection}\` | ${total} | ${standings.map((standing) => count[standing]).join(' | ')} | ${share} % |`;
    });
  return `| numbers of | in all | cited | estimated | without source | share estimated |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}`;
}

/**
 * @param {readonly Quantity[]} numbers
 * @param {Corridor['sources']} sources
 */
function sourceTable(numbers, sources) {
  /** @type {Map<string, number>} */
  const resting = new Map();
  for (const { sources: own } of numbers) for (const id of own) resting.set(id, (resting.get(id) ?? 0) + 1);
  const rows = Object.entries(sources).map(([id, { title, publisher, kind, date, confidence, licence, address }]) => {
    const name = address?.startsWith('http') ? `[${title}](${address})` : title;
    const cells = [`\`${id}\``, publisher ? `${name}, ${publisher}` : name, kind, date, confidence, licence];
    return `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} | ${resting.get(id) ?? 0} |`;
  });
  return `| source | what it is | kind | date | confidence | licence | numbers |
| --- | --- | --- | --- | --- | --- | ---: |
${rows.join('\n')}`;
}
