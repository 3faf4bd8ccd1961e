import type { OptionAssessment } from '@throughline/engine';

/**
 * How goods cross a border: as the main journey does where it crosses there, else by whatever the border offers.
 *
 * @param option - whose border
 * @param border - id of the border
 * @param journey - id of the main journey
 */
export function goodsCrossing({ borders, journeys }: OptionAssessment, border: string, journey: string | null): string {
  const parts = journey === null ? [] : (journeys[journey]?.parts ?? []);
  const taken = parts.flatMap(({ what, id, how }) => (what === 'border' && id === border && how !== null ? [how] : []));
  return (taken.length > 0 ? taken : (borders[border]?.freight ?? [])).join(' or ') || '–';
}
