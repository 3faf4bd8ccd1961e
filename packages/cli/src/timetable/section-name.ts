import type { Model } from '@throughline/engine';

/** A section of line by the names of its ends: `line/a/b` becomes `A – B`. */
export function sectionName({ stations }: Model, section: string): string {
  return section
    .split('/')
    .slice(1)
    .map((station) => stations[station]?.name ?? station)
    .join(' – ');
}
