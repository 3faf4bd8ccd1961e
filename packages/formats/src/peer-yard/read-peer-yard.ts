import type { NodeNetwork, NodeStep } from '@throughline/engine';
import { CaseReader, parseCaseJson } from '../running-cases/case-reader.ts';

const MINUTE = 60;

/** A yard and how it is to be watched; times in s. */
export interface PeerYard {
  readonly network: NodeNetwork;
  readonly warmUp: number;
  readonly measured: number;
  readonly replications: number;
}

/**
 * Reads the neutral transshipment yard (`corridor-yard/1`) as a process network: trains wait for a track, keep it until
 * their last container is unloaded, containers are cleared and leave in full trains.
 *
 * @param text - the JSON text
 * @returns the network, with its flow at the stated rate, and how long it is watched
 * @throws CaseFileError with the place of every fault
 * @example
 * ```ts
 * driveNode(readPeerYard(text).network, { seed: 1, draw: 0, warmUp: 864_000, measured: 31_536_000 });
 * ```
 */
export function readPeerYard(text: string): PeerYard {
  const reader = new CaseReader();
  const file = reader.object(parseCaseJson(text), 'file');
  reader.choice(file.format, 'format', ['corridor-yard/1']);
  reader.choice(file.timeUnit, 'timeUnit', ['min']);
  const part = (name: string) => reader.object(file[name], name);
  const [arrivals, tracks, cranes, customs, outgoing] = (
    ['arrivals', 'transferTracks', 'cranes', 'customs', 'outgoing'] as const
  ).map(part) as [Part, Part, Part, Part, Part];
  reader.choice(arrivals.process, 'arrivals.process', ['poisson']);
  const exponential = (of: Part, name: string): Pick<NodeStep, 'time' | 'spread'> => {
    reader.choice(of.serviceDistribution, `${name}.serviceDistribution`, ['exponential']);
    return { time: [MINUTE * positive(reader, of.meanMin, `${name}.meanMin`)], spread: { kind: 'exponential' } };
  };
  const perTrain = positive(reader, arrivals.containersPerTrain, 'arrivals.containersPerTrain');
  const plain = { unit: 'train', time: [0], spread: { kind: 'fixed' }, uses: [], takes: -1, givesBack: [] } as const;
  const rest = { gathers: 0, joins: false, priority: 0, next: [], routes: [], leaves: false } as const;
  const step = (id: string, name: string, of: Partial<NodeStep>): NodeStep => ({ id, name, ...plain, ...rest, ...of });
  const yard: PeerYard = {
    network: {
      id: 'yard',
      name: typeof file.name === 'string' ? file.name : 'Yard',
      clock: 0,
      steps: [
        step('arrival', 'Arrival', { next: [1] }),
        step('track', 'Standing on a transfer track', { takes: 0, next: [2] }),
        step('unload', 'Unloading', {
          unit: 'container',
          ...exponential(cranes, 'cranes'),
          uses: [0],
          givesBack: [0],
          next: [3],
        }),
        step('customs', 'Customs', { unit: 'container', ...exponential(customs, 'customs'), uses: [1], next: [4] }),
        step('assembly', 'Assembly of a train', {
          time: [MINUTE * reader.number(outgoing.assemblyMin, 'outgoing.assemblyMin')],
          gathers: positive(reader, outgoing.containersPerTrain, 'outgoing.containersPerTrain'),
          leaves: true,
        }),
      ],
      resources: [
        {
          id: 'cranes',
          name: 'cranes',
          count: positive(reader, cranes.count, 'cranes.count'),
          hours: null,
          breakdowns: null,
        },
        {
          id: 'officers',
          name: 'officers',
          count: positive(reader, customs.officers, 'customs.officers'),
          hours: null,
          breakdowns: null,
        },
      ],
      storages: [
        {
          id: 'tracks',
          name: 'transfer tracks',
          unit: 'train',
          room: positive(reader, tracks.count, 'transferTracks.count'),
        },
      ],
      flows: [
        {
          id: 'trains',
          name: 'Trains',
          unit: 'train',
          contents: { container: perTrain },
          enters: 0,
          declared: [],
          notice: 0,
          priority: 0,
          rate: 1 / (MINUTE * positive(reader, arrivals.meanInterarrivalMin, 'arrivals.meanInterarrivalMin')),
          arrivals: 'random',
          services: [],
          onward: [],
        },
      ],
    },
    warmUp: MINUTE * reader.number(file.warmUpMin, 'warmUpMin'),
    measured: MINUTE * positive(reader, file.measuredMin, 'measuredMin'),
    replications: positive(reader, file.replications, 'replications'),
  };
  reader.throwIfAny();
  return yard;
}

type Part = Record<string, unknown>;

function positive(reader: CaseReader, value: unknown, place: string): number {
  const number = reader.number(value, place, 'a number above 0');
  if (number <= 0) reader.fault(place, number, 'a number above 0');
  return Math.max(number, 1e-9);
}
