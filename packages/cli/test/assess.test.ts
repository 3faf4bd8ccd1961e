import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, started, throughline, tutorial, tutorialWith } from './command-line.ts';

function results(out: string) {
  const { run, ...assessment } = JSON.parse(readFileSync(join(out, 'two-gauges', 'assessment.json'), 'utf8'));
  return { run, assessment };
}

describe('throughline assess', () => {
  it('prints a summary, writes both files and says where they are', async () => {
    const out = join(folder(), 'out');
    const { status, stdout, stderr } = await throughline(['assess', tutorial, '--out', out, '--draws', '16']);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^do-minimum +2025 +19\.\d h \(\d+\.\d–\d+\.\d\) +2\.\d h .*transshipment$/m);
    expect(stdout).toMatch(/^third-rail +2030 +11\.\d h \(\d+\.\d–\d+\.\d\) .*locomotive change$/m);
    for (const file of ['dossier.html', 'assessment.json']) {
      expect(stdout).toContain(join(out, 'two-gauges', file));
      expect(existsSync(join(out, 'two-gauges', file))).toBe(true);
    }
    expect(readdirSync(join(out, 'two-gauges')).sort()).toEqual(['assessment.json', 'dossier.html']);
    expect(readFileSync(join(out, 'two-gauges', 'dossier.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    expect(stderr).toMatch(/drawing what is uncertain: \d+ of \d+/);
    expect(stderr).not.toContain('\u001b');
  });

  it('gives the same results with any number of threads, and says apart from them how they were computed', async () => {
    const out = folder();
    const runs = [];
    for (const threads of ['0', '1', '3']) {
      const args = ['assess', tutorial, '--out', join(out, threads), '--draws', '10', '--threads', threads, '--quiet'];
      const { status, stderr } = await throughline(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      runs.push(results(join(out, threads)));
    }
    const [first, ...others] = runs;
    for (const other of others) {
      expect(other.assessment).toEqual(first?.assessment);
      expect(other.run.results_sha256).toBe(first?.run.results_sha256);
    }
    expect(runs.map(({ run }) => run.threads)).toEqual([0, 1, 3]);
    expect(first?.run).toMatchObject({
      node: process.version,
      seconds: expect.any(Number),
      started: expect.any(String),
    });
  });

  it('draws other numbers with another seed and a range only from draws', async () => {
    const out = folder();
    const total = async (name: string, ...args: string[]) => {
      const all = ['assess', tutorial, '--out', join(out, name), '--quiet', '--option', 'third-rail', ...args];
      expect((await throughline(all)).status).toBe(0);
      return results(join(out, name)).assessment.options['third-rail'].journeys.container.total;
    };
    const one = await total('one', '--draws', '10', '--seed', '1');
    const two = await total('two', '--draws', '10', '--seed', '2');
    const none = await total('none', '--draws', '0');
    expect([two.value, none.value]).toEqual([one.value, one.value]);
    expect(two.high).not.toBe(one.high);
    expect(none).not.toHaveProperty('high');
  });

  it('follows the claim and the scenario it is told to', async () => {
    const { path } = tutorialWith(
      'line_speed: 60 km/h',
      'line_speed: { either: { lift-is-slow: 60 km/h, clerks-are-slow: 30 km/h }, verdict: lift-is-slow }',
    );
    mkdirSync(join(path, 'scenarios'));
    const slow =
      'scenario: { title: Slow, summary: S }\nborders: { midborder: { procedures: { customs-north: { time: 7 h } } } }\n';
    writeFileSync(join(path, 'scenarios', 'slow.yaml'), slow);
    const out = folder();
    const journey = async (name: string, ...args: string[]) => {
      const all = [
        'assess',
        path,
        '--out',
        join(out, name),
        '--quiet',
        '--option',
        'do-minimum',
        '--draws',
        '0',
        ...args,
      ];
      const { status, stderr } = await throughline(all);
      expect(status, stderr).toBe(0);
      const { assessment } = results(join(out, name));
      return { ...assessment.options['do-minimum'].journeys.container, made_by: assessment.made_by };
    };
    const as = await journey('as');
    const believed = await journey('believed', '--believe', 'lines.southern.stretches.all.line_speed=clerks-are-slow');
    const slower = await journey('slower', '--scenario', 'slow');
    expect(believed.running.value - as.running.value).toBeGreaterThan(3000);
    expect(believed.made_by.switches).toEqual({ 'lines.southern.stretches.all.line_speed': 'clerks-are-slow' });
    expect(slower.border.value - as.border.value).toBe(4 * 3600);
    expect(slower.made_by.scenario).toBe('slow');
  });

  it('prints the assessment alone on stdout with --json', async () => {
    const out = join(folder(), 'out');
    const { stdout, stderr } = await throughline([
      'assess',
      tutorial,
      '--out',
      out,
      '--draws',
      '2',
      '--json',
      '--quiet',
    ]);
    expect(stdout).toBe(readFileSync(join(out, 'two-gauges', 'assessment.json'), 'utf8'));
    expect(stderr).toContain('dossier.html');
  });

  it('stops when it is interrupted, with status 130 and nothing written', async () => {
    const out = join(folder(), 'out');
    const child = started(['assess', tutorial, '--out', out, '--draws', '40000']);
    let stderr = '';
    await new Promise<void>((resolve) => {
      child.stderr?.on('data', (data) => {
        stderr += data;
        if (stderr.includes('drawing what is uncertain')) resolve();
      });
    });
    child.kill('SIGINT');
    const [status] = await once(child, 'close');
    expect({ status, said: stderr.split('\n').at(-2) }).toEqual({
      status: 130,
      said: 'Cancelled; nothing was written.',
    });
    expect(existsSync(out)).toBe(false);
  });

  it('says in a sentence when it may not write where it should', async () => {
    const blocked = join(folder(), 'file');
    writeFileSync(blocked, 'x');
    const { status, stderr } = await throughline(['assess', tutorial, '--out', blocked, '--draws', '0', '--quiet']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: .* cannot be written \(E\w+: a file stands/);
  });
});
