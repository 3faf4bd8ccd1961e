import { driveNode } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { CaseFileError } from '../running-cases/case-file-error.ts';
import { readPeerYard, readYardResults } from './index.ts';

const yard = {
  format: 'corridor-yard/1',
  name: 'A yard',
  timeUnit: 'min',
  arrivals: { process: 'poisson', meanInterarrivalMin: 100, containersPerTrain: 4 },
  transferTracks: { count: 1 },
  cranes: { count: 2, serviceDistribution: 'exponential', meanMin: 5 },
  customs: { officers: 3, serviceDistribution: 'exponential', meanMin: 7 },
  outgoing: { containersPerTrain: 4, assemblyMin: 45 },
  warmUpMin: 1440,
  measuredMin: 144_000,
  replications: 3,
};

describe('a neutral yard', () => {
  it('becomes a network that moves as many containers as come', () => {
    const { network, warmUp, measured } = readPeerYard(JSON.stringify(yard));
    expect([warmUp, measured, network.storages[0]!.room]).toEqual([86_400, 8_640_000, 1]);
    const report = driveNode(network, { seed: 1, draw: 0, warmUp, measured });
    // 1440 trains of four are expected; twice the cranes' 20 minutes a train fit into 100.
    expect(Math.abs(report.flows[0]!.arrivals - 1440)).toBeLessThan(4 * Math.sqrt(1440));
    expect(report.resources[0]!.use).toBeCloseTo(0.1, 1);
  });

  it('is refused with every fault and its place', () => {
    const broken = { ...yard, timeUnit: 'h', cranes: { count: 0, serviceDistribution: 'uniform', meanMin: 'x' } };
    expect(() => readPeerYard(JSON.stringify(broken))).toThrow(
      [
        'timeUnit: found "h", expected \'min\'',
        'cranes.serviceDistribution: found "uniform", expected \'exponential\'',
        'cranes.meanMin: found "x", expected a number above 0',
        'cranes.meanMin: found 0, expected a number above 0',
        'cranes.count: found 0, expected a number above 0',
      ].join('\n'),
    );
    expect(() => readYardResults('{"tool": "x", "statistics": {"a": {"mean": 1}}}')).toThrow(CaseFileError);
  });
});
