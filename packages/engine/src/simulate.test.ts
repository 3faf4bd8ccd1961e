import { describe, expect, it } from 'vitest';
import { marketsChange } from '../test/markets.ts';
import { readTiny } from '../test/tiny.ts';
import { centralValues } from './corridor/index.ts';
import { compileCourse, courseOf } from './course.ts';
import { simulate } from './simulate.ts';

const read = (change: string) => {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  return corridor;
};
const courseWith = (option: string) =>
  courseOf(compileCourse(read(marketsChange), read(marketsChange + option), 'x', 2030), (compiled) =>
    centralValues(compiled),
  );

describe('demand, trains and service', () => {
  it('fit together in every year, and the residual says how well', async () => {
    const { demand } = await simulate(courseWith(''), 'screening');
    expect(demand?.years.map(({ year, state }) => `${year} ${state}`)).toEqual([
      '2025 present',
      '2029 present',
      '2030 option',
      '2040 option',
      '2060 option',
    ]);
    for (const { convergence } of demand?.years ?? []) {
      expect(convergence.outcome).toBe('converged');
      expect(convergence.residual).toBeLessThanOrEqual(1e-3);
    }
  });

  it('a border that takes nothing brings more goods onto the railway than one that takes a week', async () => {
    const border = (hours: number) => `borders: { b: { procedures: { papers: { time: ${hours} h } } } }\n`;
    const rail = async (hours: number) => {
      const { demand } = await simulate(courseWith(border(hours)), 'screening');
      return demand?.years[2].markets.ore.alternatives['by-rail'].flow ?? 0;
    };
    expect(await rail(0)).toBeGreaterThan(1.2 * (await rail(168)));
  });

  it('trains carry what is sent: whole ones at least as many as real-valued ones', async () => {
    const { demand } = await simulate(courseWith(''), 'screening');
    if (!demand) throw new Error('markets were expected');
    const { trains, wholeTrains, markets } = demand.years[0];
    // Ten wagons with half of 60 t.
    expect(trains.north).toBeGreaterThanOrEqual(markets.ore.alternatives['by-rail'].flow / 300_000);
    for (const [id, rate] of Object.entries(trains)) expect(wholeTrains[id]).toBe(Math.ceil(rate * 86_400 - 1e-6));
  });

  it('a corridor without markets has no demand', async () => {
    const bare = read('{}');
    const course = courseOf(compileCourse(bare, bare, 'x', 2025), (compiled) => centralValues(compiled));
    expect((await simulate(course, 'screening')).demand).toBeNull();
  });
});
