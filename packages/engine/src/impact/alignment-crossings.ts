import { chainageOf, type Model, stationsAlong } from '../corridor/index.ts';
import { type Crossing, crossingOf } from './crossings.ts';
import type { Position } from './lateral-courses.ts';

/** A crossing of a built alignment and a ground feature, or that there is none. */
export interface AlignmentCrossing extends Crossing {
  readonly alignment: string;
  readonly line: string;
  readonly feature: string;
}

/** Half-width of the corridor of an alignment whose line states none, m. */
const unknownWidth = 1000;

/**
 * What every built alignment crosses, certainly or possibly.
 *
 * @param model - the corridor, with alignments and ground features
 * @returns one entry an alignment and feature, those without a crossing too
 * @example
 * ```ts
 * alignmentCrossings(model).filter(({ finding }) => finding === 'certain');
 * ```
 */
export function alignmentCrossings(model: Model): AlignmentCrossing[] {
  return Object.entries(model.alignments).flatMap(([id, { line, begin, end }]) => {
    const course = courseBetween(model, line, begin, end);
    if (course.length < 2) return [];
    const halfWidth = model.lines[line]!.geometry_accuracy ?? unknownWidth;
    return Object.entries(model.ground_features).map(([feature, { kind, outline, accuracy }]) => ({
      alignment: id,
      line,
      feature,
      ...crossingOf(course, halfWidth, {
        kind: kind === 'river' ? 'line' : 'area',
        outline: pairs(outline),
        accuracy,
      }),
    }));
  });
}

type Place = Model['alignments'][string]['begin'];

/** The stations of a part of a line as its course; a course stated for a whole line is taken when the part is all of it. */
function courseBetween(model: Model, id: string, begin: Place, end: Place): Position[] {
  const line = model.lines[id];
  if (!line) return [];
  const along = stationsAlong(line);
  const [from, to] = [chainageOf(line, begin) ?? 0, chainageOf(line, end) ?? 0];
  if (line.geometry && from <= along[0]!.at && to >= along.at(-1)!.at) return pairs(line.geometry);
  return along.flatMap(({ station, at }): Position[] => {
    const position = model.stations[station]?.position;
    return position && at >= from && at <= to ? [position as unknown as Position] : [];
  });
}

function pairs(geometry: unknown): Position[] {
  return geometry as Position[];
}
