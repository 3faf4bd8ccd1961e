import { beforeAll, describe, expect, it } from 'vitest';
import { economyChange } from '../test/economy.ts';
import { marketsChange } from '../test/markets.ts';
import { filesOf, tiny } from '../test/tiny.ts';
import { type PriceSearch, searchPrice, withAccessCharges } from './search-price.ts';
import { type PreparedOption, prepare } from './study.ts';

const charges = `access_charges: { south: { name: Track, country: south, manager: a body apart, passed_on: 100 %, revenue: 8 %, gross: 0.002 USD/t/km } }\n`;
const head = (id: string, more: string) =>
  `option: { title: ${id}, summary: Changed., order: 1, opens: 2030${more} }\n`;
/** A border without papers, and a hall for it. */
const better = `borders: { b: { procedures: { papers: { time: 0 h } } } }
capital:
  hall: { name: Hall, kind: terminal, country: south, cost: { value: 2 MUSD, prices: 2025 }, begins: 2028, ends: 2029, life: 30, maintenance: 1 %, lines: [two] }
`;

function prepared(): [option: PreparedOption, minimum: PreparedOption] {
  const files = filesOf({
    'corridor.yaml': tiny,
    'markets.yaml': marketsChange + charges,
    'options/change.yaml': head('change', '') + economyChange,
    'options/better.yaml': head('better', ', extends: change') + better,
  });
  const { options, diagnostics } = prepare(files, { options: ['better', 'change'], seed: 0, draws: 0, switches: {} });
  if (diagnostics.failed) throw new Error(JSON.stringify(diagnostics.all));
  return [options[0]!, options[1]!];
}

describe('a price that a target needs', () => {
  const [option, minimum] = prepared();
  const search = (of: { lever?: 'tariffs' | 'access charges'; target: number }) =>
    searchPrice(option, minimum, { plan: 'loan', lever: 'tariffs', measure: 'value', ...of });
  let hopeless: PriceSearch;

  beforeAll(async () => {
    hopeless = await search({ target: 1e12 });
  });

  it('loses traffic as it rises, whatever it brings', () => {
    const flows = hopeless.tried.map(({ goods }) => goods);
    for (const [i, flow] of flows.entries()) if (i > 0) expect(flow).toBeLessThan(flows[i - 1]!);
  });

  it('is none where no tariff reaches the target, and the one that brings most is told', () => {
    expect(hopeless.needed).toBeNull();
    const most = Math.max(...hopeless.tried.map(({ value }) => value!));
    expect(hopeless.peak.value).toBe(most);
    expect(hopeless.peak.factor).toBeGreaterThan(hopeless.stated.factor);
    expect(hopeless.tried.at(-1)!.value).toBeLessThan(most);
  });

  it('is the least that reaches it, to half a per cent', async () => {
    const { stated, peak } = hopeless;
    const target = 0.5 * (stated.value! + peak.value!);
    const { needed, tried } = await search({ target });
    expect(needed!.value).toBeGreaterThanOrEqual(target);
    const before = tried.filter(({ factor }) => factor < needed!.factor).at(-1)!;
    expect(before.value).toBeLessThan(target);
    expect(needed!.factor / before.factor).toBeLessThan(1.0051);
    expect(needed!.goods).toBeLessThan(stated.goods);
  });

  it('can be that of access charges, which carry away traffic but no money of the whole railway', async () => {
    const { tried } = await search({ lever: 'access charges', target: 1e12 });
    expect(tried.at(-1)!.goods).toBeLessThan(tried[0]!.goods);
    expect(tried.find(({ factor }) => factor === 1)).toEqual(hopeless.stated);
  });

  it('needs a plan that there is', async () => {
    await expect(
      searchPrice(option, minimum, { plan: 'nothing', lever: 'tariffs', measure: 'cover', target: 1 }),
    ).rejects.toThrow('nothing to finance by `nothing`');
  });
});

describe('other access charges', () => {
  const model = prepared()[0].compiled.corridor;

  it('are each amount times the factor, and never more than all of the revenue', () => {
    const { access_charges } = withAccessCharges(
      { ...model, access_charges: { track: { country: 'south', revenue: 0.4, gross: 2, passed_on: 1 } } } as never,
      3,
    );
    expect(access_charges.track).toEqual({ country: 'south', revenue: 1, gross: 6, passed_on: 1 });
    expect(() => withAccessCharges(model as never, 0)).toThrow(RangeError);
  });
});
