import type { Assessment } from '@throughline/engine';
import { demandFigures } from './demand-figures.test-data.ts';
import {
  type ChartFigure,
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
    ...timetableFigures(),
    ...operationsFigures(),
    ...demandFigures(mapData),
  ];
}
