import type { Stated } from './attributes.ts';
import { checkCorridor } from './checks/index.ts';
import { Diagnostics } from './diagnostics.ts';
import type { CorridorFiles } from './gather.ts';
import { mergeTrees } from './merge.ts';
import type { Corridor } from './model.ts';
import type { Quantity } from './quantity.ts';
import { readThing } from './read.ts';
import { ReadContext } from './read-context.ts';
import { checkReferences } from './references.ts';
import { corridorTable, type optionTable } from './schema/index.ts';
import type { MapNode, Place } from './tree.ts';

/** What reading a corridor returns: the corridor when nothing is wrong, and everything that was found. */
export interface ReadCorridor {
  readonly option: string;
  readonly scenario: string | undefined;
  readonly head: Stated<typeof optionTable> | undefined;
  readonly corridor: Corridor | undefined;
  readonly quantities: readonly Quantity[];
  /** Where each entry stands in the files, by its dotted path. */
  readonly places: ReadonlyMap<string, Place>;
  readonly diagnostics: Diagnostics;
}

/** The option that changes nothing: the corridor as its own files describe it. */
export const present = 'present';

/**
 * Reads a corridor under an option and a scenario: merges the overlays on the tree, reads the result once against the
 * attribute tables, resolves every id and runs every check. All that is wrong is reported at once.
 *
 * @param files - the gathered files
 * @param option - id of an option, or `present`
 * @param scenario - id of a scenario, or undefined
 */
export function readCorridor(files: CorridorFiles, option: string = present, scenario?: string): ReadCorridor {
  const diagnostics = new Diagnostics();
  const context = new ReadContext(diagnostics);
  const overlays = [...chainOf(files, option, diagnostics), ...scenarioOf(files, scenario, diagnostics)];
  const tree = overlays.reduce((below, above) => mergeTrees(below, above, diagnostics), files.tree);
  const corridor = readThing(tree, corridorTable, '', context);
  const elsewhere = { options: [...files.options.keys()], library: files.library };
  checkReferences(context.mentions, corridor, elsewhere, diagnostics);
  const head = files.options.get(option)?.head;
  if (!diagnostics.failed) checkCorridor(corridor, context.places, diagnostics, head?.opens);
  return {
    option,
    scenario,
    head,
    corridor: diagnostics.failed ? undefined : corridor,
    quantities: context.quantities,
    places: context.places,
    diagnostics,
  };
}

/** The overlays of an option from the one furthest below up to itself. */
function chainOf(files: CorridorFiles, option: string, diagnostics: Diagnostics): MapNode[] {
  const chain: MapNode[] = [];
  const seen: string[] = [];
  let id: string | undefined = option === present && !files.options.has(present) ? undefined : option;
  while (id !== undefined) {
    const overlay = files.options.get(id);
    if (!overlay) {
      const below = files.options.get(seen.at(-1) ?? '');
      diagnostics.unknown(below ? 'option.extends' : '', below?.tree.at, 'option', id, files.options.keys());
      break;
    }
    if (seen.includes(id)) {
      const found = [...seen.slice(seen.indexOf(id)), id].join(' → ');
      diagnostics.error('option.extends', overlay.tree.at, 'These options extend each other in a circle.', {
        found,
        expected: 'a chain that ends at the corridor',
      });
      break;
    }
    seen.push(id);
    chain.unshift(overlay.tree);
    id = overlay.head.extends;
  }
  return chain;
}

function scenarioOf(files: CorridorFiles, scenario: string | undefined, diagnostics: Diagnostics): MapNode[] {
  if (scenario === undefined) return [];
  const overlay = files.scenarios.get(scenario);
  if (overlay) return [overlay.tree];
  diagnostics.unknown('', undefined, 'scenario', scenario, files.scenarios.keys());
  return [];
}
