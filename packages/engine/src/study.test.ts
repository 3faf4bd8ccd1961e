import { describe, expect, it } from 'vitest';
import { marketsChange } from '../test/markets.ts';
import { filesOf, readTiny, tiny } from '../test/tiny.ts';
import { centralValues, formatDiagnostic } from './corridor/index.ts';
import { compileCourse, courseOf } from './course.ts';
import type { DrawTask, OptionTask } from './ports.ts';
import { presentOf } from './simulate.ts';
import {
  evaluateDraws,
  optionsOf,
  type PreparedOption,
  prepare,
  type StudyPlan,
  simulateOption,
  study,
} from './study.ts';

const option = (order: number, change = '') => `option: { title: T${order}, summary: S, order: ${order} }\n${change}`;
const files = filesOf({
  'corridor.yaml': tiny,
  'options/z.yaml': option(1),
  'options/a.yaml': option(2, 'vehicles: { wagon: { mass: { value: 22 t, low: 20 t, high: 30 t } } }'),
  'options/broken.yaml': option(3, 'vehicles: { wagon: { mass: 22 m } }'),
});
/** None of these corridors has anything to solve. */
const lp = () => Promise.reject(new Error('no solver was expected to be asked for'));
const plan: StudyPlan = { options: ['z', 'a'], seed: 1, draws: 20, switches: {} };

describe('the options of a plan', () => {
  it('are all of the corridor by their order, those asked for as asked and once, or the corridor itself', () => {
    expect(optionsOf(files, { options: [] })).toEqual(['z', 'a', 'broken']);
    expect(optionsOf(files, { options: ['a', 'z', 'a'] })).toEqual(['a', 'z']);
    expect(optionsOf(filesOf({ 'corridor.yaml': tiny }), { options: [] })).toEqual(['present']);
  });

  it('are read one by one, and what is wrong with each is said once', () => {
    const faults = (options: string[]) =>
      prepare(files, { ...plan, options }).diagnostics.all.map((diagnostic) => formatDiagnostic(diagnostic));
    expect(faults(['z', 'a'])).toEqual([]);
    expect(faults([])).toEqual([expect.stringContaining('options/broken.yaml:2:')]);
    expect(faults(['zz'])).toEqual([expect.stringContaining('There is no option `zz`.')]);
    expect(faults(['broken', 'broken'])).toHaveLength(1);
  });
});

describe('a study', () => {
  const { options } = prepare(files, plan);
  const pool = (chunks: number[][]) => ({
    draws: async (tasks: readonly DrawTask[]) => {
      const results = [];
      for (const task of tasks) {
        chunks.push([task.from, task.to]);
        results.push(await evaluateDraws(options, plan, task));
      }
      return results;
    },
    options: (tasks: readonly OptionTask[]) => Promise.all(tasks.map((task) => simulateOption(options, plan, task))),
  });

  it('finds the same when options come back from threads as copies', async () => {
    const copies = async (tasks: readonly OptionTask[]) =>
      structuredClone(await Promise.all(tasks.map((task) => simulateOption(options, plan, structuredClone(task)))));
    const here = await study(options, plan, { lp, ...pool([]) });
    const there = await study(options, plan, { lp, ...pool([]), options: copies });
    expect(JSON.stringify(there.options)).toBe(JSON.stringify(here.options));
    expect(JSON.stringify(there.appraisal)).toBe(JSON.stringify(here.appraisal));
  });

  it('keeps every draw of every option, in order, whatever the chunks', async () => {
    const chunks: number[][] = [];
    const found = await study(options, plan, { lp, ...pool(chunks) });
    expect(chunks).toEqual(Array.from({ length: 10 }, (_, i) => [2 * i, 2 * i + 2]));
    for (const { draws } of Object.values(found.options)) expect(draws).toHaveLength(20);
    const [alone] = await evaluateDraws(options, plan, { from: 11, to: 12 });
    expect(found.options.a.draws[11]).toEqual(alone?.options.a);
    expect(found.appraised).toHaveLength(20);
    const times = found.options.a.draws.map(({ services }) => services.north?.time);
    expect(new Set(times).size).toBe(20);
    expect(new Set(found.options.z.draws.map(({ services }) => services.north?.time)).size).toBe(1);
  });

  it('reports how far it is, and ends when it is cancelled', async () => {
    const labels: string[] = [];
    await study(options, plan, { lp, ...pool([]), progress: ({ label }) => void labels.push(label) });
    expect(labels).toContain('running the trains of every option');
    const reason = new Error('cancelled');
    await expect(study(options, plan, { lp, ...pool([]), signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

it('a border may go by the name of what every object has', async () => {
  const named = filesOf({
    'corridor.yaml': tiny.replace('borders:\n  b:', 'borders:\n  constructor:'),
    'options/z.yaml': option(1),
  });
  const one = { ...plan, options: ['z'], draws: 0 };
  const { options, diagnostics } = prepare(named, one);
  expect(diagnostics.all).toEqual([]);
  const { appraisal } = await study(options, one, {
    lp,
    draws: async () => [],
    options: (tasks) => Promise.all(tasks.map((task) => simulateOption(options, one, task))),
  });
  expect(Object.keys(appraisal.removedBy)).toEqual(['constructor']);
  expect(Object.hasOwn(Object, 'track gauge')).toBe(false);
});

it('a link that is not there yet may go by the name of what every object has, also in a copy of the present', async () => {
  const soon = marketsChange
    .replace(
      '  coach:',
      '  constructor: { name: Soon, mode: road, origin: mine, destination: works, time: 1 h, from: 2040 }\n  coach:',
    )
    .replace('  by-coach:', '  by-constructor: { name: Soon, links: [constructor] }\n  by-coach:')
    .replace('nest: slow } }\n', 'nest: slow }, by-constructor: { share: 0 %, like: by-road } }\n');
  const { corridor, diagnostics } = readTiny(soon);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  const course = compileCourse(corridor, corridor, 'x', 2030);
  const present = presentOf(
    courseOf(course, (compiled) => centralValues(compiled)),
    'full',
  );
  const options = [{ id: 'x', course }] as unknown as PreparedOption[];
  const found = await simulateOption(options, plan, structuredClone({ option: 'x', present }));
  const before = found.outcome.demand?.years.find(({ year }) => year === 2029);
  const after = found.outcome.demand?.years.find(({ year }) => year === 2040);
  expect(Object.keys(before?.markets.ore.alternatives ?? {})).toEqual(['by-rail', 'by-road', 'by-sea']);
  expect(after?.markets.ore.alternatives['by-constructor'].flow).toBeGreaterThan(0);
});
