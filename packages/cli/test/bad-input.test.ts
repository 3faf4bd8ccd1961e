import { existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ended, folder, throughline, tutorialWith } from './command-line.ts';

/** Bad input is answered with status 2, on stderr, without a stack trace. */
function expectBadInput({ status, stdout, stderr }: Ended): void {
  expect({ status, stdout }, stderr).toEqual({ status: 2, stdout: '' });
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(stderr).not.toContain('fault of Throughline');
}

const mistakes: ReadonlyArray<{
  name: string;
  found: string;
  put: string;
  /** Lines below the replaced text on which the mistake is reported. */
  below?: number;
  says: readonly string[];
}> = [
  {
    name: 'an unknown id',
    found: 'train_type: south-train',
    put: 'train_type: sout-train',
    says: ['There is no train type `sout-train`', 'did you mean `south-train`?'],
  },
  {
    name: 'a wrong unit',
    found: 'line_speed: 60 km/h',
    put: 'line_speed: 12 kg',
    says: ['`kg` is not a unit of what is expected here', 'found:    `12 kg`', 'expected: a speed, such as `70 km/h`'],
  },
  {
    name: 'a missing unit',
    found: 'line_speed: 60 km/h',
    put: 'line_speed: 60',
    says: ['The unit is missing', 'expected: a speed, such as `70 km/h`'],
  },
  {
    name: 'a negative length',
    found: 'loop: { length: 850 m, gauges: [1435 mm], through: yes }',
    put: 'loop: { length: -850 m, gauges: [1435 mm], through: yes }',
    says: ['outside what is possible', 'found:    `-850 m`', 'expected: between 10 m and 10000 m'],
  },
  {
    name: 'a misspelt attribute',
    found: 'braking_distance: 700 m',
    put: 'breaking_distance: 700 m',
    says: ['There is no attribute of stretch `breaking_distance`', 'did you mean `braking_distance`?'],
  },
  {
    name: 'a chainage that runs backwards',
    found: 'rivertown: { at: 35 km',
    put: 'rivertown: { at: 75 km',
    below: 1,
    says: ['The chainage runs backwards', 'southport at km 70 after rivertown at km 75'],
  },
  {
    name: 'a null where a value is due',
    found: 'mass: 132 t',
    put: 'mass:',
    says: ['A value is due here', 'found:    nothing'],
  },
  {
    name: 'a number that is none',
    found: 'mass: 132 t',
    put: 'mass: .nan t',
    says: ['This is not a number with a unit'],
  },
  {
    name: 'NaN',
    found: 'mass: 132 t',
    put: 'mass: NaN',
    says: ['This is not a number with a unit', 'found:    `NaN`'],
  },
  {
    name: 'a number beyond all numbers',
    found: 'mass: 132 t',
    put: 'mass: 1e400 t',
    says: ['too large', 'found:    `1e400 t`'],
  },
];

describe('a mistake in a corridor file', () => {
  for (const { name, found, put, below = 0, says } of mistakes) {
    it(`is told with file and line: ${name}`, async () => {
      const { path, line } = tutorialWith(found, put);
      const ended = await throughline(['check', path]);
      expectBadInput(ended);
      for (const words of says) expect(ended.stderr).toContain(words);
      expect(ended.stderr).toMatch(new RegExp(`two-gauges/corridor\\.yaml:${line + below}:\\d+: error: `));
    });
  }

  it('is told once, however many options inherit it, and together with all others', async () => {
    const { path } = tutorialWith('line_speed: 60 km/h', 'line_speed: 12 kg');
    writeFileSync(join(path, 'more.yaml'), 'stations: { extra: { name: Extra, country: atlantis } }\n');
    const ended = await throughline(['check', path]);
    expectBadInput(ended);
    expect(ended.stderr.match(/12 kg/g)).toHaveLength(1);
    expect(ended.stderr).toContain('There is no country `atlantis`');
    expect(ended.stderr).toContain('2 errors');
  });

  it('keeps `assess` from writing anything', async () => {
    const { path } = tutorialWith('line_speed: 60 km/h', 'line_speed: 12 kg');
    const out = join(folder(), 'out');
    expectBadInput(await throughline(['assess', path, '--out', out, '--quiet']));
    expect(existsSync(out)).toBe(false);
  });
});

describe('what does not fit together', () => {
  const misfits: ReadonlyArray<readonly [name: string, found: string, put: string, says: RegExp]> = [
    [
      'a loop shorter than the train',
      'south: { length: 400 m',
      'south: { length: 150 m',
      /longer than every track of its gauge at midborder[^\n]*\n[^\n]*150 m for a train of 224 m/,
    ],
    [
      'a gauge no wagon of the train fits',
      'name: Metre-gauge container flat\n    kind: wagon\n    gauges: [1000 mm]',
      'name: Metre-gauge container flat\n    kind: wagon\n    gauges: [760 mm]',
      /No gauge fits all vehicles of this train[^\n]*\n[^\n]*south-diesel 1000 mm, south-flat 760 mm/,
    ],
    [
      'a service between stations that no track of its gauge joins',
      'route: [northtown, midborder] ',
      'route: [northtown, southport] ',
      /This service has no path[^\n]*\n[^\n]*1435 mm/,
    ],
    [
      'a section on which nothing is stated',
      'begin: midborder\n        end: southport',
      'begin: midborder\n        end: rivertown',
      /No stretch of line southern states `gauges`[^\n]*\n[^\n]*km 35 to km 70/,
    ],
  ];
  for (const [name, found, put, says] of misfits) {
    it(`is told with its place: ${name}`, async () => {
      const ended = await throughline(['check', tutorialWith(found, put).path]);
      expectBadInput(ended);
      expect(ended.stderr).toMatch(says);
      expect(ended.stderr).toMatch(/corridor\.yaml:\d+:\d+: error: /);
    });
  }
});

