import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { methodsSuite } from './methods.ts';
import { tntpTexts, validateTntp } from './tntp.ts';

const shipped = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../../validation/demand/${name}.json`, import.meta.url)), 'utf8');

const tolled = `<NUMBER OF ZONES> 2
<NUMBER OF NODES> 2
<FIRST THRU NODE> 1
<NUMBER OF LINKS> 2
<END OF METADATA>
1 2 100 0 10 1 1 0 0 1 ;
1 2 100 0 15 0 0 0 5 1 ;
`;
const texts = {
  net: tolled,
  trips: '<NUMBER OF ZONES> 2\n<TOTAL OD FLOW> 110\n<END OF METADATA>\nOrigin 1\n1 : 10; 2 : 100;\n',
  flow: 'From To Volume Cost\n1 2 60 16\n1 2 40 16\n',
};
const cost = 't0*(1+B*(v/cap)^power) + toll_weight*toll + distance_weight*length';
const inputs = { ...{ net: 'net', trips: 'trips', flow: 'flow', cost }, toll_weight: 0.2, first_through_node: 1 };
/** 10 (1 + x/100) = 15 + 0.2 · 5 at x = 60: ∫ is 600 + 180 on the first link, 640 on the second. */
const expected = {
  beckmann_objective: 1420,
  total_system_travel_time: 1600,
  max_link_flow: 60,
  links: 2,
  total_trips: 110,
  intrazonal_trips: 10,
};

function rows(of: object, wanted: object) {
  const entry = { id: 'x', topic: '04-demand', inputs: of, expected: wanted, tolerance: { rel: 1e-9 } };
  const textOf = (path: string) => texts[path as keyof typeof texts];
  return methodsSuite({ methods: JSON.stringify({ cases: [entry] }) }, textOf);
}

describe('the demand cases that ship', () => {
  it.each([
    ['published', 22],
    ['own', 27],
  ])('%s are reproduced', (name, least) => {
    const reports = methodsSuite({ [name]: shipped(name) });
    const all = reports.flatMap((report) => ('rows' in report ? report.rows : []));
    expect(reports.filter((report) => 'skipped' in report)).toEqual([]);
    expect(all.filter(({ ok }) => !ok)).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(least);
  });

  it('go red when an expectation is perturbed', () => {
    const wrong = shipped('published').replace('"ue_cost_with_link": 92', '"ue_cost_with_link": 92.001');
    const red = methodsSuite({ x: wrong })
      .flatMap((report) => ('rows' in report ? report.rows : []))
      .filter(({ ok }) => !ok);
    expect(red.map(({ quantity }) => quantity)).toEqual(['ue_cost_with_link']);
  });
});

describe('a case on a network of others', () => {
  it('is solved with toll weights, and measured from published flows where there is no trip table', () => {
    const [solved] = rows(inputs, expected);
    expect(solved && 'rows' in solved && solved.rows.filter(({ ok }) => !ok)).toEqual([]);
    const { trips: _, ...published } = inputs;
    const { total_trips: __, intrazonal_trips: ___, ...wanted } = expected;
    const [measured] = rows(published, wanted);
    expect(measured && 'rows' in measured && measured.rows.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is skipped by name when its files are not there, and refused when its cost is another', () => {
    expect(rows({ ...inputs, net: 'elsewhere' }, expected)).toEqual([
      { suite: 'methods/x', skipped: 'needs the file elsewhere' },
    ]);
    const [other] = rows({ ...inputs, cost: 't0' }, expected);
    expect(other).toEqual({ suite: 'methods/x', skipped: 'shape not yet known: cost t0' });
  });

  it('is red when another weight is asked for than was published', () => {
    const [report] = rows({ ...inputs, toll_weight: 0.3 }, { beckmann_objective: 1420 });
    expect(report && 'rows' in report && report.rows.map(({ ok }) => ok)).toEqual([false]);
  });
});

describe('best-known flows', () => {
  const known = {
    network: tolled,
    trips: texts.trips,
    flows: texts.flow,
    description: '## Generalized Cost Weights\nToll: 0.2 minutes/cent\nDistance: \n',
  };

  it('are found again', () => {
    expect(validateTntp('tntp', 'two', known).map(({ quantity, ok }) => [quantity, ok])).toEqual([
      ['relative gap', true],
      ['objective of the best-known flows', true],
      ['total cost', true],
      ['flow 1–2, furthest off', true],
    ]);
  });

  it('go red when a flow is perturbed, a link has none, or the network is no network', () => {
    const red = (changed: Partial<typeof known>) =>
      validateTntp('tntp', 'two', { ...known, ...changed }).filter(({ ok }) => !ok);
    expect(red({ flows: texts.flow.replace('60', '60.01') }).map(({ quantity }) => quantity)).toContain(
      'flow 1–2, furthest off',
    );
    expect(red({ flows: texts.flow.replace('1 2 40 16\n', '') })[0]!.actual).toContain(
      'no flow is published for link 1–2',
    );
    expect(red({ network: '' })[0]!.actual).toContain('expected <END OF METADATA>');
  });
});

const reference = process.env.THROUGHLINE_REFERENCE;
const present = reference !== undefined && existsSync(join(reference, 'tntp'));
const reason = present ? '' : ' (skipped: needs THROUGHLINE_REFERENCE)';

describe.skipIf(!present)(`the networks of the collection${reason}`, () => {
  it('have the best-known flows', async () => {
    for (const [name, own] of Object.entries(await tntpTexts(join(reference!, 'tntp')))) {
      expect(validateTntp('tntp', name, own).filter(({ ok }) => !ok)).toEqual([]);
    }
  }, 60_000);
});
