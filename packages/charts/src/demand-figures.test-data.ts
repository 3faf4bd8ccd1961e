import { type ChartFigure, flowMap, type MapData, modeShares, sectionFlows } from './index.ts';

const zones = {
  kunming: { name: 'Kunming', kind: 'region', position: [25.04, 102.72] },
  gate: { name: 'Gate', kind: 'gate', position: [22.52, 103.94] },
  hanoi: { name: 'Hanoi', kind: 'region', position: [21.03, 105.85] },
  port: { name: 'Hải Phòng', kind: 'region', position: [20.86, 106.68] },
  nanning: { name: 'Nanning', kind: 'region', position: [22.82, 108.32] },
} as const;

/** Figures of demand: who carries what, tonnes along a line, and flows on the map; the numbers are made up. */
export function demandFigures(mapData: MapData): ChartFigure[] {
  const flow = (from: string, to: string, mode: string, before: number, after: number) => ({
    from,
    to,
    mode,
    before,
    after,
  });
  const part = (group: string, mode: string, before: number, after: number) => ({ group, mode, before, after });
  return [
    modeShares({
      id: 'mode-shares',
      title: 'Who carries what',
      unit: 'Mt/year',
      moments: ['2031', '2032'],
      flows: [
        part('Fresh fruit', 'this railway', 0.01, 0.12),
        part('Fresh fruit', 'road', 1.4, 1.3),
        part('Sulphur', 'this railway', 0.45, 0.65),
        part('Sulphur', 'sea', 2.8, 2.7),
        part('Containers', 'this railway', 0.1, 0.2),
        part('Containers', 'other railway', 0.5, 0.5),
        part('Containers', 'road', 9, 8.9),
        part('Containers', 'sea', 12, 12),
        part('Travellers', 'this railway', 1.2, 2.2),
        part('Travellers', 'road', 20, 19.5),
        part('Travellers', 'air', 0.3, 0.25),
      ],
    }),
    sectionFlows({
      id: 'section-flows',
      title: 'Tonnes along the line',
      years: [2032, 2042, 2062],
      sections: [
        { from: 'Kunming', to: 'Mengzi North', begin: 0, end: 250, tonnes: [1, 1.3, 1.9], room: [8, 8, 7] },
        { from: 'Mengzi North', to: 'Hekou North', begin: 250, end: 388, tonnes: [1, 1.3, 1.9], room: [4.2, 4.1, 4] },
        { from: 'Hekou North', to: 'Lào Cai', begin: 388, end: 400, tonnes: [1, 1.3, 1.9], room: [2, 2, 2.1] },
        { from: 'Lào Cai', to: 'Yên Bái', begin: 400, end: 540, tonnes: [1.8, 2.2, 3], room: [3.4, 3.2, 3.2] },
        { from: 'Yên Bái', to: 'Yên Viên', begin: 540, end: 680, tonnes: [1.4, 1.9, 2.6], room: [null, 6, 6] },
        { from: 'Yên Viên', to: 'Hải Phòng', begin: 680, end: 780, tonnes: [0.8, 1, 1.4], room: [3, 3, 3] },
      ],
    }),
    flowMap({
      id: 'flow-map',
      title: 'Goods between zones',
      unit: 'Mt/year',
      moments: ['2031', '2032'],
      zones,
      flows: [
        flow('kunming', 'hanoi', 'this railway', 0.6, 1),
        flow('kunming', 'gate', 'road', 2.5, 2.4),
        flow('gate', 'hanoi', 'road', 2.5, 2.4),
        flow('nanning', 'hanoi', 'other railway', 0.4, 0.4),
        flow('nanning', 'hanoi', 'road', 8, 8),
        flow('nanning', 'port', 'sea', 10, 10),
        flow('kunming', 'nanning', 'rail', 4, 3.9),
      ],
      countries: ['China', 'Vietnam'],
      mapData,
    }),
  ];
}
