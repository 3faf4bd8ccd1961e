import { beforeAll, describe, expect, it } from 'vitest';
import { capitalChange, economyChange } from '../test/economy.ts';
import { marketsChange } from '../test/markets.ts';
import { readTiny } from '../test/tiny.ts';
import { type Appraisal, type AppraisedOption, appraise } from './appraise.ts';
import { type Corridor, centralValues, compile } from './corridor/index.ts';
import { compileCourse, courseOf } from './course.ts';
import { secondsPerYear } from './demand/index.ts';
import { trafficOf } from './economy/traffic-year.ts';
import { simulate } from './simulate.ts';

function read(change: string): Corridor {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  return corridor;
}

/** What the railway of the south pays for its track: 5 km of line one beyond the border, and the 15 km of line two. */
const charges = (terms: string, manager = 'a body apart') =>
  `access_charges: { south: { name: Track of the south, country: south, manager: ${manager}, passed_on: 100 %, ${terms} } }\n`;

async function simulated(
  today: string,
  change: string,
  opens: number,
  economy = economyChange,
): Promise<AppraisedOption> {
  const corridor = read(marketsChange + economy + change);
  const course = courseOf(compileCourse(read(marketsChange + today), corridor, 'x', opens, 2030), (compiled) =>
    centralValues(compiled),
  );
  const stated = compile(corridor, 'x', opens).corridor;
  return { outcome: await simulate(course, 'screening'), model: course.open[0].model, stated, opens };
}

const better = `borders: { b: { procedures: { papers: { time: 0 h } } } }\n${capitalChange}`;
const options = async (today: string, later = today, economy = economyChange) => ({
  change: await simulated(today, today, 2027, economy),
  better: await simulated(today, better + later, 2030, economy),
});
const worthOf = ({ economy }: Appraisal) => {
  if (economy.kind !== 'computed') throw new Error(economy.reason);
  return economy.result.options.better!;
};
const railFlow = ({ outcome }: AppraisedOption) =>
  outcome.demand!.years.at(-1)!.markets.ore!.alternatives['by-rail']!.flow;
const perTrain = 'train_distance: 4 USD/train/km, gross: 0.004 USD/t/km, path: 100 USD/train, revenue: 8 %';

