import { fileURLToPath } from 'node:url';
import {
  centralValues,
  compile,
  compileNode,
  Diagnostics,
  driveNode,
  type Model,
  modelOf,
  type NodeNetwork,
  readCorridor,
} from '@throughline/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseCorridor as parse, type parseCorridor, readCorridorFolder } from './corridor-folder.ts';

const folder = fileURLToPath(new URL('../../../corridors/kunming-haiphong', import.meta.url));
const DAY = 86_400;
const year = { seed: 1, draw: 0, warmUp: 20 * DAY, measured: 365 * DAY };

let files: ReturnType<typeof parseCorridor>;
beforeAll(async () => {
  const diagnostics = new Diagnostics();
  files = parse(await readCorridorFolder(folder, diagnostics), diagnostics);
});

function modelUnder(option: string, scenario?: string): Model {
  const { corridor, head } = readCorridor(files, option, scenario);
  const compiled = compile(corridor!, option, head?.opens ?? corridor!.corridor.base_year);
  return modelOf(compiled, centralValues(compiled));
}

const hoursOf = (network: NodeNetwork, flow: string) =>
  driveNode(network, year).flows.find(({ id }) => id === flow)!.stay!.mean / 3600;

describe('the facilities of the flagship', () => {
  it('keep what comes within the bracket of what is known at Lào Cai, and nothing grows', () => {
    const report = driveNode(compileNode(modelUnder('do-minimum'), 'hekou-lao-cai-yard'), year);
    for (const { id, stay } of report.flows) {
      expect(stay!.mean / 3600, id).toBeGreaterThan(12);
      expect(stay!.mean / 3600, id).toBeLessThan(72);
    }
    expect(Math.abs(report.inside.growthPerDay)).toBeLessThan(1);
  });

  it('keep a train that meets nobody for what the border states, less what its first half is ahead', () => {
    const network = compileNode(modelUnder('do-minimum'), 'hekou-lao-cai-yard');
    const alone: NodeNetwork = {
      ...network,
      steps: network.steps.map((step) => ({ ...step, spread: { kind: 'fixed' } })),
      resources: network.resources.map((resource) => ({ ...resource, hours: null, breakdowns: null })),
      flows: network.flows.map((flow) => ({ ...flow, rate: flow.id === 'southbound' ? 1 / (5 * DAY) : 0 })),
    };
    const report = driveNode(alone, { ...year, measured: 5000 * DAY });
    // 24 h in all; lifts take 6 h, so that the first of two trains is gone 3 h before the second. Channels are drawn.
    expect(Math.abs(report.flows[0]!.stay!.mean / 3600 - 22.5)).toBeLessThan(2);
  });

  it('change with what an option or a scenario changes at the border, in one place', () => {
    const stay = (option: string, scenario?: string) =>
      hoursOf(compileNode(modelUnder(option, scenario), 'hekou-lao-cai-yard'), 'southbound');
    const today = stay('do-minimum');
    expect(stay('faster-border')).toBeLessThan(0.6 * today);
    expect(stay('bogie-exchange')).toBeLessThan(today);
    expect(stay('new-line')).toBeLessThan(today);
    expect(stay('do-minimum', 'single-window')).toBeLessThan(today);
    expect(stay('do-minimum', 'tight-gates')).toBeGreaterThan(1.5 * today);
  });

  it('say that more comes than can be cleared, when it does', () => {
    const network = compileNode(modelUnder('do-minimum'), 'hekou-lao-cai-yard');
    const crowded = { ...network, flows: network.flows.map((flow) => ({ ...flow, rate: 6 * flow.rate })) };
    const { inside, outside } = driveNode(crowded, { ...year, measured: 60 * DAY });
    expect(outside.waiting + outside.refused).toBeGreaterThan(100);
    expect(inside.end).toBeLessThan(200_000);
  });

  it('run under every option', () => {
    for (const option of files.options.keys()) {
      const model = modelUnder(option);
      for (const id of Object.keys(model.facilities)) {
        const report = driveNode(compileNode(model, id), { ...year, measured: 60 * DAY });
        for (const flow of report.flows) expect(flow.stay!.mean, `${option} ${id} ${flow.id}`).toBeGreaterThan(0);
      }
    }
  });
});
