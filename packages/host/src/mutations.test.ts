import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type CorridorFile,
  type CorridorFiles,
  canonicalJson,
  composeAssessment,
  Diagnostics,
  formatDiagnostic,
  gatherCorridor,
  type Node,
  optionsOf,
  prepare,
  type StudyPlan,
  study,
} from '@throughline/engine';
import { parseYaml } from '@throughline/formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { readCorridorFolder, type TextFile } from './corridor-folder.ts';
import { samePool } from './draw-pool.ts';

/**
 * However a corridor's files are damaged, there are two outcomes: a valid corridor, which is assessed to the end, or
 * diagnoses, each with a file and a line that exist. A failing case prints its seed; `THROUGHLINE_SEED=… npx vitest run
 * packages/host/src/mutations.test.ts` replays it.
 */
const seed = Number(process.env.THROUGHLINE_SEED ?? Number.NaN);
const deep = process.env.THROUGHLINE_DEEP !== undefined;

/** A stretch of a text that a mutation can delete, repeat or replace: an entry, a value, an item. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly kind: 'entry' | 'value';
}

interface Damaged {
  readonly file: TextFile;
  readonly tree: Node;
  readonly pieces: readonly Piece[];
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  visit(parseDocument(text), {
    Pair: (_, { key, value }) => {
      const from = isScalar(key) ? key.range?.[0] : undefined;
      const to = isScalar(value) || isMap(value) || isSeq(value) ? value.range?.[1] : undefined;
      if (from !== undefined && to !== undefined && to > from) pieces.push({ from, to, kind: 'entry' });
    },
    Node: (key, node, ancestors) => {
      const parent = ancestors.at(-1);
      const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
      if (key !== 'key' && (isPair(parent) || isSeq(parent)) && range && range[1] > range[0])
        pieces.push({ from: range[0], to: range[1], kind: 'value' });
    },
  });
  return pieces;
}

function damageable(files: readonly TextFile[]): Damaged[] {
  return files.map((file) => ({
    file,
    tree: parseYaml(file.text, file.path, new Diagnostics()) as Node,
    pieces: piecesOf(file.text),
  }));
}

const hostile = [
  '',
  '~',
  '.nan',
  '-.inf',
  '1e400 km',
  '-1 km',
  '0 m',
  '0',
  '-1',
  '1e-300 m',
  '1e300 km',
  '99999',
  '{}',
  '[]',
  '[[]]',
  'yes',
  '{ value: 1 m, low: 0 m }',
  '{ times: 0 }',
  '{ times: 1e300 }',
  '{ plus: -1e9 m }',
  '{ either: {} }',
  '"',
  '*x',
  '&x 1',
  '!!binary x',
  '? ',
  '- ',
  ': ',
  '{',
  ']',
  '#',
  '\n',
  '\t',
  'constructor',
  '__proto__',
  '2030',
  '1 %',
  '12 kg',
  '1000 mm',
  '{ from: 2030 }',
  '{ to: 1990 }',
  '[0 km/h, 0 kN]',
  'a'.repeat(300),
  '\u0000',
  '\uFEFF',
  'Đ',
  '河口',
]; // prettier-ignore

type Mutation =
  | { readonly kind: 'delete' | 'repeat' | 'copy'; readonly at: number; readonly other: number }
  | { readonly kind: 'replace'; readonly at: number; readonly by: string }
  | { readonly kind: 'character'; readonly at: number; readonly by: string }
  | { readonly kind: 'cut'; readonly at: number; readonly other: number };

const place = fc.nat(0x3fffffff);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('delete' as const, 'repeat' as const, 'copy' as const),
      at: place,
      other: place,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('replace' as const), at: place, by: fc.constantFrom(...hostile) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('character' as const),
      at: place,
      by: fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 2 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: place, other: place }) },
);
const damage = fc.record({ file: place, mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }), option: place });

/** The text with each mutation applied in turn; where an earlier one has moved the text, a later one hits what is there. */
function mutated(target: Damaged, mutations: readonly Mutation[]): string {
  return mutations.reduce((text, change) => changed(text, target, change), target.file.text);
}

function changed(current: string, { file: { text }, pieces }: Damaged, change: Mutation): string {
  const { from, to } = pieces[change.at % pieces.length];
  const at = change.at % (current.length + 1);
  switch (change.kind) {
    case 'delete':
      return current.slice(0, from) + current.slice(to);
    case 'copy': {
      const other = pieces[change.other % pieces.length];
      return current.slice(0, from) + text.slice(other.from, other.to) + current.slice(to);
    }
    case 'replace':
      return current.slice(0, from) + change.by + current.slice(to);
    case 'character':
      return current.slice(0, at) + change.by + current.slice(at + (change.at % 3));
    case 'cut':
      return current.slice(0, at) + current.slice(at + (change.other % 400));
    case 'repeat': {
      const line = text.lastIndexOf('\n', from) + 1;
      const isBlock = text.slice(line, from).trim() === '';
      return `${current.slice(0, to)}${isBlock ? '\n' : ', '}${text.slice(isBlock ? line : from, to)}${current.slice(to)}`;
    }
  }
}

