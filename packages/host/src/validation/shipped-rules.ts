import { readFileSync } from 'node:fs';
import {
  aidRuleTable,
  type DebtFramework,
  Diagnostics,
  type Drawn,
  debtFrameworkTable,
  isQuantity,
  type MapNode,
  ReadContext,
  readThing,
  statedRange,
  type Table,
} from '@throughline/engine';
import { parseYaml } from '@throughline/formats/yaml';

const path = new URL('../../../../library/finance-rules.yaml', import.meta.url);

/** What the OECD counts as aid: discount rate and least grant element by group of countries, in capitals. */
export function odaRules(): { readonly group: string; readonly rate: number; readonly least: number }[] {
  const { groups } = entryOf(aidRuleTable, 'aid_rules', 'oecd');
  return Object.entries(groups).map(([group, { rate, least }]) => ({
    group: group.toUpperCase(),
    rate,
    least: least ?? 0,
  }));
}

/** The debt framework for low-income countries. */
export function debtFramework(): DebtFramework {
  return entryOf(debtFrameworkTable, 'debt_frameworks', 'lic-dsf-2018');
}

/** One entry of the finance rules that ship with the product; its numbers are certain. */
function entryOf<T extends Table>(table: T, collection: string, id: string): Drawn<T> {
  const diagnostics = new Diagnostics();
  const tree = parseYaml(readFileSync(path, 'utf8'), 'library/finance-rules.yaml', diagnostics) as MapNode;
  const entries = tree.entries.get(collection)?.value as MapNode;
  const entry = readThing(entries.entries.get(id)!.value, table, `${collection}.${id}`, new ReadContext(diagnostics));
  if (diagnostics.failed) throw new Error(`the library's finance rules are broken: ${JSON.stringify(diagnostics.all)}`);
  return plain(entry) as Drawn<T>;
}

function plain(value: unknown): unknown {
  if (isQuantity(value)) return statedRange(value).low;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
