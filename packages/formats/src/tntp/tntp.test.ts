import { userEquilibrium } from '@throughline/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TntpError } from './fault.ts';
import { readTntpFlows, writeTntpFlows } from './flows.ts';
import { readTntpWeights, tntpProblem } from './problem.ts';
import { readTntpNetwork } from './read-network.ts';
import { readTntpTrips } from './read-trips.ts';

const head = '<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 3\n';
const net = `${head}<ORIGINAL HEADER>~ \tTail\tHead\t;
<END OF METADATA>\t\t

~ \tinit_node\tterm_node\tcapacity\tlength\tfree_flow_time\tb\tpower\tspeed\ttoll\tlink_type\t;
\t1\t3\t100\t2\t5\t0.15\t4\t0\t10\t1\t;
\t3\t2\t100\t2\t5\t0.15\t4\t0\t0\t1;
1 2 100 1 20 0 0
`;
const trips = `<NUMBER OF ZONES> 2
<TOTAL OD FLOW>   40.0
<END OF METADATA>

~ a comment: 2 : 7;
Origin \t1
    1 :    10.0;     2 :\t30.0 ;

`;

function faultsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (problem) {
    if (problem instanceof TntpError) return problem.message.split('\n');
    throw problem;
  }
  return [];
}

describe('a network file', () => {
  it('is read with its first through node, odd spaces, missing columns and all', () => {
    const { zones, nodes, firstThroughNode, links } = readTntpNetwork(net);
    expect({ zones, nodes, firstThroughNode }).toEqual({ zones: 2, nodes: 3, firstThroughNode: 3 });
    expect(links.map(({ from, to, toll, line }) => [from, to, toll, line])).toEqual([
      [1, 3, 10, 9],
      [3, 2, 0, 10],
      [1, 2, 0, 11],
    ]);
    expect(links[2]).toMatchObject({ freeFlowTime: 20, b: 0, power: 0, speed: 0 });
    expect(readTntpNetwork(net.replaceAll('\n', '\r\n')).links).toEqual(links);
  });

  it('is read with a row of names that is no comment, and with 0 for the first through node', () => {
    expect(readTntpNetwork(net.replace('~ \tinit_node', 'init_node')).links).toHaveLength(3);
    expect(readTntpNetwork(net.replace('THRU NODE> 3', 'THRU NODE> 0')).firstThroughNode).toBe(1);
  });

  it('may state what toll and distance count', () => {
    const stated = readTntpNetwork(`<TOLL FACTOR> 0.02\n<Distance  Factor>0.04\n${net}`);
    expect([stated.tollWeight, stated.distanceWeight]).toEqual([0.02, 0.04]);
    expect(readTntpNetwork(net).tollWeight).toBeUndefined();
  });

  it.each([
    [
      'a link that is missing',
      net.replace(/\t3\t2.*\n/, ''),
      ['line 4: <NUMBER OF LINKS> is 3, but 2 rows follow, up to line 10'],
    ],
    [
      'a link too many',
      `${net}1 2 1 1 1 1 1\n2 1 1 1 1 1 1\n`,
      ['line 4: <NUMBER OF LINKS> is 3, but more rows follow, from line 12 on'],
    ],
    ['an unknown node', net.replace('\t3\t2', '\t3\t9'), ['line 10: the node a link enters is 9, expected 1 to 3']],
    [
      'a negative capacity',
      net.replace('100', '-100'),
      ['line 9: capacity of link 1–3 is -100, expected a number from 0'],
    ],
    ['a word for a number', net.replace('0.15', 'low'), ['line 9: b of link 1–3 is low, expected a number from 0']],
    [
      'a row that is cut',
      net.replace('20 0 0', '20'),
      [
        'line 11: b of link 1–2 is missing, expected a number from 0',
        'line 11: power of link 1–2 is missing, expected a number from 0',
      ],
    ],
    ['metadata without an end', net.replace(/<END.*/, ''), ['line 9: expected <END OF METADATA> before the data']],
    ['no metadata', '1 2 3\n', ['line 1: expected <END OF METADATA> before the data']],
    ['a missing count', net.replace(/<NUMBER OF LINKS>.*\n/, ''), ['line 5: the metadata lacks <NUMBER OF LINKS>']],
    [
      'a count beyond belief',
      net.replace('NODES> 3', 'NODES> 1e15'),
      ['line 2: <NUMBER OF NODES> is 1e15, expected 1 to 2000000'],
    ],
    ['more zones than nodes', net.replace('ZONES> 2', 'ZONES> 4'), ['line 1: <NUMBER OF ZONES> is 4, expected 1 to 3']],
    ['nothing', '', ['line 1: expected <END OF METADATA> before the data']],
  ])('with %s is answered with line and reason', (_, text, expected) => {
    expect(faultsOf(() => readTntpNetwork(text))).toEqual(expected);
  });
});

