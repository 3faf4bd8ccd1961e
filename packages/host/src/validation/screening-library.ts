import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Diagnostics, type Node, type ScreeningRule, type ScreeningScheme } from '@throughline/engine';
import { parseYaml } from '@throughline/formats';

const path = fileURLToPath(new URL('../../../../library/screening.yaml', import.meta.url));

/** The rules of banks and states that ship with the product, as `screen` takes them. */
export function screeningLibrary(): { schemes: ScreeningScheme[]; rules: ScreeningRule[] } {
  const tree = parseYaml(readFileSync(path, 'utf8'), 'library/screening.yaml', new Diagnostics());
  const schemes = entriesOf(at(tree, 'screening_schemes')).map(([id, scheme]) => ({
    id,
    categories: entriesOf(at(scheme, 'categories'))
      .sort(([, a], [, b]) => Number(plain(at(a, 'rank'))) - Number(plain(at(b, 'rank'))))
      .map(([category]) => category),
  }));
  const rules = entriesOf(at(tree, 'screening_rules')).map(([id, rule]) => ({
    id,
    scheme: String(plain(at(rule, 'scheme'))),
    category: String(plain(at(rule, 'category'))),
    reference: String(plain(at(rule, 'reference'))),
    conditions: entriesOf(at(rule, 'when')).map(([fact, condition]) => ({
      fact,
      atLeast: Number(plain(at(condition, 'at_least'))),
    })),
  }));
  return { schemes, rules };
}

function at(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

function entriesOf(node: Node | undefined): Array<[string, Node]> {
  return node?.kind === 'map' ? [...node.entries].map(([key, { value }]) => [key, value]) : [];
}

function plain(node: Node | undefined): unknown {
  return node?.kind === 'scalar' ? node.value : undefined;
}