/** Reads and assesses; returns what was wrong, or nothing when an assessment could be made. */
async function answer(files: readonly CorridorFile[], diagnostics: Diagnostics, option?: number): Promise<Diagnostics> {
  if (diagnostics.failed) return diagnostics;
  const gathered: CorridorFiles = gatherCorridor(files, diagnostics);
  if (diagnostics.failed) return diagnostics;
  const all = optionsOf(gathered, { options: [] });
  const options = option === undefined ? [] : [all[option % all.length]];
  const plan: StudyPlan = { options, seed: 1, draws: 1, switches: {} };
  const prepared = prepare(gathered, plan);
  if (prepared.diagnostics.failed) return prepared.diagnostics;
  const found = await study(prepared.options, plan, { pool: samePool(prepared.options, plan) });
  canonicalJson(composeAssessment(found, { id: 'x', hash: '', scenario: null, scenarioTitle: null }));
  return prepared.diagnostics;
}

/** Fails when the damaged corridor is neither valid to the end nor diagnosed with places that exist. */
async function survives(
  corridor: readonly Damaged[],
  { file, mutations, option }: { file: number; mutations: Mutation[]; option: number },
  one: boolean,
) {
  const target = corridor[file % corridor.length];
  const { path, library } = target.file;
  const text = mutated(target, mutations);
  const diagnostics = new Diagnostics();
  const tree = parseYaml(text, path, diagnostics);
  const files = corridor.flatMap((each) => {
    if (each !== target) return [{ path: each.file.path, tree: each.tree, library: each.file.library }];
    return tree ? [{ path, tree, library }] : [];
  });
  const { all } = await answer(files, diagnostics, one ? option : undefined);
  const lines = new Map(corridor.map((each) => [each.file.path, each.file.text.split('\n').length]));
  lines.set(path, text.split(/\r\n|\r|\n/).length);
  for (const { at, ...rest } of all) {
    const said = formatDiagnostic({ ...rest, ...(at ? { at } : {}) });
    expect(at && lines.has(at.file) && at.line >= 1 && at.line <= (lines.get(at.file) ?? 0), said).toBe(true);
    expect(said).not.toMatch(/undefined|NaN|\[object/);
  }
}

async function corridorOf(name: string): Promise<Damaged[]> {
  const folder = fileURLToPath(new URL(`../../../corridors/${name}`, import.meta.url));
  const { files } = await readCorridorFolder(folder, new Diagnostics());
  return damageable(files);
}

/** How often: with seeds that stay the same, and with seeds of the day. */
function runs(often: number): Array<[string, fc.Parameters<unknown>]> {
  if (!Number.isNaN(seed)) return [['the seed asked for', { seed, numRuns: often }]];
  return [
    ['fixed seeds', { seed: 20_250_101, numRuns: often }],
    ['fresh seeds', { numRuns: often }],
  ];
}

describe('a damaged corridor is valid or diagnosed, never a surprise', () => {
  it('and the mutations find what they damage', async () => {
    const corridor = await corridorOf('two-gauges');
    for (const { file, pieces } of corridor) {
      expect(pieces.length).toBeGreaterThan(2);
      for (const { from, to } of pieces) expect(file.text.slice(from, to).trim()).not.toBe('');
    }
    const [target] = corridor;
    expect(mutated(target, [{ kind: 'replace', at: 0, by: 'x' }])).not.toBe(target.file.text);
    expect(
      readFileSync(fileURLToPath(new URL('../../../corridors/two-gauges/corridor.yaml', import.meta.url)), 'utf8'),
    ).toBe(target.file.text);
  });

  it.each(runs(deep ? 9000 : 480))(
    'two-gauges with %s',
    async (_, parameters) => {
      const corridor = await corridorOf('two-gauges');
      await fc.assert(
        fc.asyncProperty(damage, (case_) => survives(corridor, case_, false)),
        parameters,
      );
    },
    600_000,
  );

  it.each(runs(deep ? 1000 : 20))(
    'kunming-haiphong with %s',
    async (_, parameters) => {
      const corridor = await corridorOf('kunming-haiphong');
      await fc.assert(
        fc.asyncProperty(damage, (case_) => survives(corridor, case_, true)),
        parameters,
      );
    },
    1_800_000,
  );
});
