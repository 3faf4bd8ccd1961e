import type { QuantityAttribute } from './attributes.ts';
import { changedKey, isQuantityNode } from './merge.ts';
import { type ClaimedValue, type Estimate, type Quantity, type Spread, spreads, statedRange } from './quantity.ts';
import { hasOneForm, rejectUnknown } from './quantity-form.ts';
import type { ReadContext } from './read-context.ts';
import { boundsInWords, inUnit, isPossible, type Measured, readNumber } from './read-number.ts';
import { describe, type MapNode, type Node, type Place } from './tree.ts';
import { describeDimension } from './units.ts';

/** What an entry hands down to its quantities. */
export interface Inherited {
  readonly sources: readonly string[];
  readonly estimate?: string;
}

/**
 * Reads a quantity: `70 km/h`, or a map with value, range and source, or contradicting claims under `either`,
 * or a change (`times`, `plus`) of the quantity below an overlay.
 *
 * @param node - the quantity as written
 * @param attribute - the SI unit that gives the dimension, and the range
 * @param path - its dotted path
 * @param inherited - what its entry hands down
 * @param context - receives what is wrong
 * @returns the quantity, or undefined after a diagnostic
 * @example
 * ```ts
 * const node = { kind: 'scalar', at: { file: 'network.yaml', line: 1, column: 1 }, value: '9 km', text: '9 km' };
 * const context = new ReadContext(new Diagnostics());
 * readQuantity(node, { si: 'm', min: 0, max: 1e6 }, 'a.b', { sources: ['survey'] }, context).says.value; // 9000
 * ```
 */
export function readQuantity(
  node: Node,
  attribute: Pick<QuantityAttribute, 'si' | 'min' | 'max'>,
  path: string,
  inherited: Inherited,
  context: ReadContext,
): Quantity | undefined {
  if (node.kind === 'scalar') {
    const measured = readNumber(node, attribute, path, context);
    return (
      measured && quantityOf(measured, { value: measured.value, spread: 'pert' }, node.at, path, inherited, attribute)
    );
  }
  if (node.kind !== 'map' || !isQuantityNode(node)) {
    context.diagnostics.error(path, node.at, 'This should be a number with a unit.', {
      found: describe(node),
      expected: describeDimension(attribute.si),
    });
    return undefined;
  }
  rejectUnknown(node, path, context);
  if (!hasOneForm(node, path, context)) return undefined;
  const facts = readFacts(node, path, inherited, context);
  if (node.entries.has('times') || node.entries.has('plus')) return readChange(node, attribute, path, facts, context);
  if (node.entries.has('either')) return readClaims(node, attribute, path, facts, context);
  const estimate = readEstimate(node, attribute, path, context);
  return estimate && quantityOf(estimate.measured, estimate.says, node.at, path, facts, attribute);
}

interface Facts extends Inherited {
  readonly moves_with?: string;
  readonly prices?: string;
  readonly note?: string;
}

function quantityOf(
  measured: Measured,
  says: Quantity['says'],
  at: Place,
  path: string,
  facts: Facts,
  attribute: Pick<QuantityAttribute, 'min' | 'max'>,
): Quantity {
  const { factor, unit, dimension } = measured;
  const range = { min: attribute.min, max: attribute.max };
  return { kind: 'quantity', path, at, unit, factor, dimension, says, slot: -1, range, ...facts };
}

function readFacts(node: MapNode, path: string, inherited: Inherited, context: ReadContext): Facts {
  const own = node.entries.get('source');
  const sources = own ? context.readReferences(own.value, 'sources', `${path}.source`) : undefined;
  const text = (key: string) => context.readOptionalText(node, key, path);
  const estimate = text('estimate') ?? (sources ? undefined : inherited.estimate);
  const movesWith = text('moves_with');
  const driver = node.entries.get('moves_with');
  if (movesWith !== undefined && driver) context.referTo(movesWith, 'drivers', `${path}.moves_with`, driver.value.at);
  const prices = text('prices');
  const note = text('note');
  return {
    sources: sources ?? inherited.sources,
    ...(estimate !== undefined ? { estimate } : {}),
    ...(movesWith !== undefined ? { moves_with: movesWith } : {}),
    ...(prices !== undefined ? { prices } : {}),
    ...(note !== undefined ? { note } : {}),
  };
}

