import { type ChartFigure, occupancyBars, trainGraph } from './index.ts';
import type { GraphBlocking, GraphTrain } from './train-graph-input.ts';

const names = [
  'Yên Bái',
  'Cổ Phúc',
  'Ngòi Hóp',
  'Mậu A',
  'Mậu Đông',
  'Trái Hút',
  'Lâm Giang',
  'Lang Khay',
  'Lang Thíp',
];
names.push('Bảo Hà', 'Thái Văn', 'Cầu Nhò', 'Phố Lu', 'Lạng', 'Thái Niên', 'Làng Giàng', 'Lào Cai');
const stations = names.map((name, index) => ({ name, distance: 8_600 * index + (index % 3) * 900 }));

/** Trains put one after the other into the first gaps of each single-track section. */
function timetable(wanted: ReadonlyArray<readonly [label: string, kind: string, start: number, speed: number]>) {
  const held = stations.map(() => [] as Array<readonly [from: number, to: number]>);
  const blocking: GraphBlocking[] = [];
  const trains = wanted.map(([label, kind, start, speed], index): GraphTrain => {
    const way = stations.map((_, at) => at);
    if (index % 2 === 1) way.reverse();
    let now = start;
    const points = [{ distance: stations[way[0]!]!.distance, time: now }];
    for (let i = 0; i + 1 < way.length; i++) {
      const [from, to] = [stations[way[i]!]!.distance, stations[way[i + 1]!]!.distance];
      const section = Math.min(way[i]!, way[i + 1]!);
      const runs = Math.abs(to - from) / speed;
      let leaves = now;
      for (const [taken, freed] of [...held[section]!].sort((a, b) => a[0] - b[0])) {
        if (taken < leaves + runs + 180 && freed > leaves - 120) leaves = freed + 120;
      }
      held[section]!.push([leaves - 120, leaves + runs + 180]);
      blocking.push({ train: label, from, to, start: leaves - 120, end: leaves + runs + 180 });
      points.push({ distance: from, time: leaves }, { distance: to, time: leaves + runs });
      now = leaves + runs;
    }
    return { id: label, label, kind, points };
  });
  return { trains, blocking };
}

const hour = 3600;
const { trains, blocking } = timetable([
  ['SP1', 'Passenger', 22 * hour, 15],
  ['SP2', 'Passenger', 21 * hour, 15],
  ['SP3', 'Passenger', 5 * hour, 15],
  ['SP4', 'Passenger', 8.5 * hour, 15],
  ...Array.from({ length: 10 }, (_, i) => [`${301 + i}`, 'Freight', (1 + 2.3 * i) * hour, 10.5] as const),
  ['M1', 'Pick-up', 9.4 * hour, 7],
]);

/** Figures of a timetable: the whole day, some hours with blocking times and a conflict, and the occupancy. */
export function timetableFigures(): ChartFigure[] {
  return [
    trainGraph({ id: 'train-graph', title: 'Yên Bái – Lào Cai, a day', stations, trains }),
    trainGraph({
      id: 'train-graph-blocking',
      title: 'Yên Bái – Lào Cai, 6 to 10 o’clock, with blocking times',
      stations,
      trains,
      blocking,
      conflicts: [{ distance: stations[12]!.distance, time: 8.83 * hour, what: '303 and 304 want track 2' }],
      window: { from: 6 * hour, to: 10 * hour },
    }),
    occupancyBars({
      id: 'occupancy',
      title: 'Occupancy by section',
      window: '24 hours, compressed by UIC 406',
      sections: [
        { name: 'Yên Viên – Việt Trì', occupancy: 0.382, limit: 0.6, trains: '34 trains' },
        { name: 'Việt Trì – Yên Bái', occupancy: 0.571, limit: 0.6, trains: '40 trains' },
        { name: 'Yên Bái – Phố Lu', occupancy: 0.718, limit: 0.6, trains: '46 trains' },
        { name: 'Phố Lu – Lào Cai', occupancy: 0.6, limit: 0.6, trains: '33 trains' },
      ],
    }),
  ];
}
