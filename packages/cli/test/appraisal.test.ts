import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { product, throughline } from './command-line.ts';

const priced = join(product, 'packages', 'host', 'fixtures', 'valid', 'priced');

async function told(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await throughline(args[0] === 'finance' ? [...args, '--quiet'] : args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe('throughline economy', () => {
  it('says by whose rules, and what is spent outside the years looked at', async () => {
    const text = await told(['economy', priced]);
    expect(text).toContain('Against Do minimum, by the rules of Book of rules');
    expect(text).toMatch(/not counted\n +Fast border: Museum$/m);
    // A net present value below 0 has a ratio below 1.
    expect(text).toMatch(/^Fast border +0\.4 MUSD +-0\.0 MUSD +6\.\d % +0\.8\d /m);
  });

  it('takes another convention by its name, however it is written', async () => {
    const worth = async (...args: string[]) =>
      JSON.parse(await told(['economy', priced, '--json', ...args])).options.fast.value.value as number;
    const [book, world] = [await worth(), await worth('--convention', 'UNION')];
    expect(await worth('--convention', 'world')).toBe(world);
    expect(world).toBeGreaterThan(book);
  });

  it('says which conventions there are', async () => {
    const { status, stderr } = await throughline(['economy', priced, '--convention', 'wrold']);
    expect(status).toBe(2);
    expect(stderr).toContain('There is no convention `wrold`.');
    expect(stderr).toContain('one of `book`, `world`');
  });

  it('tells who keeps the track up apart from who runs the trains', async () => {
    const { options } = JSON.parse(await told(['economy', priced, '--json']));
    const columns = options.fast.groups.columns as { name: string; values: unknown[] }[];
    const [groups, south] = ['group', 'South'].map((name) => columns.find((column) => column.name === name)!);
    const at = (group: string) => south!.values[groups!.values.indexOf(group)] as number;
    expect(at('infrastructure managers')).toBeLessThan(0);
    const [, charges, upkeep] = options.fast.access.columns;
    expect(charges.values[0]).toBeGreaterThan(0);
    expect(upkeep.values[0]).toBeGreaterThan(0);
  });
});

describe('throughline finance', () => {
  it('finds the tariff that a cover needs, with the traffic it has lost', async () => {
    const text = await told(['finance', priced, '--plan', 'loan', '--search-tariff', '1.2']);
    const [, percent] = /A cover of 1\.20 needs (\d+\.\d) % of the stated tariffs/.exec(text) ?? [];
    expect(Number(percent)).toBeGreaterThan(100);
    expect(text).toMatch(/% less goods than at the prices stated/);
  });

  it('finds the access charge that a plan needs which is repaid from them', async () => {
    const found = JSON.parse(await told(['finance', priced, '--plan', 'track', '--search-access', '1.2', '--json']));
    expect(found[0]).toMatchObject({ option: 'fast', lever: 'access charges', measure: 'cover' });
    expect(found[0].needed.cover).toBeGreaterThanOrEqual(1.2);
    expect(found[0].needed.factor).toBeGreaterThan(1);
  });

  it('says that no tariff reaches a target, and where the peak is', async () => {
    const text = await told(['finance', priced, '--plan', 'budget', '--search-tariff', '1e12', '--of', 'value']);
    expect(text).toMatch(/No tariffs from 50\.0 % to 400\.0 % of those stated give a value/);
    expect(text).toMatch(/The most is \d/);
    const none = await told(['finance', priced, '--plan', 'budget', '--search-tariff', '1']);
    expect(none).toContain('No cover can be told: the plan borrows nothing');
  });

  it('answers a plan that there is not, and a target that is no number', async () => {
    const plan = await throughline(['finance', priced, '--plan', 'laon']);
    expect(plan).toMatchObject({ status: 2 });
    expect(plan.stderr).toContain('Did you mean `loan`?');
    const target = await throughline(['finance', priced, '--search-tariff', 'much']);
    expect(target.status).toBe(2);
    expect(target.stderr).toContain('It should be a number');
  });
});

describe('throughline negotiation', () => {
  it('needs both who build and who agree', async () => {
    const text = await told(['negotiation', priced]);
    expect(text).toMatch(/^Fast border +Budget +North, South/m);
    expect(text).toContain('Parts of the capital cost that both would accept');
  });
});