describe('access charges', () => {
  let free: Appraisal;
  let charged: Appraisal;
  const groupOf = (of: Appraisal, name: string) =>
    worthOf(of).main.distribution.groups.find(({ group }) => group === name)?.total ?? 0;

  beforeAll(async () => {
    free = await appraise(await options(''));
    charged = await appraise(await options(charges(perTrain)));
  });

  it('move money from those who run trains to those who keep the track up, and add nothing to the worth of an option', () => {
    const [plain, main] = [worthOf(free).main, worthOf(charged).main];
    expect(main.value).toBeCloseTo(plain.value, 3);
    expect(main.ratio).toEqual(plain.ratio);
    const { effects, groups, byCountry } = main.distribution;
    const paid = effects.find(({ effect }) => effect === 'access charges')!;
    expect(paid.transferred).toBeGreaterThan(0);
    expect(paid.total).toBeCloseTo(0, 6);
    const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
    expect(sum(groups.map(({ total }) => total))).toBeCloseTo(main.value, 3);
    expect(sum(Object.values(byCountry))).toBeCloseTo(main.value, 3);
    // Both bodies together have what the one railway has without charges.
    expect(groupOf(charged, 'railways') + groupOf(charged, 'infrastructure managers')).toBeCloseTo(
      groupOf(free, 'railways'),
      3,
    );
    expect(groupOf(charged, 'infrastructure managers')).toBeLessThan(0);
    expect(groupOf(free, 'infrastructure managers')).toBe(0);
  });

  it('change nothing hands where one railway runs the trains and keeps the track up', async () => {
    const same = await appraise(await options(charges(perTrain, 'the railway itself')));
    expect(worthOf(same).main.distribution).toEqual(worthOf(free).main.distribution);
  });

  it('are what the trains of a year come to: path, way, mass of loaded and empty trains', async () => {
    const { better: option } = await options(
      charges('train_distance: 4 USD/train/km, gross: 0.004 USD/t/km, path: 100 USD/train'),
    );
    const demand = option.outcome.demand!;
    const year = demand.years.at(-1)!;
    const { access } = trafficOf({ id: 'better', ...option, services: option.outcome.services, demand }, {})(year.year);
    // Five of the twenty kilometres of line one lie in the south, and all of line two.
    const kilometres: Record<string, number> = { one: 5, two: 15 };
    const expected: Record<string, number> = { one: 0, two: 0 };
    for (const [id, trains] of Object.entries(year.trains)) {
      const run = option.outcome.services[id]!;
      if (run.kind !== 'run') continue;
      const [line] = run.route.legs.map((leg) => leg.line);
      const paysFor = kilometres[line!]!;
      const empty = (trains - year.loaded[id]!) * year.loads[id]!.room;
      const grossTonnes = 1e-3 * (trains * run.train.mass - empty);
      expected[line!]! += (trains * (100 + 4 * paysFor) + 0.004 * grossTonnes * paysFor) * secondsPerYear;
    }
    const paid = Object.fromEntries(access.map(({ line, value }) => [line, value]));
    expect(access.map(({ country }) => country)).toEqual(['south', 'south']);
    expect(paid.one).toBeCloseTo(expected.one!, 3);
    expect(paid.two).toBeCloseTo(expected.two!, 3);
    expect(paid.one).toBeGreaterThan(0);
  });

  it('lose traffic where they rise and are passed on, and win some where they fall', async () => {
    const today = charges('gross: 0.004 USD/t/km');
    const flow = async (later: string) => railFlow((await options(today, later)).better);
    const [less, same, more] = [
      await flow(charges('gross: 0.001 USD/t/km')),
      await flow(today),
      await flow(charges('gross: 0.04 USD/t/km')),
    ];
    expect(less).toBeGreaterThan(same);
    expect(more).toBeLessThan(0.98 * same);
    const held = charges('gross: 0.04 USD/t/km').replace('passed_on: 100 %', 'passed_on: 0 %');
    expect(await flow(held)).toBeGreaterThan(more);
  });

  it('make the tariff dearer by the part of the rise that is passed on', async () => {
    const rise = (part: string) => charges('revenue: 20 %').replace('100 %', part);
    const { better: whole } = await options(charges('revenue: 10 %'), rise('100 %'));
    // 20 % instead of 10 % of what 20 of 35 km earn, at 0.1 USD a tonne-km.
    expect(whole.outcome.demand!.passedOn.rail).toBeCloseTo(((0.2 - 0.1) * 20 * 0.1) / 1000, 9);
    const { better: half } = await options(charges('revenue: 10 %'), rise('50 %'));
    expect(half.outcome.demand!.passedOn.rail! / whole.outcome.demand!.passedOn.rail!).toBeCloseTo(0.5, 9);
  });

  it('repay what is built where a plan says so, and leave the railway as a whole as rich as before', async () => {
    const charge = charges('revenue: 8 %');
    const { finance } = await appraise(await options(charge));
    const ofTrack = economyChange.replace('title: Loan\n', 'title: Loan\n    repaid_from: access charges\n');
    const apart = await appraise(await options(charge, charge, ofTrack));
    if (finance.kind !== 'computed' || apart.finance.kind !== 'computed' || free.finance.kind !== 'computed')
      throw new Error('expected all');
    const plan = (of: typeof finance, name: string) => {
      const found = of.result.options.better![name]!.plan;
      if (found.kind !== 'financed') throw new Error(found.reason);
      return found;
    };
    expect(plan(finance, 'loan').value).toBeCloseTo(plan(free.finance, 'loan').value, 2);
    const [whole, alone] = [plan(apart.finance, 'budget'), plan(apart.finance, 'loan')];
    // The charge is a part of what is earned in the south.
    const last = whole.revenue.length - 1;
    expect(alone.revenue[last]! / whole.revenue[last]!).toBeCloseTo(0.08, 6);
    expect(alone.operating[last]!).toBeLessThan(whole.operating[last]!);
    expect(alone.value).toBeLessThan(whole.value);
  });
});
