import type { Stated } from './attributes.ts';
import { checkCorridor } from './checks/index.ts';
import { Diagnostics } from './diagnostics.ts';
import type { CorridorFiles, Overlay } from './gather.ts';
import { mergeTrees } from './merge.ts';
import type { Corridor } from './model.ts';
import type { Quantity } from './quantity.ts';
import { readThing } from './read.ts';
import { ReadContext } from './read-context.ts';
import { checkReferences } from './references.ts';
import { corridorTable, type optionTable } from './schema/index.ts';
import type { Place } from './tree.ts';

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
 * @returns the corridor, or none where anything is wrong, with all that was found
 * @example
 * ```ts
 * const { corridor, diagnostics } = readCorridor(files, 'new-line', 'high-demand');
 * if (!corridor) throw new Error(diagnostics.all.map(formatDiagnostic).join('\n'));
 * ```
 */
export function readCorridor(files: CorridorFiles, option: string = present, scenario?: string): ReadCorridor {
  const diagnostics = new Diagnostics();
  const context = new ReadContext(diagnostics);
  const overlays = [...chainOf(files, option, diagnostics), ...scenarioOf(files, scenario, diagnostics)];
  const tree = overlays.reduce((below, { tree: above }) => mergeTrees(below, above, diagnostics), files.tree);
  const corridor = readThing(tree, corridorTable, '', context);
  const elsewhere = { options: [...files.options.keys()], library: files.library };
  const mentions = [...overlays.flatMap((overlay) => overlay.mentions), ...context.mentions];
  checkReferences(mentions, corridor, elsewhere, diagnostics);
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

/** An overlay as far as laying it over the corridor goes. */
type Laid = Pick<Overlay<unknown>, 'tree' | 'mentions'>;

/** The overlays of an option from the one furthest below up to itself. */
function chainOf(files: CorridorFiles, option: string, diagnostics: Diagnostics): Laid[] {
  const chain: Laid[] = [];
  const seen: string[] = [];
  let id: string | undefined = option === present && !files.options.has(present) ? undefined : option;
  while (id !== undefined) {
    const overlay = files.options.get(id);
    if (!overlay) {
      // What an option extends is mentioned in its head and found missing with the other ids.
      if (seen.length === 0) diagnostics.unknown('', undefined, 'option', id, files.options.keys());
      break;
    }
    if (seen.includes(id)) {
      const found = [...seen.slice(seen.indexOf(id)), id].join(' → ');
      const at = overlay.mentions.find(({ collection }) => collection === 'options')?.at ?? overlay.tree.at;
      diagnostics.error('option.extends', at, 'These options extend each other in a circle.', {
        found,
        expected: 'a chain that ends at the corridor',
      });
      break;
    }
    seen.push(id);
    chain.unshift(overlay);
    id = overlay.head.extends;
  }
  return chain;
}

function scenarioOf(files: CorridorFiles, scenario: string | undefined, diagnostics: Diagnostics): Laid[] {
  if (scenario === undefined) return [];
  const overlay = files.scenarios.get(scenario);
  if (overlay) return [overlay];
  diagnostics.unknown('', undefined, 'scenario', scenario, files.scenarios.keys());
  return [];
}
