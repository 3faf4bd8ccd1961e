import { fileURLToPath } from 'node:url';
import {
  type Assessment,
  canonicalJson,
  Diagnostics,
  type Figure,
  formatDiagnostic,
  type JourneyRecord,
  type OptionAssessment,
  type StudyPlan,
} from '@throughline/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessTexts } from './assess-corridor.ts';
import { type CorridorTexts, readCorridorFolder, type TextFile } from './corridor-folder.ts';

const root = new URL('../../../', import.meta.url);
const plan: StudyPlan = { options: [], seed: 1, draws: 16, switches: {} };

async function textsOf(folder: string): Promise<CorridorTexts> {
  const diagnostics = new Diagnostics();
  const texts = await readCorridorFolder(fileURLToPath(new URL(folder, root)), diagnostics);
  expect(diagnostics.all).toEqual([]);
  return texts;
}

async function assessed(texts: CorridorTexts, changes: Partial<StudyPlan> = {}): Promise<Assessment> {
  const { assessment, diagnostics } = await assessTexts(texts, { ...plan, ...changes }, { threads: 0 });
  if (!assessment) throw new Error(diagnostics.all.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
  return assessment;
}

/** Texts with files put in place of those of the same path, or beside them. */
function withFiles(texts: CorridorTexts, files: Readonly<Record<string, string>>): CorridorTexts {
  const own = Object.entries(files).map(([path, text]): TextFile => ({ path, text, library: false }));
  return { ...texts, files: [...texts.files.filter(({ path }) => !Object.hasOwn(files, path)), ...own] };
}

/** Texts with some words of a file replaced by others. */
function edited(texts: CorridorTexts, path: string, edits: ReadonlyArray<readonly [string, string]>): CorridorTexts {
  const text = texts.files.find((file) => file.path === path)?.text ?? '';
  for (const [from] of edits) expect(text).toContain(from);
  return withFiles(texts, { [path]: edits.reduce((current, [from, to]) => current.replace(from, to), text) });
}

/** What was found of an option, without what its file says of itself. */
function findings(
  assessment: Assessment,
  id: string,
): Omit<OptionAssessment, 'title' | 'summary' | 'order' | 'same_as'> {
  const { title, summary, order, same_as, ...rest } = assessment.options[id];
  return rest;
}

/** The same without the names of traces, which say under which option an input was met first. */
function numbers(assessment: Assessment, id: string): unknown {
  return JSON.parse(JSON.stringify(findings(assessment, id), (key, value) => (key === 'rests_on' ? undefined : value)));
}

/** Corridors that are assessed once for several tests; of the largest, the option that changes most. */
const assessedFolders: Readonly<Record<string, readonly string[]>> = {
  'packages/host/fixtures/valid/contested': [],
  'corridors/two-gauges': [],
  'corridors/kunming-haiphong': ['new-line'],
};
const once = new Map<string, Promise<Assessment>>();

function assessedOnce(folder: string): Promise<Assessment> {
  const options = assessedFolders[folder];
  const found = once.get(folder) ?? textsOf(folder).then((texts) => assessed(texts, { options, draws: 3 }));
  once.set(folder, found);
  return found;
}

let smallest: CorridorTexts;
let contested: CorridorTexts;
let twoGauges: CorridorTexts;
beforeAll(async () => {
  smallest = await textsOf('packages/host/fixtures/valid/smallest');
  contested = await textsOf('packages/host/fixtures/valid/contested');
  twoGauges = await textsOf('corridors/two-gauges');
});

describe('overlays', () => {
  it('that are empty change nothing', async () => {
    const plain = await assessed(smallest);
    const overlaid = await assessed(
      withFiles(smallest, { 'options/empty.yaml': 'option: { title: Empty, summary: Nothing., order: 0 }' }),
    );
    expect(findings(overlaid, 'empty')).toEqual(findings(plain, 'present'));
    for (const part of ['traces', 'inputs', 'sources', 'claims', 'conflicts', 'corridor'] as const)
      expect(overlaid[part]).toEqual(plain[part]);
  });

  it('give what the hand-merged corridor gives', async () => {
    const overlaid = await assessed(contested, { options: ['heavier'] });
    const merged = await assessed(edited(contested, 'stock.yaml', [['count: 10, load: 0.5', 'count: 10, load: 0.8']]), {
      options: ['as-it-is'],
    });
    expect(numbers(overlaid, 'heavier')).toEqual(numbers(merged, 'as-it-is'));
  });

  it('that insert a station at a chainage give what the hand-split line gives', async () => {
    const overlaid = await assessed(contested, { options: ['halfway'] });
    const station =
      '  halfway: { name: Halfway, country: north, source: paper, tracks: { t: { length: 300 m, gauges: [1435 mm] } } }\n';
    const [first, second] = ['alpha, end: 10 km', '10 km, end: border'].map(
      (ends) =>
        `{ begin: ${ends}, tracks: 1, gauges: [1435 mm], line_speed: 72 km/h, gradient: 2 permille, braking_distance: 1000 m, block: absolute, power: [] }`,
    );
    const lines = edited(contested, 'lines.yaml', [
      ['alpha: { at: 0 km },', 'alpha: { at: 0 km }, halfway: { at: 10 km },'],
      [
        'all: { begin: alpha, end: border, tracks: 1, gauges: [1435 mm], line_speed: 72 km/h, gradient: 2 permille, braking_distance: 1000 m, block: absolute, power: [] }',
        `first: ${first}\n      second: ${second}`,
      ],
    ]);
    const stations = lines.files.find(({ path }) => path === 'stations.yaml')?.text ?? '';
    const merged = edited(withFiles(lines, { 'stations.yaml': stations + station }), 'traffic.yaml', [
      ['route: [alpha, border],', 'route: [alpha, border], stops: { halfway: { dwell: 5 min } },'],
    ]);
    const hand = numbers(await assessed(merged, { options: ['as-it-is'] }), 'as-it-is') as OptionAssessment;
    const laid = numbers(overlaid, 'halfway') as OptionAssessment;
    expect(laid.journeys).toEqual(hand.journeys);
    expect(laid.services).toEqual(hand.services);
    expect(laid.lines).toEqual(hand.lines);
    expect(laid.stations).toEqual(hand.stations);
  });

  it('that change nothing downstream say so', async () => {
    const { options } = await assessed(contested);
    expect(options.renamed.same_as).toEqual(['as-it-is']);
    expect(options['as-it-is'].same_as).toEqual(['renamed']);
    expect(options.heavier.same_as).toEqual([]);
    expect(options.halfway.same_as).toEqual([]);
  });
});

describe('what is uncertain changes the assessment', () => {
  const total = (assessment: Assessment) => assessment.options['as-it-is'].journeys.box.total as Figure;

  it('by another seed', async () => {
    const [one, same, other] = await Promise.all([1, 1, 2].map((seed) => assessed(contested, { seed })));
    expect(canonicalJson(same)).toBe(canonicalJson(one));
    expect(total(other).value).toBe(total(one).value);
    expect(total(other).low).not.toBe(total(one).low);
    expect(total(other).high).not.toBe(total(one).high);
  });

  it('by a scenario, by what the scenario says', async () => {
    const [base, strike] = [await assessed(contested), await assessed(contested, { scenario: 'strike' })];
    expect(total(strike).value - total(base).value).toBeCloseTo(2 * 2 * 3600, 1); // Papers take 6 h instead of 2 h.
    expect(strike.made_by).toMatchObject({ scenario: 'strike', scenario_title: 'Strike' });
    expect(strike.inputs['borders.border.procedures.papers.time']).toMatchObject({ value: 6, unit: 'h' });
  });

  it('by the claim that is believed', async () => {
    const path = 'vehicles.wide-wagon.mass';
    const [book, paper] = await Promise.all(
      ['book', 'paper'].map((claim) => assessed(contested, { switches: { [path]: claim } })),
    );
    const mass = (assessment: Assessment) => assessment.options['as-it-is'].services.north.mass.value;
    expect(mass(paper) - mass(book)).toBeCloseTo(10 * (44 - 20), 6);
    expect(total(paper).value).toBeGreaterThan(total(book).value);
    expect(paper.inputs[path]).toMatchObject({ believed: 'paper', value: 44, claims: { book: 20, paper: 44 } });
    const verdict = await assessed(contested);
    expect(verdict.inputs[path]).toMatchObject({ believed: 'book', value: 20 });
    expect(mass(verdict)).toBe(mass(book));
  });

  it('and a claim nobody makes is answered by those there are', async () => {
    const ask = async (switches: Record<string, string>) =>
      (await assessTexts(contested, { ...plan, switches }, { threads: 0 })).diagnostics.all.map((diagnostic) =>
        formatDiagnostic(diagnostic),
      );
    expect(await ask({ 'vehicles.wide-wagon.mass': 'papers' })).toEqual([
      expect.stringContaining('did you mean `paper`?'),
    ]);
    expect(await ask({ 'vehicles.wide-wagon.masss': 'paper' })).toEqual([
      expect.stringContaining('did you mean `vehicles.wide-wagon.mass`?'),
    ]);
  });
});

/** Numbers that are no measurements: places in tables, what made the results, lines of files, coordinates. */
const unmeasured = [
  /^options\.[^.]+\.order$/,
  /^made_by\.(seed|draws)$/,
  /^inputs\..*\.line$/,
  /^options\.[^.]+\.stations\.[^.]+\.position\.\d$/,
  /^options\.[^.]+\.demand\.zones\.[^.]+\.position\.\d$/,
  /^options\.[^.]+\.lines\.[^.]+\.course\.\d+\.\d$/,
  /^options\.[^.]+\.impact\.features\.\d+\.outline\.\d+\.\d$/,
];

/** Traces without inputs: the head of the corridor states its years itself. */
const selfEvident = ['corridor'];

/** Numbers of an assessment that have no unit, or no trace to inputs of which each has a source or says it is an estimate. */
function unfounded(assessment: Assessment): string[] {
  const faults: string[] = [];
  const inputsBehind = (key: string, seen: Set<string>): Array<Assessment['inputs'][string] | undefined> => {
    if (seen.has(key)) return [];
    seen.add(key);
    if (!Object.hasOwn(assessment.traces, key)) return [undefined];
    const { inputs, through } = assessment.traces[key];
    return [...inputs.map((path) => assessment.inputs[path]), ...through.flatMap((other) => inputsBehind(other, seen))];
  };
  const verdicts = new Map<unknown, boolean>(selfEvident.map((key) => [key, true]));
  const founded = (key: unknown): boolean => {
    if (typeof key !== 'string') return false;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const inputs = inputsBehind(key, new Set());
    const sound =
      inputs.length > 0 && inputs.every((input) => input && (input.sources.length > 0 || input.estimate !== null));
    verdicts.set(key, sound);
    return sound;
  };
  const walk = (value: unknown, path: string, parents: readonly Record<string, unknown>[]): void => {
    if (typeof value === 'number') {
      const measured = parents.find(({ unit }) => typeof unit === 'string' && unit !== '');
      const traced = parents.some(({ rests_on }) => founded(rests_on)) || path.startsWith('inputs.');
      if (!(measured && traced) && !unmeasured.some((pattern) => pattern.test(path))) faults.push(path);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value))
        walk(item, path === '' ? key : `${path}.${key}`, [value as Record<string, unknown>, ...parents]);
    }
  };
  walk(assessment, '', []);
  return faults;
}