describe('a trip table', () => {
  it('is read with trips inside a zone and without comments', () => {
    const { origins, total, notes } = readTntpTrips(trips.replace('<NUMBER OF ZONES> 2', '<NUMBER OF ZONES> 2'));
    expect(origins).toEqual([{ origin: 1, destinations: Int32Array.of(1, 2), trips: Float64Array.of(10, 30) }]);
    expect({ total, notes }).toEqual({ total: 40, notes: [] });
  });

  it('whose sum is a little off its total is read with a note', () => {
    const { notes } = readTntpTrips(trips.replace('40.0', '39.9'));
    expect(notes).toEqual(['line 2: <TOTAL OD FLOW> is 39.9, but the trips sum to 40.']);
    // All zones are there, so nothing is cut, however wrong the total.
    const whole = trips.replace('30.0 ;', '30.0 ;\nOrigin 2\n 1 : 5;').replace('40.0', '90');
    expect(readTntpTrips(whole).notes).toEqual(['line 2: <TOTAL OD FLOW> is 90, but the trips sum to 45.']);
  });

  it.each([
    [
      'negative trips',
      trips.replace('30.0', '-30.0'),
      ['line 7: the number of trips from 1 to 2 is -30.0, expected a number from 0'],
    ],
    ['an unknown zone', trips.replace('2 :\t30', '5 :\t30'), ['line 7: a destination is 5, expected 1 to 2']],
    ['an unknown origin', trips.replace('Origin \t1', 'Origin 7'), ['line 6: an origin is 7, expected 1 to 2']],
    [
      'trips before an origin',
      trips.replace('Origin \t1', ''),
      [
        'line 2: <TOTAL OD FLOW> is 40, but the trips sum to 0 up to line 7: is the file cut?',
        'line 7: expected `Origin` and a zone before trips, found 1 :    10.0',
      ],
    ],
    [
      'no colon',
      trips.replace(':    10', '10'),
      [
        'line 7: expected `zone : trips;`, found 1 10.0',
        'line 2: <TOTAL OD FLOW> is 40, but the trips sum to 30 up to line 7: is the file cut?',
      ].sort(),
    ],
    [
      'half of it',
      trips.slice(0, trips.indexOf('2 :\t30')),
      ['line 2: <TOTAL OD FLOW> is 40, but the trips sum to 10 up to line 7: is the file cut?'],
    ],
    [
      'its end cut off',
      trips.slice(0, trips.indexOf('0 ;')),
      ['line 7: the last entry does not end with `;`: is the file cut?'],
    ],
    [
      'too many zones',
      trips.replace('ZONES> 2', 'ZONES> 1000000'),
      ['line 1: <NUMBER OF ZONES> is 1000000, expected 1 to 100000'],
    ],
  ])('with %s is answered with line and reason', (_, text, expected) => {
    expect(faultsOf(() => readTntpTrips(text))).toEqual(expected);
  });
});

describe('files cut or changed anywhere', () => {
  it('are read or answered with faults, never anything else', () => {
    const noise = fc.constantFrom('', 'x', '-', ';', '\n', ':', '9', '<', '~', ' ', '1e999', '\u0000');
    fc.assert(
      fc.property(fc.nat(400), fc.nat(20), noise, (at, length, put) => {
        for (const [text, read] of [
          [net, readTntpNetwork],
          [trips, readTntpTrips],
        ] as const) {
          const changed = text.slice(0, at % text.length) + put + text.slice((at % text.length) + length);
          for (const fault of faultsOf(() => read(changed))) expect(fault).toMatch(/^line \d+: /);
        }
      }),
    );
  });
});