describe('files that are not what they should be', () => {
  it('a folder that is not there', async () => {
    const ended = await throughline(['check', join(folder(), 'nowhere')]);
    expectBadInput(ended);
    expect(ended.stderr).toMatch(/There is no folder `.*nowhere`/);
  });

  it('a file in place of a folder', async () => {
    const path = join(folder(), 'file');
    writeFileSync(path, 'x');
    const ended = await throughline(['check', path]);
    expectBadInput(ended);
    expect(ended.stderr).toContain('a file');
  });

  it('a folder without a corridor', async () => {
    const ended = await throughline(['check', folder()]);
    expectBadInput(ended);
    expect(ended.stderr).toContain('holds no corridor');
  });

  it('a corridor whose main file is missing', async () => {
    const { path } = tutorialWith('x', 'x');
    rmSync(join(path, 'corridor.yaml'));
    writeFileSync(join(path, 'stations.yaml'), 'stations: {}\n');
    const ended = await throughline(['check', path]);
    expectBadInput(ended);
    expect(ended.stderr).toContain('lacks `corridor`');
  });

  it('options that extend each other in a circle', async () => {
    const { path } = tutorialWith('x', 'x');
    const option = (below: string) => `option: { title: T, summary: S, order: 5, extends: ${below} }\n`;
    writeFileSync(join(path, 'options', 'egg.yaml'), option('hen'));
    writeFileSync(join(path, 'options', 'hen.yaml'), option('egg'));
    const ended = await throughline(['check', path]);
    expectBadInput(ended);
    expect(ended.stderr).toMatch(/options\/(egg|hen)\.yaml:1:\d+: error: These options extend each other in a circle/);
    expect(ended.stderr).toMatch(/egg → hen → egg|hen → egg → hen/);
  });

  it('anchors that explode', async () => {
    const { path } = tutorialWith('x', 'x');
    const levels = Array.from({ length: 30 }, (_, i) => `  l${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}]`);
    writeFileSync(join(path, 'bomb.yaml'), `names:\n  l0: &l0 [x]\n${levels.join('\n')}\n`);
    const ended = await throughline(['check', path]);
    expectBadInput(ended);
    expect(ended.stderr).toMatch(/bomb\.yaml:\d+:\d+: error: /);
  });

  it('a file of 200 MB', async () => {
    const { path } = tutorialWith('x', 'x');
    writeFileSync(join(path, 'huge.yaml'), 'x');
    truncateSync(join(path, 'huge.yaml'), 200_000_000);
    const ended = await throughline(['check', path]);
    expectBadInput(ended);
    expect(ended.stderr).toMatch(/huge\.yaml:1:1: error: This file is too large[^\n]*\n\s+found: +200\.0 MB/);
  });

  it('a folder with the name of a file', async () => {
    const { path } = tutorialWith('x', 'x');
    mkdirSync(join(path, 'more.yaml'));
    const ended = await throughline(['check', path]);
    expectBadInput(ended);
    expect(ended.stderr).toContain('more.yaml:1:1');
  });
});

describe('mistakes on the command line', () => {
  const tutorial = 'corridors/two-gauges';
  const lines: ReadonlyArray<readonly [args: readonly string[], says: string]> = [
    [['chekc', tutorial], 'Did you mean check?'],
    [['check', tutorial, '--scenaro', 'x'], 'Did you mean --scenario?'],
    [['check'], "missing required argument 'folder'"],
    [['check', tutorial, 'another'], 'too many arguments'],
    [['check', tutorial, '--option', 'third-rial'], 'did you mean `third-rail`?'],
    [['check', tutorial, '--scenario', 'boom'], 'There is no scenario `boom`'],
    [['check', tutorial, '--elevation-tolerance', 'wide'], 'a number above 0'],
    [['assess', tutorial, '--draws', '-1'], 'a whole number from 0'],
    [['assess', tutorial, '--seed', '1.5'], 'a whole number from 0'],
    [['assess', tutorial, '--option', 'third-rial'], 'did you mean `third-rail`?'],
    [['assess', tutorial, '--believe', 'nonsense'], '--believe'],
    [['assess', tutorial, '--believe', 'vehicles.north-diesel.mass=someone'], 'There is no contested quantity'],
    [['running', tutorial], 'north-freight: Northtown'],
    [['running', tutorial, '--service', 'north-frieght'], 'Did you mean `north-freight`?'],
    [['running', tutorial, '--service', 'north-freight', '--supplement', 'much'], 'a percentage'],
    [['validate', '--reference', 'no-such-folder'], 'There is no folder `no-such-folder`'],
    [['validate', '--cases', 'no-such-file.json'], 'no-such-file.json cannot be read'],
    [['schema', 'corrido'], 'Allowed choices are corridor, option, scenario'],
    [['new', tutorial], 'is not empty'],
  ];
  for (const [args, says] of lines) {
    it(`throughline ${args.join(' ')}`, async () => {
      const ended = await throughline(args);
      expectBadInput(ended);
      expect(ended.stderr).toContain(says);
    });
  }
});
