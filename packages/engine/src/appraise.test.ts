import { beforeAll, describe, expect, it } from 'vitest';
import { capitalChange, economyChange } from '../test/economy.ts';
import { marketsChange } from '../test/markets.ts';
import { readTiny } from '../test/tiny.ts';
import { type Appraisal, type AppraisedOption, appraise, appraiseDraw } from './appraise.ts';
import { type Corridor, centralValues, compile } from './corridor/index.ts';
import { compileCourse, courseOf } from './course.ts';
import { bestDeal } from './negotiation/index.ts';
import { simulate } from './simulate.ts';

function read(change: string): Corridor {
  const { corridor, diagnostics } = readTiny(change);
  if (!corridor) throw new Error(JSON.stringify(diagnostics.all));
  return corridor;
}

async function simulated(change: string, opens: number): Promise<AppraisedOption> {
  const corridor = read(marketsChange + economyChange + change);
  const course = courseOf(compileCourse(read(marketsChange), corridor, 'x', opens, 2030), (compiled) =>
    centralValues(compiled),
  );
  const stated = compile(corridor, 'x', opens).corridor;
  return { outcome: await simulate(course, 'screening'), model: course.open[0].model, stated, opens };
}

/** A border without papers for two millions and a half. */
const better = `borders: { b: { procedures: { papers: { time: 0 h } } } }\n${capitalChange}`;

