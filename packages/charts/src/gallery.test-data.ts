import type { Assessment } from '@throughline/engine';
import { demandFigures } from './demand-figures.test-data.ts';
import {
  type ChartFigure,
  chainDiagram,
  corridorMap,
  elevationProfile,
  energyBars,
  interoperabilityMatrix,
  journeyBars,
  type MapData,
  phaseBar,
  speedDistance,
} from './index.ts';
import { operationsFigures } from './operations.test-data.ts';
import { timetableFigures } from './timetable-figures.test-data.ts';

/**
 * One figure of each kind, drawn from an assessment.
 *
 * @param assessment - with a main journey and a main border
 * @param mapData - countries of the world
 */
export function galleryFigures(assessment: Assessment, mapData: MapData): ChartFigure[] {
  const option = Object.values(assessment.options)[0]!;
  const [name, service] = Object.entries(option.services).find(([, { outcome }]) => outcome.kind === 'run')!;
  const run = service.outcome;
  if (run.kind !== 'run') throw new Error('The gallery needs a run.');
  const { stations, lines } = option;
  return [
    corridorMap({
      id: 'corridor-map',
      title: assessment.corridor.title,
      lines,
      stations,
      countries: Object.values(assessment.corridor.countries).map((country) => country.name),
      mapData,
    }),
    journeyBars(assessment, assessment.corridor.main_journey ?? ''),
    interoperabilityMatrix(assessment, assessment.corridor.main_border ?? ''),
    speedDistance({ id: `speed-${name}`, title: service.name, run, stations }),
    elevationProfile({ id: `elevation-${name}`, title: service.name, run, stations, lines }),
    energyBars('energy', `Energy: ${option.title}`, option.services),
    phaseBar(`phases-${name}`, service.name, run.phases),
    chainDiagram({
      id: 'minerals-chain',
      title: 'Ore from mine to buyer',
      stages: ['Mined', 'Refined', 'Bought'],
      massUnit: 'kt/year',
      valueUnit: 'MUSD/year',
      home: 'South',
      flows: [
        { stage: 0, from: 'North', to: 'North', mass: 30, value: 300 },
        { stage: 0, from: 'South', to: 'North', mass: 2, value: 15 },
        { stage: 0, from: 'South', to: 'South', mass: 0.1, value: 1 },
        { stage: 1, from: 'North', to: 'East', mass: 20, value: 400 },
        { stage: 1, from: 'South', to: 'East', mass: 0.08, value: 2 },
      ],
    }),
    ...timetableFigures(),
    ...operationsFigures(),
    ...demandFigures(mapData),
  ];
}
