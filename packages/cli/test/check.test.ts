import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folder, product, throughline, tutorial, tutorialWith } from './command-line.ts';

/** Lines of a table that begin with a word, cut into cells. */
function rowsOf(stdout: string, first: string): string[][] {
  return stdout
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/))
    .filter(([cell]) => cell === first);
}

describe('throughline check', () => {
  it('says what stops a train at the border, which works remove it and which options do', async () => {
    const { status, stdout, stderr } = await throughline(['check', tutorial]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(rowsOf(stdout, 'track gauge')).toEqual([
      ['track gauge', '1435 mm', '1000 mm', 'wagons', 'third-rail'],
      ['track gauge', expect.stringContaining('a third rail')],
    ]);
    expect(rowsOf(stdout, 'train control')[0]).toEqual([
      'train control',
      'Nordtrain',
      'Sudtoken',
      'locomotives',
      'none',
    ]);
    expect(rowsOf(stdout, 'coupler')).toEqual([]);
    expect(rowsOf(stdout, 'third-rail')[0]?.slice(0, 3)).toEqual([
      'third-rail',
      'locomotive change',
      'locomotive change',
    ]);
  });

  it('compares gradients with elevations and counts how numbers are founded', async () => {
    const { stdout } = await throughline(['check', tutorial]);
    expect(rowsOf(stdout, 'northern')).toEqual([['northern', '1435 mm', '85.0 km', '0.0 m', '100 %', 'all']]);
    expect(rowsOf(stdout, 'southern').map((row) => row.at(-1))).toEqual(['do-minimum', 'third-rail']);
    expect(stdout).toMatch(/^ {2}(\d+) in all: 0 cited, \1 estimated, 0 without source$/m);
  });

  it('counts a number without source, and one with a source that is more than an estimate', async () => {
    const { path, line } = tutorialWith('length: 20 m\n', 'length: { value: 20 m, source: handbook }\n');
    const text = readFileSync(join(path, 'corridor.yaml'), 'utf8');
    const sources = '  invented: { title: Numbers invented for this tutorial, kind: estimate }\n';
    writeFileSync(
      join(path, 'corridor.yaml'),
      text
        .replace(sources, `${sources.trimEnd()}\n  handbook: { title: Handbook, kind: book }\n`)
        .replace('    rotating_mass: 0.15\n', '    rotating_mass: { value: 0.15, source: [] }\n'),
    );
    const { status, stdout } = await throughline(['check', path, '--json']);
    const { numbers, unsourced } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(numbers).toMatchObject({ cited: 1, 'without source': 1 });
    expect(unsourced).toEqual([{ path: 'vehicles.north-diesel.rotating_mass', file: 'corridor.yaml', line: line + 3 }]);
  });

  it('fails when gradients and elevations part by more than is allowed, and not when it is allowed', async () => {
    const { path } = tutorialWith('elevation: 560 m', 'elevation: 575 m');
    const strict = await throughline(['check', path]);
    expect(strict.status).toBe(1);
    expect(strict.stdout).toContain('The gradients of line northern lead 15.0 m past the elevation');
    expect((await throughline(['check', path, '--elevation-tolerance', '16'])).status).toBe(0);
  });

  it('prints nothing but JSON on stdout when asked for it', async () => {
    const { stdout, stderr } = await throughline(['check', tutorial, '--json', '--option', 'third-rail']);
    const told = JSON.parse(stdout);
    expect(stderr).toBe('');
    expect(told).toMatchObject({ corridor: 'two-gauges', usable: true, diagnostics: [], failures: [] });
    expect(told.options.map((option: { id: string }) => option.id)).toEqual(['third-rail']);
    expect(told.options[0].borders[0].freight).toEqual(['locomotive change']);
  });

  it('reports mistakes as JSON too', async () => {
    const { path, line } = tutorialWith('line_speed: 60 km/h', 'line_speed: 12 kg');
    const { status, stdout } = await throughline(['check', path, '--json']);
    const told = JSON.parse(stdout);
    expect(status).toBe(2);
    expect(told.usable).toBe(false);
    expect(told.diagnostics).toHaveLength(1);
    expect(told.diagnostics[0]).toMatchObject({
      severity: 'error',
      found: '`12 kg`',
      at: { file: 'corridor.yaml', line },
    });
  });

  it('loads no chart and no solver', async () => {
    const heavy =
      /packages\/(charts|dossier)\/|node_modules\/(linkedom|@observablehq|highs|tinypool|d3-)|engine\/dist\/timetable\//;
    const check = await modulesOf(['check', tutorial]);
    expect(check.length).toBeGreaterThan(50);
    expect(check.filter((url) => heavy.test(url))).toEqual([]);
    const svg = join(folder(), 'run.svg');
    const drawing = await modulesOf(['running', tutorial, '--service', 'north-freight', '--svg', svg]);
    expect(drawing.some((url) => /packages\/charts\//.test(url))).toBe(true);
    expect(drawing.some((url) => /engine\/dist\/timetable\//.test(url))).toBe(true);
  });
});

async function modulesOf(args: readonly string[]): Promise<string[]> {
  const log = join(folder(), 'modules.txt');
  const loader = pathToFileURL(join(product, 'packages', 'cli', 'test', 'log-modules.mjs')).href;
  const ended = await throughline(args, { node: ['--import', loader], env: { THROUGHLINE_MODULE_LOG: log } });
  expect(ended.status, ended.stderr).toBe(0);
  return readFileSync(log, 'utf8').trim().split('\n');
}
