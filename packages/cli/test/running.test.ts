import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, throughline, tutorial, tutorialWith } from './command-line.ts';

const train = ['running', tutorial, '--service', 'south-freight'];

describe('throughline running', () => {
  it('tells when the train is where, in which phases, on what energy', async () => {
    const { status, stdout, stderr } = await throughline(train);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^ 0\.0 +Midborder +0:00:00 +0$/m);
    expect(stdout).toMatch(/^35\.0 +Rivertown +0:3\d:\d\d +0$/m);
    expect(stdout).toMatch(/^70\.0 +Southport +1:\d\d:\d\d +0$/m);
    expect(stdout).toMatch(/^Time +1:\d\d:\d\d, of it standing 0:10:00/m);
    expect(stdout).toMatch(/^dwell +0:10:00 +0\.0$/m);
  });

  it('gives the same as JSON, with phases that add up to the totals', async () => {
    const told = JSON.parse((await throughline([...train, '--json'])).stdout);
    const sum = (name: string) => {
      const column = told.outcome.phases.columns.find((candidate: { name: string }) => candidate.name === name);
      return column.values.reduce((total: number, value: number) => total + value, 0);
    };
    expect(told).toMatchObject({ option: 'do-minimum', scenario: null, service: 'south-freight' });
    expect(sum('time')).toBeCloseTo(told.outcome.time.value, 1);
    expect(sum('distance')).toBeCloseTo(70, 3);
    expect(told.calls.at(-1)).toMatchObject({ station: 'southport', distance_km: 70, speed_kmh: 0 });
    expect(told.calls.at(-1).arrival_s).toBeCloseTo(told.outcome.time.value, 0);
  });

  it('spends a supplement on coasting, which saves energy', async () => {
    const [fast, easy] = await Promise.all(
      [[], ['--supplement', '5%']].map(async (more) =>
        JSON.parse((await throughline([...train, '--json', ...more])).stdout),
      ),
    );
    const moving = ({ outcome }: { outcome: Record<string, { value: number }> }) =>
      (outcome.time?.value ?? 0) - (outcome.standing?.value ?? 0);
    expect(moving(easy) / moving(fast)).toBeGreaterThan(1.02);
    expect(moving(easy) / moving(fast)).toBeLessThanOrEqual(1.0501);
    expect(easy.outcome.energy_taken.value).toBeLessThan(0.99 * fast.outcome.energy_taken.value);
  });

  it('draws the run into a file', async () => {
    const path = join(folder(), 'run.svg');
    expect((await throughline([...train, '--svg', path])).status).toBe(0);
    const svg = readFileSync(path, 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('Rivertown');
    expect(svg).not.toContain('NaN');
  });

  it('says where a train comes to a stand, and ends with status 1', async () => {
    const { path } = tutorialWith('starting_effort: 420 kN', 'starting_effort: 60 kN');
    const { status, stdout } = await throughline(['running', path, '--service', 'north-freight']);
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /The train of 1408 t cannot (start|climb) at km \d+\.\d near \w+ on 3\.5 ‰; it could take \d+ t there/,
    );
  });

  it('runs under an option that changes the train', async () => {
    const { path } = tutorialWith('x', 'x');
    writeFileSync(
      join(path, 'options', 'light.yaml'),
      'option: { title: L, summary: S, order: 9 }\ntrain_types: { north-train: { consist: { wagons: { count: 10 } } } }\n',
    );
    const run = async (option: string) =>
      JSON.parse(
        (await throughline(['running', path, '--service', 'north-freight', '--option', option, '--json'])).stdout,
      );
    expect((await run('do-minimum')).mass.value).toBeCloseTo(132 + 20 * (23 + 0.6 * 68), 6);
    expect((await run('light')).mass.value).toBeCloseTo(132 + 10 * (23 + 0.6 * 68), 6);
  });
});
