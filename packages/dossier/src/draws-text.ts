import { durationText, numbers, words } from '@throughline/charts';
import type { JourneyRecord } from '@throughline/engine';

/** What became of the draws of a journey: `arrives in 23 of 24 draws; cannot climb in 1`. */
export function drawsText({ draws, total }: JourneyRecord): string {
  const names = words(draws, 'outcome');
  const counts = numbers(draws, 'draws').map((count) => count ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return total ? `arrives in ${durationText(total)}` : 'does not arrive';
  const told = names.map((name, index) => ({ name: name.replaceAll('-', ' '), count: counts[index] ?? 0 }));
  if (told.length === 1)
    return told[0]?.name === 'arrives' ? 'arrives in every draw' : `${told[0]?.name} in every draw`;
  return told.map(({ name, count }, i) => `${name} in ${count}${i === 0 ? ` of ${all} draws` : ''}`).join('; ');
}