describe('options beside each other', () => {
  let found: Appraisal;

  beforeAll(async () => {
    found = await appraise({ change: await simulated('', 2027), better: await simulated(better, 2030) });
  });

  const value = () => {
    if (found.economy.kind !== 'computed') throw new Error(found.economy.reason);
    return found.economy.result.options.better!;
  };

  it('are worth what everybody gains together, in each table', () => {
    const { main } = value();
    const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
    expect(sum(Object.values(main.distribution.byCountry))).toBeCloseTo(main.value, 3);
    expect(sum(main.distribution.groups.map(({ total }) => total))).toBeCloseTo(main.value, 3);
    expect(main.cumulative.at(-1)).toBeCloseTo(main.value, 3);
    const bridge = found.finance.kind === 'computed' ? found.finance.result.bridges.better! : undefined;
    expect(bridge?.economic).toBeCloseTo(main.value, 3);
  });

  it('gain for shippers what hauliers and treasuries lose in part, and cost what is stated in any currency', () => {
    const { main, comparison } = value();
    const of = (group: string) => main.distribution.groups.find((entry) => entry.group === group)?.total ?? 0;
    expect(of('shippers')).toBeGreaterThan(0);
    expect(of('road hauliers')).toBeLessThan(0);
    expect(of('communities')).toBeGreaterThan(0);
    const capital = comparison.effects.filter(({ kind, group }) => kind === 'capital' && group === 'railways');
    const paid = capital.flatMap(({ values }) => values.slice(0, 6)).reduce((a, b) => a + b, 0);
    // 2 million dollars, and half a million euros at two dollars.
    expect(paid).toBeCloseTo(-3e6, 3);
    expect(comparison.outside).toEqual([]);
  });

  it('have a transfer twice in the table: what is paid to a carrier is not lost to all', () => {
    const fares = value().main.distribution.effects.find(({ effect }) => effect === 'tariffs and fares');
    expect(fares?.transferred).toBeGreaterThan(0);
  });

  it('do not compare an option with itself, nor tell it worth anything when nothing changes', async () => {
    const same = await appraise({ change: await simulated('', 2027), same: await simulated('', 2030) });
    const result = same.economy.kind === 'computed' ? same.economy.result : undefined;
    expect(Object.keys(result?.options ?? {})).toEqual(['same']);
    const { main } = result!.options.same!;
    expect(Math.abs(main.value)).toBeLessThan(1e-3 * Math.abs(value().main.present.benefit));
  });

  it('are paid for by each plan, and split among those who must agree', () => {
    if (found.finance.kind !== 'computed' || found.negotiation.kind !== 'computed') throw new Error('expected both');
    const { loan, budget } = found.finance.result.options.better!;
    expect(loan?.plan.kind).toBe('financed');
    expect(budget?.burden).toBeNull();
    const { deals, choices, shapley, zones } = found.negotiation.result;
    expect(deals.map(({ plan }) => plan)).toEqual(['budget', 'loan']);
    const [plain, lent] = deals;
    // A soft loan moves money from one to the other, no more.
    expect(lent!.transfers.north! + lent!.transfers.south!).toBeCloseTo(0, 6);
    expect(lent!.gains.north! + lent!.gains.south!).toBeCloseTo(plain!.gains.north! + plain!.gains.south!, 6);
    for (const { members, value: worth } of choices) expect(bestDeal(members, deals).value).toBe(worth);
    expect(shapley.north! + shapley.south!).toBeCloseTo(choices.at(-1)!.value, 6);
    expect(zones.better).toHaveLength(1);
  });

  it('are worth in a draw what they are worth beside other conventions, and paid for by the same plans', async () => {
    const options = { change: await simulated('', 2027), better: await simulated(better, 2030) };
    const draw = appraiseDraw(options);
    expect(draw.economy?.options.better?.value).toBe(value().main.value);
    expect(draw.economy?.best).toBe(value().main.value > 0 ? 'better' : 'change');
    if (found.finance.kind !== 'computed' || found.negotiation.kind !== 'computed') throw new Error('expected both');
    const { loan } = found.finance.result.options.better!;
    const paid = loan?.plan.kind === 'financed' ? loan.plan.subsidyValue : Number.NaN;
    expect(draw.finance?.better?.loan?.subsidy).toBe(paid);
    const { best } = found.negotiation.result;
    expect(draw.negotiation?.deal).toEqual(best && { option: best.option, plan: best.plan });
    expect(draw.negotiation?.splits).toBeNull();
    expect(draw.negotiation?.zones.better?.[0]).toMatchObject({
      low: found.negotiation.result.zones.better?.[0]?.low,
      high: found.negotiation.result.zones.better?.[0]?.high,
    });
    expect(draw.economy?.options.better?.valueBeside.world).toBeCloseTo(value().beside.world!.value, 3);
  });

  it('are split in a draw as with stated values where there is a deal', async () => {
    const cheap = better.replace('2 MUSD', '20 kUSD').replace('0.5 MEUR', '5 kEUR');
    const options = { change: await simulated('', 2027), better: await simulated(cheap, 2030) };
    const [told, draw] = [await appraise(options), appraiseDraw(options)];
    if (told.negotiation.kind !== 'computed') throw new Error(told.negotiation.reason);
    const { shapley, nash, kalaiSmorodinsky, core, best } = told.negotiation.result;
    expect(best).not.toBeNull();
    expect(draw.negotiation?.splits).toEqual({
      shapley,
      nash: nash.kind === 'deal' ? nash.shares : null,
      kalaiSmorodinsky: kalaiSmorodinsky.kind === 'deal' ? kalaiSmorodinsky.shares : null,
      hasCore: core.kind === 'core',
    });
  });

  it('come later when an approval does, and lose or gain by it', async () => {
    const approvals = `approvals: { loan: { name: Loan, by: ministry, state: open, expected: 2029, chance: 50 % } }\n`;
    const late = await appraise({
      change: await simulated('', 2027),
      better: await simulated(better + approvals, 2030),
    });
    if (late.economy.kind !== 'computed') throw new Error(late.economy.reason);
    const of = late.economy.result.options.better!;
    expect(of.scheduled.schedule).toMatchObject({ delay: 2, chance: 0.5 });
    expect(of.comparison.opening).toBe(2032);
    expect(of.main.net.slice(0, 5).every((net) => Math.abs(net) < 1)).toBe(true);
    expect(of.inTime).not.toBe(of.main.value);
  });

  it('have a reason where there is nothing to appraise', async () => {
    const bare = await simulated('remove: [economy]\n', 2027).catch(() => undefined);
    expect(bare).toBeUndefined();
    const corridor = read(marketsChange);
    const course = courseOf(compileCourse(corridor, corridor, 'x', 2027), (compiled) => centralValues(compiled));
    const outcome = await simulate(course, 'screening');
    const stated = compile(corridor, 'x', 2027).corridor;
    const nothing = await appraise({ x: { outcome, model: course.open[0].model, stated, opens: 2027 } });
    expect(nothing.economy.kind).toBe('none');
    expect(nothing.finance).toEqual(nothing.economy);
  });
});
