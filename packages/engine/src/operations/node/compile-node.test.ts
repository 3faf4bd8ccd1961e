import { describe, expect, it } from 'vitest';
import { modelOfTiny } from '../../../test/tiny.ts';
import { compileNode } from './compile-node.ts';
import { driveNode } from './drive-node.ts';

const yard = `
facilities:
  yard:
    name: Yard
    kind: border yard
    station: b
    border: b
    source: book
    flows:
      boxes: { name: Boxes, unit: train, services: [north], onward: [south], load: container, contents: { container: { count: 12 } }, enters: papers, every: 100 d, arrivals: scheduled }
      ore: { name: Ore, unit: train, load: bulk, contents: { container: { count: 12 } }, enters: papers }
    storage:
      tracks: { name: Tracks, unit: train, tracks: [n, s] }
    resources:
      officers: { name: Officers, count: 1, by: south, shifts: { day: { begin: '08:00', end: '20:00' } } }
      cranes: { name: Cranes, count: 3, productivity: { container: { factor: 1 }, bulk: { factor: 0.5 } }, breakdowns: { failure_rate: 0.2, repair: 1 h } }
    steps:
      papers: { name: Papers, unit: train, takes: tracks, procedure: papers, next: [lift] }
      lift: { name: Lift, unit: container, transfer: lift, part: 0.5, machines: 3, uses: [cranes], gives_back: [tracks], next: [form] }
      form: { name: Form, unit: train, transfer: lift, part: 0.5, uses: [officers], leaves: yes }
`;

describe('a facility of the corridor', () => {
  const network = compileNode(modelOfTiny(yard), 'yard');
  const step = (id: string) => network.steps.find((entry) => entry.id === id)!;

  it('takes the times of the border: a box keeps one of the cranes busy for its part of the train', () => {
    expect(step('papers').time).toEqual([7200, 7200]);
    // Half of six hours, three cranes, twelve boxes; bulk takes twice as long.
    expect(step('lift').time).toEqual([2700, 5400]);
    expect(step('form').time).toEqual([10_800, 10_800]);
  });

  it('one more crane changes no time', () => {
    const more = yard.replace('name: Cranes, count: 3', 'name: Cranes, count: 4');
    expect(compileNode(modelOfTiny(more), 'yard').steps.map(({ time }) => time)).toEqual(
      network.steps.map(({ time }) => time),
    );
  });

  it('has the tracks of its station as room, hours on the clock of its country, and failures by their rate', () => {
    expect(network.storages[0]!.room).toBe(2);
    expect(network.clock).toBe(7200);
    // 08:00 of UTC+2 is 06:00 UTC.
    expect(network.resources[0]!.hours!.times.slice(0, 3)).toEqual([0, 21_600, 64_800]);
    expect(network.resources[0]!.hours!.open.slice(0, 3)).toEqual([0, 1, 0]);
    expect(network.resources[1]!.breakdowns).toEqual({ between: 4 * 3600, repair: 3600 });
  });

  it('knows what a train holds: as stated, else as it is made up', () => {
    expect(network.flows[0]!.contents).toEqual({ wagon: 10, container: 12 });
    expect(network.flows[1]!.contents).toEqual({ container: 12 });
  });

  it('a train that meets nobody takes what the border says', () => {
    const always = yard
      .replace(", shifts: { day: { begin: '08:00', end: '20:00' } }", '')
      .replace('failure_rate: 0.2', 'failure_rate: 0');
    const alone = compileNode(modelOfTiny(always), 'yard');
    const report = driveNode(alone, { seed: 1, draw: 0, warmUp: 0, measured: 200 * 86_400 });
    expect(report.flows[0]!.stay!.mean).toBeCloseTo(8 * 3600, 6);
  });
});
