import type { Fleet } from '../../corridor/index.ts';

const missing: Readonly<Record<Fleet['kind'], string>> = {
  locomotives: 'no locomotive',
  'multiple units': 'no multiple unit',
  wagons: 'no wagons',
  crews: 'no crew',
};

/**
 * What the wait for a unit of a fleet is called among the causes of a train's time.
 *
 * @param fleet - the fleet
 * @example
 * ```ts
 * missingUnits({ kind: 'crews' }); // 'no crew'
 * ```
 */
export function missingUnits({ kind }: Pick<Fleet, 'kind'>): string {
  return missing[kind];
}
