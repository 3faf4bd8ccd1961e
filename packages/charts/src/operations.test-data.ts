import type { OperationsRecord } from '@throughline/engine';
import { hourProfile } from './hour-profile.ts';
import { hoursByCause } from './hours-by-cause.ts';
import { leverGains } from './lever-gains.ts';

const figure = (value: number, unit: string) => ({ value, unit, rests_on: 'operations' });
const series = (
  ...columns: ReadonlyArray<readonly [name: string, unit: string | null, values: ReadonlyArray<number | string | null>]>
) => ({ columns: columns.map(([name, unit, values]) => ({ name, unit, values })), rests_on: 'operations' });

const groups = ['running', 'stops', 'other trains', 'closed line', 'late start', 'border', 'waiting for a train'];
const hours = [21.4, 3.2, 4.1, 1.3, 1, 25.2, 6.6];

/** Simulated days of the made-up corridor. */
export function fixtureOperations(): OperationsRecord {
  const total = hours.reduce((sum, time) => sum + time, 0);
  const times = { half_width: figure(0.8, 'h'), p10: figure(48.2, 'h'), p50: figure(61, 'h'), p90: figure(79.5, 'h') };
  return {
    days: figure(365, 'd'),
    replications: figure(2, '1'),
    agreement: null,
    dispatch: 'first come',
    journeys: {
      container: {
        mean: figure(total, 'h'),
        ...times,
        groups: series(['group', null, groups], ['time', 'h', hours]),
        causes: series(['cause', null, groups], ['group', null, groups], ['time', 'h', hours]),
      },
    },
    services: series(
      ['service', null, ['north-freight']],
      ['planned', 'train/day', [6]],
      ['arrived', 'train/day', [5.6]],
      ['cancelled', 'train/day', [0.3]],
      ['nothing to carry', 'train/day', [0]],
      ['given up', 'train/day', [0.1]],
      ['time', 'h', [9.2]],
      ['p90', 'h', [12.9]],
      ['within 5 min', '1', [0.31]],
      ['within 15 min', '1', [0.44]],
      ['within 60 min', '1', [0.7]],
      ['moved', 't/day', [4200]],
      ['containers', 'TEU/day', [280]],
    ),
    commodities: series(
      ['commodity', null, ['Containers']],
      ['time', 'h', [9.2]],
      ['trains that carry it', 't/day', [4200]],
    ),
    queues: series(
      ['node', null, Array.from({ length: 48 }, () => 'yard')],
      ['step', null, Array.from({ length: 48 }, (_, i) => (i < 24 ? 'customs' : 'cranes'))],
      ['hour', 'h', Array.from({ length: 48 }, (_, i) => i % 24)],
      ['queue', '1', Array.from({ length: 48 }, (_, i) => (i < 24 ? curve(i, 3.4) : curve(i - 24, 1.2)))],
    ),
    resources: series(
      ['node', null, ['yard', 'yard']],
      ['resource', null, ['officers', 'cranes']],
      ['use', '1', [0.86, 0.52]],
      ['busy at the busiest hour', '1', [3.8, 1.4]],
    ),
    elements: series(
      ['kind', null, ['border', 'line']],
      ['element', null, ['Yard: officers', 'northern/a/b']],
      ['use', '1', [0.86, 0.47]],
      ['limit', '1', [0.8, 0.6]],
    ),
    binding: { kind: 'border', name: 'Yard: officers', use: figure(0.86, '1') },
    overload: [],
    fleets: series(
      ['fleet', null, ['Engines']],
      ['units', '1', [14]],
      ['needed', '1', [12]],
      ['on trains', '1', [7.4]],
      ['at most', '1', [13]],
      ['sent over', '1', [0.2]],
      ['under repair', '1', [0.4]],
      ['light runs', '1/day', [1.1]],
      ['trains that waited', '1', [0.12]],
      ['mean wait', 'min', [14]],
      ['trains given up', 'train/day', [0]],
    ),
    vehicles: series(['vehicle', null, ['Engine']], ['mean', '1', [7.4]], ['most', '1', [13]]),
    levers: series(
      ['facility', null, ['Yard', 'Yard']],
      ['resource', null, ['Officers', 'Cranes']],
      ['change', null, ['an hour longer', 'one more']],
      ['use', '1', [0.86, 0.52]],
      ['stay', 'h', [41.2, 41.2]],
      ['change of stay', 'h', [-3.6, -0.2]],
      ['half width', 'h', [0.8, 0.5]],
    ),
  };
}

/** Few wait in the morning, most when the shift ends. */
function curve(hour: number, most: number): number {
  return hour < 8 ? most : (most * (24 - hour)) / 24;
}

/** Figures of simulated days. */
export function operationsFigures() {
  const parts = (factor: number) =>
    groups.map((cause, i) => ({ cause, hours: (hours[i] ?? 0) * (i === 0 ? 1 : factor) }));
  return [
    hoursByCause({
      id: 'hours-by-cause',
      title: 'Where the hours go: container',
      caption: 'Means over all shipments that arrived.',
      rows: [
        { label: 'Nothing is built', parts: parts(1), halfWidth: 0.8, p90: 79.5 },
        { label: 'Papers before arrival', parts: parts(0.55), halfWidth: 0.5, p90: 52.1 },
        { label: 'A new line', parts: parts(0.2), halfWidth: 0.3, p90: null },
      ],
    }),
    hourProfile({
      id: 'queues-by-hour',
      title: 'Who waits at the border, by hour of the day',
      caption: 'Mean number that waits.',
      axis: 'waiting',
      curves: [
        { label: 'Customs', values: Array.from({ length: 24 }, (_, i) => curve(i, 3.4)) },
        { label: 'Cranes', values: Array.from({ length: 24 }, (_, i) => curve(i, 1.2)) },
      ],
    }),
    leverGains({
      id: 'lever-gains',
      title: 'What one more buys',
      caption: 'Change of the mean stay.',
      gains: [
        { label: 'Officers: an hour longer', place: 'Yard', hours: -3.6, halfWidth: 0.8, use: 0.86 },
        { label: 'Cranes: one more', place: 'Yard', hours: -0.2, halfWidth: 0.5, use: 0.52 },
      ],
    }),
  ];
}
