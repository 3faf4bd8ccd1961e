import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, throughline } from './command-line.ts';

const net = `<NUMBER OF ZONES> 2
<NUMBER OF NODES> 2
<FIRST THRU NODE> 1
<NUMBER OF LINKS> 2
<END OF METADATA>
~ init term capacity length time b power speed toll type ;
1 2 1000 1 10 0.15 4 0 0 1 ;
1 2 1500 1 14 0.15 4 0 0 1 ;
`;
const trips = '<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 2600\n<END OF METADATA>\nOrigin 1\n2 : 2600;\n';

/** The two files in a folder of their own, changed where a test says so. */
function files(changed: { net?: string; trips?: string } = {}): { at: string; net: string; trips: string } {
  const at = folder();
  const paths = { at, net: join(at, 'two_net.tntp'), trips: join(at, 'two_trips.tntp') };
  writeFileSync(paths.net, changed.net ?? net);
  writeFileSync(paths.trips, changed.trips ?? trips);
  return paths;
}

describe('throughline assign', () => {
  it('finds the equilibrium of two roads and writes its flows', async () => {
    const { net: network, trips: table, at } = files();
    const out = join(at, 'flows.tntp');
    const { status, stdout } = await throughline(['assign', network, table, '--gap', '1e-12', '--json', '--out', out]);
    expect(status).toBe(0);
    const told = JSON.parse(stdout);
    expect(Object.keys(told)).toEqual(['objective', 'relativeGap', 'iterations', 'seconds']);
    // ∫ of both curves up to 1351.690624 and 1248.309376.
    const area = (time: number, capacity: number, x: number) => time * x * (1 + (0.15 / 5) * (x / capacity) ** 4);
    expect(told.objective).toBeCloseTo(area(10, 1000, 1351.690624142393) + area(14, 1500, 1248.309375857607), 6);
    expect(told.relativeGap).toBeLessThan(1e-12);
    const [, first] = readFileSync(out, 'utf8').split('\n');
    expect(Number(first!.split('\t')[2])).toBeCloseTo(1351.690624142393, 6);
  });

  it('takes weights from the command line, else from a description beside the network, and says which', async () => {
    const tolled = net.replace('14 0.15 4 0 0 1', '14 0.15 4 0 50 1');
    const { at, net: network, trips: table } = files({ net: tolled });
    const run = async (...options: string[]) => throughline(['assign', network, table, '--json', ...options]);
    const free = await run();
    expect(free.stderr).toContain('toll 0 (none is stated)');
    writeFileSync(join(at, 'README.md'), '## Generalized Cost Weights\nToll: 0.02 minutes/cent\nDistance: 0\n');
    const described = await run();
    expect(described.stderr).toContain('toll 0.02 (from');
    expect(JSON.parse(described.stdout).objective).toBeGreaterThan(JSON.parse(free.stdout).objective);
    const told = await run('--toll-weight', '0', '--distance-weight', '0');
    expect(told.stderr).toBe('');
    expect(JSON.parse(told.stdout).objective).toBe(JSON.parse(free.stdout).objective);
  });

  it('ends with status 1 when a limit comes before the gap', async () => {
    const { net: network, trips: table } = files();
    const { status, stdout } = await throughline(['assign', network, table, '--gap', '1e-9', '--iterations', '0']);
    expect(status).toBe(1);
    expect(stdout).toContain('A limit came first');
  });

  it.each([
    ['a missing link', { net: net.replace(/1 2 1500.*\n/, '') }, ['two_net.tntp, line 4', 'but 1 row follows']],
    ['negative trips', { trips: trips.replace('2 : 2600', '2 : -1') }, ['two_trips.tntp, line 5', 'is -1']],
    [
      'no route',
      { net: net.replaceAll('\n1 2 ', '\n2 1 ') },
      ['One pair has 2600 trips but no route', 'from zone 1 to 2'],
    ],
    ['more zones', { trips: trips.replace('ZONES> 2', 'ZONES> 3') }, ['has 3 zones', 'has 2']],
    ['another file', { net: '{"a": 1}' }, ['two_net.tntp, line 1', 'expected <END OF METADATA>']],
  ])('answers %s with status 2, place and reason', async (_, changed, says) => {
    const { net: network, trips: table } = files(changed);
    const { status, stdout, stderr } = await throughline(['assign', network, table, '--json']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    for (const words of says) expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    [['--gap', '0'], 'between 0 and 1'],
    [['--gap', 'small'], 'between 0 and 1'],
    [['--toll-weight', '-1'], 'a number from 0'],
    [['--method', 'guess'], '`bush` or `frank-wolfe`'],
  ])('refuses %j', async (options, words) => {
    const { net: network, trips: table } = files();
    const { status, stderr } = await throughline(['assign', network, table, ...options]);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});