describe('every number has its unit and its sources', { timeout: 120_000 }, () => {
  it.each(Object.keys(assessedFolders))('in %s', async (folder) => {
    const assessment = await assessedOnce(folder);
    expect(unfounded(assessment)).toEqual([]);
    for (const input of Object.values(assessment.inputs))
      for (const source of input.sources)
        expect(Object.hasOwn(assessment.sources, source) || Object.hasOwn(assessment.claims, source), source).toBe(
          true,
        );
  });

  it('and the walk finds a number without', async () => {
    const assessment = await assessed(twoGauges, { draws: 0 });
    const damaged = structuredClone(assessment) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    damaged.options['do-minimum'].average = 3;
    (
      damaged.options['do-minimum'].journeys as Record<string, Record<string, Record<string, unknown>>>
    ).container.total.rests_on = 'nothing';
    delete (damaged.options['third-rail'].year as Record<string, unknown>).unit;
    damaged.inputs['stations.northtown.elevation'].sources = [];
    const faults = unfounded(damaged as unknown as Assessment);
    expect(faults).toEqual(
      expect.arrayContaining([
        'options.do-minimum.average',
        'options.do-minimum.journeys.container.total.value',
        'options.third-rail.year.value',
        'options.do-minimum.stations.northtown.elevation.value',
      ]),
    );
  });
});

