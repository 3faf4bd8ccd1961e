import { fileURLToPath } from 'node:url';
import {
  type CorridorFile,
  type CorridorFiles,
  canonicalJson,
  centralValues,
  composeAssessment,
  courseOf,
  Diagnostics,
  evaluateDraws,
  formatDiagnostic,
  gatherCorridor,
  type Node,
  type Outcome,
  optionsOf,
  prepare,
  type StudyPlan,
  simulate,
  study,
} from '@throughline/engine';
import { parseYaml } from '@throughline/formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { readCorridorFolder, type TextFile } from './corridor-folder.ts';
import { samePool } from './same-pool.ts';
import { loadSolver } from './solver.ts';

/**
 * However a corridor's files are damaged, there are two outcomes: a valid corridor, which is assessed to the end, or
 * diagnoses, each with a file and a line that exist. A failing case prints its seed; `THROUGHLINE_SEED=… npx vitest run
 * packages/host/src/mutations.test.ts` replays it.
 */
const seed = Number(process.env.THROUGHLINE_SEED ?? Number.NaN);
const deep = process.env.THROUGHLINE_DEEP !== undefined;

/** An entry of a file: where it stands, where its value does, and whether it stands between braces. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly key: string;
  readonly isScalar: boolean;
  readonly isFlow: boolean;
}

interface Damaged {
  readonly file: TextFile;
  readonly tree: Node;
  readonly pieces: readonly Piece[];
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  visit(parseDocument(text), {
    Pair: (_, { key, value }, ancestors) => {
      if (!isScalar(key) || !(isScalar(value) || isMap(value) || isSeq(value)) || !key.range || !value.range) return;
      const parent = ancestors.at(-1);
      pieces.push({
        from: key.range[0],
        to: value.range[1],
        value: value.range[0],
        key: String(key.value),
        isScalar: isScalar(value),
        isFlow: isMap(parent) && parent.flow === true,
      });
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

/** What is done to an entry; `at` and `other` choose entries, `by` what is put in place of something. */
interface Mutation {
  readonly kind: 'delete' | 'clone' | 'number' | 'same key' | 'copy' | 'replace' | 'character' | 'cut';
  readonly at: number;
  readonly other: number;
  readonly by: string;
}

const place = fc.nat(0x3fffffff);
const kind = fc.oneof(
  ...(
    [
      ['number', 8],
      ['same key', 5],
      ['delete', 3],
      ['clone', 3],
      ['replace', 3],
      ['copy', 1],
      ['character', 1],
      ['cut', 1],
    ] as const
  ).map(([word, weight]) => ({ weight, arbitrary: fc.constant(word) })),
); // prettier-ignore
const mutation = fc.record({ kind, at: place, other: place, by: fc.constantFrom(...hostile) });
const damage = fc.record({ file: place, mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }), option: place });

const factors = ['0', '-1', '0.001', '0.1', '0.5', '0.9', '1.1', '2', '10', '1000'];

/** The text with each mutation applied, from the end of the file to its beginning, so that places keep their meaning. */
function mutated(target: Damaged, mutations: readonly Mutation[]): string {
  const { pieces } = target;
  const chosen = mutations.map((change) => ({ change, piece: pieces[change.at % pieces.length] }));
  return chosen
    .sort((a, b) => b.piece.from - a.piece.from)
    .reduce((text, { change, piece }) => changed(text, target, piece, change), target.file.text);
}

function changed(
  current: string,
  { file: { text }, pieces }: Damaged,
  piece: Piece,
  { kind, other, by }: Mutation,
): string {
  const { from, to, value, key, isFlow } = piece;
  const put = (begin: number, end: number, words: string) => current.slice(0, begin) + words + current.slice(end);
  const written = text.slice(value, to);
  const alike = pieces.filter((each) => each.key === key && each.isScalar === piece.isScalar);
  const donor = kind === 'same key' ? alike[other % alike.length] : pieces[other % pieces.length];
  switch (kind) {
    case 'number':
      return put(
        value,
        to,
        written.replace(/-?\d+(\.\d+)?/, (number) => String(Number(number) * Number(factors[other % factors.length]))),
      );
    case 'same key':
    case 'copy':
      return put(value, to, text.slice(donor.value, donor.to));
    case 'replace':
      return put(value, to, by);
    case 'delete': {
      const after = isFlow ? (/^\s*,\s*/.exec(text.slice(to))?.[0].length ?? 0) : 0;
      return put(from, to + after, '');
    }
    case 'clone': {
      const line = text.lastIndexOf('\n', from) + 1;
      const copy = `${key}-${other % 7}${text.slice(from + key.length, to)}`;
      return put(from, from, isFlow ? `${copy}, ` : `${copy}\n${text.slice(line, from)}`);
    }
    case 'character':
      return put(from + (other % (to - from)), from + (other % (to - from)) + (other % 3), by);
    case 'cut':
      return put(from, from + (other % 400), '');
  }
}

