import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, throughline, tutorial, tutorialWith } from './command-line.ts';

const plan = ['timetable', tutorial];

interface Told {
  readonly clocks_s: Record<string, number>;
  readonly trains: ReadonlyArray<{
    readonly service: string;
    readonly departure_s: number;
    readonly arrival_s: number;
    readonly alone_s: number;
    readonly calls: ReadonlyArray<{ station: string; arrival_s: number; departure_s: number; distance_km: number }>;
    readonly blocking?: ReadonlyArray<{ section: string | null }>;
  }>;
  readonly refused: ReadonlyArray<{ service: string; count: number; section: string | null }>;
  readonly sections?: ReadonlyArray<{ section: string; trains_per_day: number; occupancy: number; limit: number }>;
  readonly saturations?: ReadonlyArray<{ services: string[]; added: number }>;
  readonly works?: ReadonlyArray<{
    kind: string;
    chainage_m: number;
    gained: number;
    trains_before: number;
    trains_after: number;
  }>;
}

async function told(...more: string[]): Promise<Told> {
  const { status, stdout, stderr } = await throughline([...plan, '--json', ...more]);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe('throughline timetable', () => {
  it('tells by service when each train leaves and arrives, on the clocks of its ends', async () => {
    const { status, stdout, stderr } = await throughline(plan);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^14 trains a day, every day alike/);
    // Northtown is an hour ahead of Midborder: a journey of 1:07 seems to take seven minutes.
    expect(stdout).toMatch(/^1 +08:00 +08:07 +1:07 +–$/m);
    expect(stdout.match(/^\d +\d\d:\d\d +\d\d:\d\d +1:\d\d/gm)).toHaveLength(14);
  });

  it('gives the same as JSON: six trains north and eight south, none faster than alone', async () => {
    const { trains, refused, clocks_s } = await told();
    const count = (service: string) => trains.filter((train) => train.service === service).length;
    expect([count('north-freight'), count('south-freight')]).toEqual([6, 8]);
    expect(refused).toEqual([]);
    expect([clocks_s.northtown, clocks_s.southport]).toEqual([8 * 3600, 7 * 3600]);
    for (const { departure_s, arrival_s, alone_s, calls } of trains) {
      expect(arrival_s - departure_s).toBeGreaterThanOrEqual(alone_s);
      expect(calls.at(-1)!.distance_km).toBe(calls[0]!.station === 'northtown' ? 85 : 70);
      expect(calls.map((call) => call.arrival_s)).toEqual(calls.map((call) => call.arrival_s).sort((a, b) => a - b));
    }
  });

  it('takes other numbers of trains, and ends well when some do not fit', async () => {
    const { trains, refused } = await told('--trains', 'south-freight=60,north-freight=0');
    const [refusal] = refused;
    expect(refusal).toMatchObject({ service: 'south-freight' });
    expect(refusal!.section).toMatch(/^southern\//);
    expect(trains.length + refused.reduce((sum, { count }) => sum + count, 0)).toBe(60);
    const { stdout } = await throughline([...plan, '--trains', 'south-freight=60']);
    expect(stdout).toMatch(/^Trains that do not fit$/m);
    expect(stdout).toMatch(/^ {2}\d+ × south-freight: no path is free from Midborder to Rivertown/m);
  });

  it('names a service that cannot run at all, with the reason', async () => {
    const { path } = tutorialWith('starting_effort: 420 kN', 'starting_effort: 60 kN');
    const { status, stdout } = await throughline(['timetable', path]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/6 × north-freight: The train of 1408 t cannot (start|climb)/);
  });

  it('shows how full the sections are, marks the fullest, and says how many more trains fit', async () => {
    const { stdout } = await throughline([...plan, '--capacity']);
    expect(stdout).toMatch(/^Rivertown – Southport +8 +\d+ % +60 % .*◀ fullest$/m);
    expect(stdout.match(/◀/g)).toHaveLength(1);
    expect(stdout).toMatch(/^ {2}\d+ more of south-freight; the next south-freight is refused at /m);
    const { sections, saturations } = await told('--capacity');
    expect(sections!.map(({ section }) => section)).toContain('southern/rivertown/southport');
    // 8 trains, each at least half an hour in the section, at most three quarters.
    const last = sections!.find(({ section }) => section === 'southern/rivertown/southport')!;
    expect(last.occupancy).toBeGreaterThan((8 * 0.5) / 24);
    expect(last.occupancy).toBeLessThan((8 * 0.75) / 24);
    expect(saturations!.map(({ services }) => services)).toEqual([['north-freight'], ['south-freight']]);
    for (const { added } of saturations!) expect(added).toBeGreaterThan(10);
  });

  it('ranks small works by the paths they buy, and tells how far it is', async () => {
    const { stdout, stderr } = await throughline([...plan, '--works', '1', '--json']);
    const { works } = JSON.parse(stdout) as Told;
    // The middles of the fullest sections of both legs.
    const stations = works!.filter(({ kind }) => kind === 'crossing station');
    expect(stations.map(({ chainage_m }) => chainage_m)).toEqual([52_500, 62_500]);
    expect(new Set(works!.map(({ kind }) => kind))).toContain('block signal');
    for (const { gained, trains_before, trains_after } of works!) expect(trains_after - trains_before).toBe(gained);
    expect(works![0]!.gained).toBeGreaterThan(0);
    expect(stderr).toContain('crossing station at southern/rivertown/southport');
  });

  it('draws the line of the main journey, or another with the times that trains block it', async () => {
    const [first, other] = [join(folder(), 'first.svg'), join(folder(), 'other.svg')];
    expect((await throughline([...plan, '--svg', first])).stdout).toContain(
      `Train graph of Northern Railway: ${first}`,
    );
    expect((await throughline([...plan, '--svg', other, '--line', 'southern', '--blocking'])).status).toBe(0);
    const [plain, blocked] = [readFileSync(first, 'utf8'), readFileSync(other, 'utf8')];
    expect(plain).toMatch(/^<svg /);
    expect(plain).toContain('Highpass');
    expect(plain).not.toContain('Blocking time');
    expect(blocked).toContain('Rivertown');
    // Eight trains, two sections each.
    expect(/class="blocking">(.*?)<\/g>/.exec(blocked)![1]!.match(/<rect/g)).toHaveLength(16);
    expect(plain + blocked).not.toContain('NaN');
    const { trains } = await told('--blocking');
    expect(trains[0]!.blocking!.some(({ section }) => section === 'northern/northtown/highpass')).toBe(true);
  });

  it('is the same for the same seed and limit, and an answer even without time to search', async () => {
    const run = async () => (await throughline([...plan, '--json', '--seed', '7', '--work-limit', '0'])).stdout;
    const [first, second] = await Promise.all([run(), run()]);
    expect(first).toBe(second);
    const { trains, refused } = JSON.parse(first) as Told;
    expect(trains.length + refused.reduce((sum, { count }) => sum + count, 0)).toBe(14);
  });

  it.each([
    [
      ['--trains', 'south-frieght=3'],
      ['no service `south-frieght`', 'Did you mean `south-freight`?', 'north-freight: '],
    ],
    [
      ['--trains', 'south-freight'],
      ['--trains south-freight', 'south-freight=12'],
    ],
    [['--trains', 'south-freight=-1'], ['--trains south-freight=-1']],
    [['--trains', 'south-freight=1001'], ['at most 1000']],
    [
      ['--line', 'nothern', '--svg', 'x.svg'],
      ['no line `nothern`', 'Did you mean `northern`?', 'southern: Southern Railway'],
    ],
    [['--line', 'northern'], ['--svg FILE']],
    [['--blocking'], ['--svg FILE', '--json']],
    [
      ['--option', 'thirdrail'],
      ['no option `thirdrail`', 'did you mean `third-rail`?'],
    ],
    [['--works', 'many'], ['whole number from 1 to 100']],
    [['--seed', '1.5'], ['whole number from 0']],
    [['--work-limit', 'x'], ['whole number from 0']],
  ])('answers %j with what is wrong', async (args, says) => {
    const { status, stdout, stderr } = await throughline([...plan, ...args]);
    expect({ status, stdout }, stderr).toEqual({ status: 2, stdout: '' });
    for (const text of says) expect(stderr).toContain(text);
    expect(stderr).not.toContain('fault of Throughline');
  });
});