function readEstimate(
  node: MapNode,
  attribute: Pick<QuantityAttribute, 'si' | 'min' | 'max'>,
  path: string,
  context: ReadContext,
) {
  const valueNode = node.entries.get('value')?.value;
  if (!valueNode) {
    context.diagnostics.error(path, node.at, 'A quantity needs a `value`.', {
      found: describe(node),
      expected: describeDimension(attribute.si),
    });
    return undefined;
  }
  const measured = readNumber(valueNode, attribute, `${path}.value`, context);
  const bound = (key: 'low' | 'high') => {
    const entry = node.entries.get(key);
    return entry && readNumber(entry.value, attribute, `${path}.${key}`, context);
  };
  const low = bound('low');
  const high = bound('high');
  if (!measured) return undefined;
  if (node.entries.has('low') !== node.entries.has('high')) {
    context.diagnostics.error(path, node.at, 'A range needs both `low` and `high`.', {
      found: describe(node),
      expected: 'both, or neither',
    });
    return undefined;
  }
  if (low && high && !(low.value <= measured.value && measured.value <= high.value)) {
    context.diagnostics.error(path, node.at, 'The value lies outside its own range.', {
      found: `low ${low.value / measured.factor}, value ${measured.value / measured.factor}, high ${high.value / measured.factor} ${measured.unit}`,
      expected: 'low ≤ value ≤ high',
    });
    return undefined;
  }
  const spread = readSpread(node, path, context, low?.value, measured.value);
  const says: Estimate = {
    value: measured.value,
    spread,
    ...(low && high ? { low: low.value, high: high.value } : {}),
  };
  return { measured, says };
}

function readSpread(node: MapNode, path: string, context: ReadContext, low: number | undefined, value: number): Spread {
  const as = node.entries.get('as')?.value;
  if (!as) return 'pert';
  const word = as.kind === 'scalar' ? String(as.value) : '';
  if (!(spreads as readonly string[]).includes(word)) {
    context.diagnostics.unknown(`${path}.as`, as.at, 'distribution', word || describe(as), spreads);
    return 'pert';
  }
  if (word === 'lognormal' && !((low ?? value) > 0)) {
    context.diagnostics.error(`${path}.as`, as.at, 'A lognormal quantity must be positive.', {
      found: `low ${low}`,
      expected: 'a low above 0',
    });
    return 'pert';
  }
  return word as Spread;
}

function readClaims(
  node: MapNode,
  attribute: Pick<QuantityAttribute, 'si' | 'min' | 'max'>,
  path: string,
  facts: Facts,
  context: ReadContext,
): Quantity | undefined {
  const either = node.entries.get('either')?.value;
  if (either?.kind !== 'map' || either.entries.size < 2) {
    context.diagnostics.error(
      path,
      either?.at ?? node.at,
      '`either` needs two or more claims, keyed by their source.',
      {
        found: either ? describe(either) : 'nothing',
        expected: 'a map such as `{ usgs-2025: 3.5 Mt, usgs-2023: 22 Mt }`',
      },
    );
    return undefined;
  }
  const weights = readWeights(node, either, path, context);
  const claims: ClaimedValue[] = [];
  let measured: Measured | undefined;
  for (const [claim, entry] of either.entries) {
    context.referTo(claim, 'sources', `${path}.either`, entry.key, 'claims');
    const read = readQuantity(entry.value, attribute, `${path}.either.${claim}`, { sources: [claim] }, context);
    if (!read) continue;
    if (Array.isArray(read.says) || read.change) {
      context.diagnostics.error(
        `${path}.either.${claim}`,
        entry.value.at,
        'A claim is one number, certain or with a range.',
        {
          found: describe(entry.value),
          expected: 'a number with a unit',
        },
      );
      continue;
    }
    measured ??= { value: 0, unit: read.unit, factor: read.factor, dimension: read.dimension };
    claims.push({ ...(read.says as Estimate), claim, weight: weights.get(claim) ?? 1 });
  }
  const verdict = context.readOptionalText(node, 'verdict', path);
  if (verdict !== undefined && !either.entries.has(verdict)) {
    const at = node.entries.get('verdict')?.value.at;
    context.diagnostics.unknown(`${path}.verdict`, at, 'claim', verdict, either.entries.keys());
  }
  if (!measured || claims.length < 2) return undefined;
  if (claims.every(({ weight }) => weight === 0)) {
    context.diagnostics.error(`${path}.weights`, node.entries.get('weights')?.key, 'No claim has any weight.', {
      found: 'only zeros',
      expected: 'at least one weight above 0',
    });
    return undefined;
  }
  const quantity = quantityOf(
    measured,
    claims,
    node.at,
    path,
    { ...facts, sources: [...either.entries.keys()] },
    attribute,
  );
  return verdict === undefined ? quantity : { ...quantity, verdict };
}