/**
 * Reads and assesses: all options in full, or one of them with its trains alone on the line. Returns what was wrong; when
 * nothing was, an assessment could be made.
 */
async function answer(files: readonly CorridorFile[], diagnostics: Diagnostics, option?: number): Promise<Diagnostics> {
  if (diagnostics.failed) return diagnostics;
  const gathered: CorridorFiles = gatherCorridor(files, diagnostics);
  if (diagnostics.failed) return diagnostics;
  const all = optionsOf(gathered, { options: [] });
  const options = option === undefined ? [] : [all[option % all.length]];
  const plan: StudyPlan = { options, seed: 1, draws: 1, switches: {} };
  const prepared = prepare(gathered, plan);
  if (prepared.diagnostics.failed) return prepared.diagnostics;
  if (option === undefined) {
    const found = await study(prepared.options, plan, { lp: loadSolver, ...samePool(prepared.options, plan) });
    canonicalJson(composeAssessment(found, { id: 'x', hash: '', scenario: null, scenarioTitle: null }));
  } else {
    const [{ course }] = prepared.options;
    canonicalJson(
      outcomeOf(
        await simulate(
          courseOf(course, (compiled) => centralValues(compiled)),
          'screening',
        ),
      ),
    );
    canonicalJson(await evaluateDraws(prepared.options, plan, { from: 0, to: 1 }));
  }
  return prepared.diagnostics;
}

/** What became of each service and journey. */
function outcomeOf({ services, journeys }: Outcome) {
  const runs = Object.entries(services).map(([id, run]) =>
    run.kind === 'run' ? [id, run.time, run.energyTaken] : [id, run.message],
  );
  return { runs, journeys };
}

/** Fails when the damaged corridor is neither valid to the end nor diagnosed with places that exist. */
async function survives(
  corridor: readonly Damaged[],
  { file, mutations, option }: { file: number; mutations: readonly Mutation[]; option: number },
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
  const answered = await answer(files, diagnostics, one ? option : undefined);
  const lines = new Map(corridor.map((each) => [each.file.path, each.file.text.split('\n').length]));
  lines.set(path, text.split(/\r\n|\r|\n/).length);
  for (const { at, ...rest } of answered.all) {
    const said = formatDiagnostic({ ...rest, ...(at ? { at } : {}) });
    expect(at && lines.has(at.file) && at.line >= 1 && at.line <= (lines.get(at.file) ?? 0), said).toBe(true);
    expect(said).not.toMatch(/undefined|NaN|\[object/);
  }
  return answered;
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
      for (const { from, value, key } of pieces)
        expect(file.text.slice(from, value)).toMatch(new RegExp(`^${key}:\\s*`));
    }
    const [target] = corridor;
    const words = (kind: Mutation['kind'], by = '') =>
      mutated(target, [{ kind, at: target.pieces.findIndex(({ key }) => key === 'base_year'), other: 5, by }]);
    expect(words('replace', 'soon')).toContain('base_year: soon');
    expect(words('number')).toContain(`base_year: ${2025 * 0.9}`);
    expect(words('delete')).not.toContain('base_year');
    expect(words('clone')).toContain('base_year-5: 2025\n  base_year: 2025');
  });

  it('and a good part of the damaged corridors is valid', async () => {
    const corridor = await corridorOf('two-gauges');
    const answers = await Promise.all(
      fc.sample(damage, { seed: 1, numRuns: 60 }).map(async (each) => (await survives(corridor, each, true)).failed),
    );
    const valid = answers.filter((failed) => !failed).length;
    expect(valid).toBeGreaterThan(10);
    expect(valid).toBeLessThan(50);
  });

  // One case in four in full, timetable and all; of the others one option, with each train alone on the line.
  it.each(runs(deep ? 9000 : 480))(
    'two-gauges with %s',
    async (_, parameters) => {
      const corridor = await corridorOf('two-gauges');
      await fc.assert(
        fc.asyncProperty(damage, async (each) => void (await survives(corridor, each, each.option % 4 > 0))),
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
        fc.asyncProperty(damage, async (each) => void (await survives(corridor, each, true))),
        parameters,
      );
    },
    1_800_000,
  );
});
