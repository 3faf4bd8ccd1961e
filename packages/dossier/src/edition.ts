import type { MapData } from '@throughline/charts';
import type { Assessment, LineRecord, OptionAssessment, StationRecord } from '@throughline/engine';

/** What the chapters of one dossier share. */
export interface Edition {
  readonly assessment: Assessment;
  /** A document to draw figures in. */
  readonly document: Document;
  readonly mapData: MapData;
  /** Options in the order in which they are told. */
  readonly options: ReadonlyArray<readonly [id: string, option: OptionAssessment]>;
  /** Every line and station of any option, as the first option that has it tells. */
  readonly lines: Readonly<Record<string, LineRecord>>;
  readonly stations: Readonly<Record<string, StationRecord>>;
}

/**
 * Gathers what the chapters share.
 *
 * @param assessment - a study's results
 * @param document - to draw in
 * @param mapData - countries of the world
 */
export function editionOf(assessment: Assessment, document: Document, mapData: MapData): Edition {
  const options = Object.entries(assessment.options).sort(([a, x], [b, y]) => x.order - y.order || (a < b ? -1 : 1));
  const lastFirst = options.map(([, option]) => option).reverse();
  return {
    assessment,
    document,
    mapData,
    options,
    lines: Object.assign({}, ...lastFirst.map((option) => option.lines)),
    stations: Object.assign({}, ...lastFirst.map((option) => option.stations)),
  };
}