describe('parts add to their totals', { timeout: 120_000 }, () => {
  it.each(Object.keys(assessedFolders))('in %s', async (folder) => {
    const { options } = await assessedOnce(folder);
    for (const { journeys, services } of Object.values(options)) {
      for (const journey of Object.values(journeys)) addsUp(journey);
      for (const { outcome, distance } of Object.values(services)) {
        if (outcome.kind !== 'run') continue;
        const column = (name: string) =>
          sum((outcome.phases.columns.find((each) => each.name === name)?.values ?? []) as number[]);
        expect(column('time')).toBeCloseTo(outcome.time.value, 0);
        expect(column('distance')).toBeCloseTo(distance.value, 1);
        expect(outcome.standing.value).toBeLessThanOrEqual(outcome.time.value);
      }
    }
  });

  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  function addsUp({ total, running, border, layover, parts, draws }: JourneyRecord): void {
    const counted = draws.columns.find(({ name }) => name === 'draws')?.values as number[];
    expect(sum(counted)).toBe(3);
    if (!total) {
      expect(parts.some(({ time }) => time === null)).toBe(true);
      return;
    }
    const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-6 * Math.max(1, b) * 10);
    near(sum(parts.map(({ time }) => time?.value ?? Number.NaN)), total.value);
    near(sum([running, border, layover].map((figure) => figure?.value ?? Number.NaN)), total.value);
    for (const { what, time, steps } of parts)
      if (what !== 'run') near(sum(steps.map((step) => step.time.value)), time?.value ?? Number.NaN);
  }
});
