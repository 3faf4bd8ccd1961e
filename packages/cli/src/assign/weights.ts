import { readFile } from 'node:fs/promises';
import { readTntpWeights, type TntpNetwork, type TntpWeights } from '@throughline/formats';
import type { AssignOptions } from './assign-options.ts';

/**
 * What toll and length count: as the command line says, or the file, or the description beside it, or nothing.
 *
 * @param network - whose metadata may state weights
 * @param options - of the command line
 * @param description - path of the description, which need not be there
 * @returns the weights, and what is to be told about where they come from
 */
export async function weightsFor(
  network: TntpNetwork,
  options: AssignOptions,
  description: string,
): Promise<{ weights: TntpWeights; note: readonly string[] }> {
  const described = readTntpWeights(await readFile(description, 'utf8').catch(() => ''));
  const toll = chosen(options.tollWeight, network.tollWeight, described.toll);
  const distance = chosen(options.distanceWeight, network.distanceWeight, described.distance);
  const weights = { toll: toll.value, distance: distance.value };
  const matters = network.links.some((link) => link.toll !== 0) || weights.distance > 0 || weights.toll > 0;
  if (!matters || (toll.from === 'option' && distance.from === 'option')) return { weights, note: [] };
  const words = { option: 'as told', file: 'from the file', described: `from ${description}`, none: 'none is stated' };
  return {
    weights,
    note: [
      `Weights: toll ${weights.toll} (${words[toll.from]}), distance ${weights.distance} (${words[distance.from]}).`,
    ],
  };
}

type Origin = 'option' | 'file' | 'described' | 'none';

function chosen(
  option: number | undefined,
  file: number | undefined,
  described: number | undefined,
): { value: number; from: Origin } {
  if (option !== undefined) return { value: option, from: 'option' };
  if (file !== undefined) return { value: file, from: 'file' };
  if (described !== undefined) return { value: described, from: 'described' };
  return { value: 0, from: 'none' };
}