function readWeights(node: MapNode, either: MapNode, path: string, context: ReadContext): Map<string, number> {
  const weights = new Map<string, number>();
  const given = node.entries.get('weights')?.value;
  if (!given) return weights;
  if (given.kind !== 'map') {
    context.diagnostics.error(`${path}.weights`, given.at, 'Weights are a map from claim to number.', {
      found: describe(given),
    });
    return weights;
  }
  for (const [claim, { value: node, key }] of given.entries) {
    if (!either.entries.has(claim))
      context.diagnostics.unknown(`${path}.weights`, key, 'claim', claim, either.entries.keys());
    const weight = node.kind === 'scalar' && typeof node.value === 'number' ? node.value : Number.NaN;
    if (weight >= 0 && weight <= 1e6) weights.set(claim, weight);
    else
      context.diagnostics.error(`${path}.weights.${claim}`, node.at, 'A weight is a number from 0 up.', {
        found: describe(node),
      });
  }
  return weights;
}

function readChange(
  node: MapNode,
  attribute: Pick<QuantityAttribute, 'si' | 'min' | 'max'>,
  path: string,
  facts: Facts,
  context: ReadContext,
): Quantity | undefined {
  const below = node.entries.get(changedKey)?.value;
  const kind = node.entries.has('times') ? 'times' : 'plus';
  if (!below) {
    context.diagnostics.error(path, node.at, `\`${kind}\` changes a number of the option below, and there is none.`, {
      found: describe(node),
      expected: describeDimension(attribute.si),
    });
    return undefined;
  }
  const { sources, estimate } = facts;
  const handedDown = { sources, ...(estimate === undefined ? {} : { estimate }) };
  const base = readQuantity(below, attribute, path, handedDown, context);
  const amountNode = node.entries.get(kind)?.value as Node;
  const free = { min: -Number.MAX_VALUE, max: Number.MAX_VALUE };
  const expected = { si: kind === 'times' ? '1' : attribute.si, ...free };
  const amount = readQuantity(amountNode, expected, `${path}.${kind}`, handedDown, context);
  if (!base || !amount) return undefined;
  if (amount.change) {
    context.diagnostics.error(`${path}.${kind}`, amountNode.at, 'A change is a number, not a change of a change.', {
      found: describe(amountNode),
      expected: describeDimension(expected.si),
    });
    return undefined;
  }
  if (base.change) {
    context.diagnostics.error(
      path,
      node.at,
      'This number has already been changed by an option below; state the new value instead.',
      {
        found: `\`${kind}\` on top of \`${base.change.kind}\``,
        expected: 'a value with its own source',
      },
    );
    return undefined;
  }
  const driven = facts.moves_with === undefined ? amount : { moves_with: facts.moves_with, ...amount };
  const changed = {
    ...base,
    sources: [...new Set([...base.sources, ...sources])],
    ...(estimate === undefined ? {} : { estimate }),
    change: { kind, amount: driven } as const,
  };
  const { low, high } = statedRange(changed);
  if (isPossible(low, attribute) && isPossible(high, attribute)) return changed;
  context.diagnostics.error(path, amountNode.at, 'This change makes the number one that is not possible.', {
    found: `${inUnit(low, base)} to ${inUnit(high, base)}`,
    expected: boundsInWords(attribute, base),
  });
  return undefined;
}
