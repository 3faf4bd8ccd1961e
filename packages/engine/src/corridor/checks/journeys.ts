import type { CheckContext } from './context.ts';

/**
 * Journeys: every leg begins where the one before ended, or both at the same border.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkJourneys(context); // a journey with a gap is now among `context.diagnostics.all`
 * ```
 */
export function checkJourneys({ model, diagnostics, placeOf }: CheckContext): void {
  for (const [id, journey] of Object.entries(model.journeys)) {
    const path = `journeys.${id}`;
    if (journey.legs.length === 0)
      diagnostics.error(`${path}.legs`, placeOf(path), 'A journey has at least one leg.', {
        found: 'none',
        expected: 'ids of services',
      });
    for (let i = 1; i < journey.legs.length; i++) {
      const before = model.services[journey.legs[i - 1]]?.route.at(-1);
      const after = model.services[journey.legs[i]]?.route[0];
      if (before === undefined || after === undefined || before === after) continue;
      const together = Object.values(model.borders).some((border) => {
        const stations = Object.values(border.approaches).map((approach) => approach.at);
        return stations.includes(before) && stations.includes(after);
      });
      if (together) continue;
      diagnostics.error(`${path}.legs`, placeOf(path), `Leg ${i + 1} does not begin where leg ${i} ends.`, {
        found: `${journey.legs[i - 1]} ends at ${before}, ${journey.legs[i]} begins at ${after}`,
        expected: 'the same station, or the two stations of one border',
      });
    }
  }
}
