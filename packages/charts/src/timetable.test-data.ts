import type { Series, TimetableRecord } from '@throughline/engine';

const restsOn = 'services';
const figure = (value: number, unit: string) => ({ value, unit, rests_on: restsOn });

function series(columns: ReadonlyArray<readonly [string, string | null, Series['columns'][number]['values']]>): Series {
  return { columns: columns.map(([name, unit, values]) => ({ name, unit, values })), rests_on: restsOn };
}

/** Trains of the made-up timetable: service, number, departure and hours alone, minutes waited. */
const rows = [
  ['north-freight', 1, 6, 7.9, 0],
  ['north-freight', 2, 18.5, 7.9, 12],
  ['south-freight', 1, 2.25, 12.5, 45],
  ['south-freight', 2, 14, 12.5, 0],
  ['night', 1, 22, 7.9, 5],
] as const;

/** Stations of two lines, with their distances in km. */
const lines = {
  'kunming-hekou': [
    ['kunming', 0],
    ['yuxi', 90],
    ['mengzi', 250],
    ['hekou', 388],
  ],
  'lao-cai-hai-phong': [
    ['lao-cai', 0],
    ['yen-bai', 140],
    ['yen-vien', 285],
    ['hai-phong', 390],
  ],
} as const;

function graph(line: keyof typeof lines, services: readonly string[]) {
  const stations = lines[line];
  const length = stations.at(-1)![1];
  const points = rows
    .filter(([service]) => services.includes(service))
    .flatMap(([service, number, departure, alone, wait]) =>
      stations.map(([, distance], i) => ({
        train: `${service} ${number}`,
        distance,
        time: departure + (distance / length) * alone + (i > 1 ? wait / 60 : 0),
      })),
    );
  return {
    stations: series([
      ['station', null, stations.map(([station]) => station)],
      ['distance', 'km', stations.map(([, distance]) => distance)],
    ]),
    points: series([
      ['train', null, points.map(({ train }) => train)],
      ['kind', null, points.map(() => 'Container train')],
      ['distance', 'km', points.map(({ distance }) => distance)],
      ['time', 'h', points.map(({ time }) => time)],
    ]),
  };
}

const sections = Object.entries(lines).flatMap(([line, stations]) =>
  stations.slice(1).map(([to, end], i) => ({ line, from: stations[i]![0], to, length: end - stations[i]![1] })),
);

/** A small timetable of the lines of the fixture: five trains, one kind of which is refused. */
export function fixtureTimetable(): TimetableRecord {
  const occupancy = [0.21, 0.34, 0.4, 0.72, 0.55, 0.3];
  return {
    trains: series([
      ['train', null, rows.map(([service, number]) => `${service} ${number}`)],
      ['service', null, rows.map(([service]) => service)],
      ['departure', 'h', rows.map((row) => row[2])],
      ['arrival', 'h', rows.map((row) => (row[2] + row[3] + row[4] / 60) % 24)],
      ['journey', 'h', rows.map((row) => row[3] + row[4] / 60)],
      ['alone', 'h', rows.map((row) => row[3])],
      ['waiting', 'min', rows.map((row) => row[4])],
    ]),
    graphs: {
      'kunming-hekou': graph('kunming-hekou', ['north-freight']),
      'lao-cai-hai-phong': graph('lao-cai-hai-phong', ['south-freight', 'night']),
    },
    sections: series([
      ['section', null, sections.map(({ line, from, to }) => `${line}/${from}/${to}`)],
      ['line', null, sections.map(({ line }) => line)],
      ['from', null, sections.map(({ from }) => from)],
      ['to', null, sections.map(({ to }) => to)],
      ['length', 'km', sections.map(({ length }) => length)],
      ['trains', 'train/day', sections.map(({ line }) => (line === 'kunming-hekou' ? 2 : 3))],
      ['occupancy', '1', occupancy],
      ['limit', '1', sections.map(() => 0.6)],
      ['consumption', '1', occupancy.map((share) => share / 0.6)],
      ['parallel pairs', 'pair/day', [8.4, 6.1, 5.5, 4.2, 5.9, null]],
      ['goods pairs', 'pair/day', [8, 5.5, 4.5, 3, 4.5, null]],
      ['parallel trains', 'train/day', [null, null, null, null, null, null]],
      ['goods trains', 'train/day', [null, null, null, null, null, null]],
      ['why none', null, [null, null, null, null, null, 'ordinary goods trains do not run both ways']],
      ['Scott', 'train/day', [11.9, 9.2, 8.8, 6.3, 8.1, null]],
    ]),
    binding: { section: 'lao-cai-hai-phong/lao-cai/yen-bai', occupancy: figure(0.72, '1') },
    waits: series([
      ['reason', null, ['crossing', 'overtaking']],
      ['waits', '1', [4, 1]],
      ['time', 'h', [1.2, 0.1]],
    ]),
    refused: [
      {
        service: 'heavy',
        count: figure(3, 'train/day'),
        reason: 'The train stalls on 24 ‰ at km 301.2.',
        section: null,
      },
      {
        service: 'south-freight',
        count: figure(1, 'train/day'),
        reason: 'no path is free from Lao Cai to Yen Bai within a journey of 25.0 h',
        section: 'lao-cai-hai-phong/lao-cai/yen-bai',
      },
    ],
    saturations: [
      {
        services: ['north-freight'],
        added: figure(7, 'train/day'),
        refused: {
          service: 'north-freight',
          reason: 'no path is free from Yuxi to Mengzi North within a journey of 15.8 h',
          section: 'kunming-hekou/yuxi/mengzi',
        },
      },
      { services: ['south-freight'], added: figure(0, 'train/day'), refused: null },
    ],
    published: [
      {
        line: 'lao-cai-hai-phong',
        id: 'upper',
        from: 'lao-cai',
        to: 'yen-bai',
        section: 'lao-cai-hai-phong/lao-cai/yen-bai',
        published: figure(17, 'pair/day'),
        parallel: figure(4.2, 'pair/day'),
        goods: figure(3, 'pair/day'),
        trains: figure(3, 'train/day'),
      },
    ],
    works: [
      {
        kind: 'crossing station',
        line: 'lao-cai-hai-phong',
        section: 'lao-cai-hai-phong/lao-cai/yen-bai',
        station: null,
        at: figure(70, 'km'),
        gained: figure(6, 'train/day'),
        before: figure(9, 'train/day'),
        after: figure(15, 'train/day'),
        refused: null,
      },
    ],
    extension: figure(1.021, '1'),
  };
}