describe('weights in a description', () => {
  it('are taken from their heading and from nowhere else', () => {
    const text =
      '## Units\nDistance: miles\n\n## Generalized Cost Weights\nToll: 0.02 minutes/cent\nDistance: 0.04 minutes/mile\n\n## Solutions\nToll: 9\n';
    expect(readTntpWeights(text)).toEqual({ toll: 0.02, distance: 0.04 });
    expect(readTntpWeights('## Generalized Cost Weights\nToll: \nDistance: \n\n## Solutions\n12')).toEqual({
      toll: undefined,
      distance: undefined,
    });
    expect(readTntpWeights('')).toEqual({ toll: undefined, distance: undefined });
  });
});

describe('the problem of a network and a trip table', () => {
  const weights = { toll: 0.1, distance: 0.5 };

  it('counts toll and length, and keeps zones from being passed', () => {
    const problem = tntpProblem(readTntpNetwork(net), readTntpTrips(trips), weights);
    expect(problem.firstThroughNode).toBe(2);
    const outcome = userEquilibrium(problem, { relativeGap: 1e-12 });
    if (outcome.kind === 'no-route') throw new Error('no route');
    // 10 + 2 of toll and length beat 20 + 0.5, even with 30 trips on it.
    expect([...outcome.flows]).toEqual([30, 30, 0]);
    expect(outcome.totalCost).toBeCloseTo(30 * (10 * (1 + 0.15 * 0.3 ** 4) + 0.1 * 10 + 0.5 * 4), 9);
  });

  it('closes a link without capacity when its time depends on it, and only then', () => {
    const closed = net.replace('\t3\t2\t100', '\t3\t2\t0').replace('1 2 100 1 20', '1 2 0 1 20');
    const outcome = userEquilibrium(tntpProblem(readTntpNetwork(closed), readTntpTrips(trips), weights), {
      relativeGap: 1e-12,
    });
    expect(outcome.kind !== 'no-route' && [...outcome.flows]).toEqual([0, 0, 30]);
  });

  it('has no toll that pays people for travelling, and no zone that the network lacks', () => {
    const paying = readTntpNetwork(net.replace('\t0\t10\t1\t', '\t0\t-10\t1\t'));
    expect(faultsOf(() => tntpProblem(paying, readTntpTrips(trips), { toll: 1, distance: 0 }))).toEqual([
      'line 9: toll and length of link 1–3 count -10 with these weights, expected 0 or more',
    ]);
    const large = readTntpTrips(trips.replace('ZONES> 2', 'ZONES> 3').replace('40.0', '40'));
    expect(faultsOf(() => tntpProblem(readTntpNetwork(net), large, weights))).toEqual([
      'line 1: the network has 2 zones, the trip table 3',
    ]);
  });
});

describe('a file of flows', () => {
  it('is read back as it was written, to the last bit', () => {
    const network = readTntpNetwork(net);
    const flows = [1 / 3, 4494.6576464564205, 0];
    const costs = [6.000816237354, 2, 1e-8];
    const back = readTntpFlows(writeTntpFlows(network, flows, costs));
    expect(back.map(({ volume }) => volume)).toEqual(flows);
    expect(back.map(({ cost }) => cost)).toEqual(costs);
    expect(back[1]).toMatchObject({ from: 3, to: 2 });
  });

  it('may be in the older form', () => {
    const old = '<NUMBER OF NODES>\t3\n<END OF METADATA>\n~ \tTail\tHead\t:\tVolume\tCost\t;\n\t1\t3\t:\t12.5\t6\t;\n';
    expect(readTntpFlows(old)).toEqual([{ from: 1, to: 3, volume: 12.5, cost: 6 }]);
    expect(faultsOf(() => readTntpFlows('From To Volume Cost\n'))).toEqual(['line 1: the file has no flows']);
  });
});
