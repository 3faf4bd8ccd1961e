import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Diagnostics, type Node } from '@throughline/engine';
import { parseYaml } from '@throughline/formats';

const path = fileURLToPath(new URL('../../../../library/rolling-noise.yaml', import.meta.url));

/**
 * The spectra of rolling noise that ship with the product.
 *
 * @returns finds the levels of a spectrum by its id, dB
 * @throws Error of the finder, for an id that the library does not have
 */
export function rollingLibrary(): (id: string) => number[] {
  const tree = parseYaml(readFileSync(path, 'utf8'), 'library/rolling-noise.yaml', new Diagnostics());
  const spectra = at(tree, 'rolling_spectra');
  return (id) => {
    const levels = at(at(spectra, id), 'levels');
    if (levels?.kind !== 'list') throw new Error(`the library has no spectrum ${id}`);
    return levels.items.map((item) => Number(item.kind === 'scalar' ? item.value : Number.NaN));
  };
}

function at(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}
