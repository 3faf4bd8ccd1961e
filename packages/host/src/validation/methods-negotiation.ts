import {
  type Allocation,
  airportShares,
  banzhaf,
  coreOf,
  coreTest,
  crossBorderAllocation,
  type Game,
  gameOf,
  inconsistencies,
  marginalValues,
  nashPoint,
  nashSplit,
  nucleolus,
  separableCosts,
  shapleyShubik,
  shapleyValue,
  shareClaims,
  type VotingBody,
  vetoCouncilIndex,
} from '@throughline/engine';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numberOf, numbersOf, OtherShape } from './methods-inputs.ts';

/** Shapes of inputs of the topic, by a name that only this shape has. */
const shapes: readonly (readonly [
  name: string,
  evaluate: (inputs: MethodsInputs, asked: readonly string[]) => JsonRecord,
])[] = [
  ['players', matching],
  ['v', gains],
  ['pie', bargains],
  [
    'surplus',
    (inputs) =>
      splits(
        inputs,
        inputs.names.map((name) => [name, inputs.any(name)] as const),
      ),
  ],
  ['game', votes],
  ['quota', votes],
  ['gross_benefit', crossBorder],
  ['estate', claims],
  ['estates', claims],
  ['runway_costs', airport],
  ['airport_costs', airport],
];

/**
 * Evaluates cases of the topic 08-negotiation. Coalitions are named by the letters of their members; a name that begins
 * with `cost` or `coalition_costs` holds costs, any other gains.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateNegotiation(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const costs = inputs.names.find((name) => /^(coalition_)?costs?(_|$)/.test(name) && isRecord(inputs.any(name)));
  const evaluate =
    shapes.find(([name]) => inputs.has(name))?.[1] ??
    (costs === undefined ? undefined : (of: MethodsInputs) => sharedCosts(of.record(costs)));
  if (evaluate === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = evaluate(inputs, asked);
  inputs.needAllRead();
  return results;
}

/** Players whose first letter says which hand their glove fits; a rule in words. */
function matching(inputs: MethodsInputs): JsonRecord {
  const players = inputs.list('players').map(String);
  const rule = String(inputs.any('v'));
  if (!/matched pairs/.test(rule)) throw new OtherShape(`rule ${rule}`);
  const count = (members: readonly string[], hand: string) => members.filter((name) => name.startsWith(hand)).length;
  return ofGains(gameOf(players, (members) => Math.min(count(members, 'L'), count(members, 'R'))));
}

function gains(inputs: MethodsInputs): JsonRecord {
  return ofGains(gameFrom(inputs.record('v')));
}

/** A game from values by the joined names of members; the largest coalition names them all. */
function gameFrom(values: JsonRecord): Game {
  const names = Object.keys(values);
  const parties = names.filter((name) => !names.some((other) => other !== name && madeOf(name, other, names)));
  const singles = parties.length > 0 && parties.length < names.length ? parties : [];
  const letters = [...new Set(names.flatMap((name) => [...name]))];
  const members = singles.every((name) => name.length === 1) ? letters : singles;
  const keyOf = (coalition: readonly string[]) =>
    names.find((name) => {
      const parts = /[,+ ]/.test(name) ? name.split(/[,+ ]+/) : splitBy(name, members);
      return parts.length === coalition.length && parts.every((part) => coalition.includes(part));
    });
  return gameOf(members, (coalition) => {
    const key = keyOf(coalition);
    // A party that no single value names gets nothing alone.
    if (key === undefined && coalition.length > 1) throw new OtherShape(`no value of ${coalition.join(', ')}`);
    return key === undefined ? 0 : numberOf(values[key], key);
  });
}

function madeOf(whole: string, part: string, names: readonly string[]): boolean {
  return whole.startsWith(part) && names.includes(whole.slice(part.length));
}

function splitBy(name: string, members: readonly string[]): string[] {
  const parts: string[] = [];
  let rest = name;
  while (rest !== '') {
    const found = members.find((member) => rest.startsWith(member));
    if (found === undefined) return [];
    parts.push(found);
    rest = rest.slice(found.length);
  }
  return parts;
}

function ofGains(game: Game): JsonRecord {
  const shapley = shapleyValue(game);
  const core = coreOf(game, 'gains');
  const single =
    core.kind === 'core' && Object.values(core.ranges).every(({ low, high }) => Math.abs(high - low) < 1e-9)
      ? Object.fromEntries(Object.entries(core.ranges).map(([party, { low }]) => [party, low]))
      : core.kind === 'empty'
        ? 'empty'
        : core.ranges;
  return {
    shapley,
    core: single as Json,
    in_core: coreTest(game, shapley, 'gains').inCore,
    core_empty: core.kind === 'empty',
    nucleolus: nucleolus(game, 'gains').allocation,
    superadditive: inconsistencies(game, 'gains').length === 0,
    sum: Object.values(shapley).reduce((sum, value) => sum + value, 0),
    marginal: marginalValues(game),
  };
}

function sharedCosts(values: JsonRecord): JsonRecord {
  const game = gameFrom(values);
  const shapley = shapleyValue(game);
  const least = nucleolus(game, 'costs');
  const core = coreOf(game, 'costs');
  return {
    shapley,
    sum: Object.values(shapley).reduce((sum, value) => sum + value, 0),
    marginal_costs: marginalValues(game),
    separable_costs_remaining_benefits: separableCosts(game),
    nucleolus: least.allocation,
    smallest_coalition_saving: least.excesses[0]!,
    ...Object.fromEntries(ordinals.map((word, index) => [`${word}_smallest_saving`, least.excesses[index] ?? 'none'])),
    in_core: coreTest(game, shapley, 'costs').inCore,
    core_empty: core.kind === 'empty',
    subadditive: inconsistencies(game, 'costs').length === 0,
  };
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Two sides on a pie, with utilities in words, and records of plain splits. */
function bargains(inputs: MethodsInputs): JsonRecord {
  const pie = inputs.number('pie');
  const [first, second] = [inputs.any('u1'), inputs.any('u2')].map((word) => utility(String(word), pie));
  const at = nashPoint({ first: first!, second: second! }, [inputs.number('d1', 0), inputs.number('d2', 0)]);
  const results: Record<string, Json> = {};
  if (at !== null) results[`x1_${String(inputs.any('u1')).replace(/\W.*$/, '')}`] = at * pie;
  for (const name of inputs.names) {
    const given = inputs.any(name);
    if (isRecord(given)) Object.assign(results, splits(inputs, Object.entries(given)));
  }
  return results;
}

/** A utility of the first side's part x of the pie: `sqrt(x)`, `x`, `1-x`, `sqrt(1-x)`. */
function utility(word: string, pie: number): (part: number) => number {
  const mine = /1\s*-\s*x/.test(word) ? (part: number) => pie * (1 - part) : (part: number) => pie * part;
  if (/^sqrt\(/.test(word)) return (part) => Math.sqrt(mine(part));
  if (/^(x|1\s*-\s*x)$/.test(word.trim())) return mine;
  throw new OtherShape(`utility ${word}`);
}

function splits(_: MethodsInputs, entries: readonly (readonly [string, Json | undefined])[]): JsonRecord {
  const of = new Map(entries);
  const walkAways = [...of]
    .filter(([name]) => /^d\d$/.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => numberOf(value, name));
  const total = numberOf(of.get('surplus'), 'surplus');
  const split = (powers: readonly number[]) => {
    const sides = walkAways.map((walkAway, i) => ({ party: String(i), walkAway, power: powers[i] ?? 1 }));
    const deal = nashSplit(total, sides);
    return deal.kind === 'deal' ? Object.values(deal.shares) : deal.reason;
  };
  const results: Record<string, Json> = { equal_power: split(walkAways.map(() => 1)) };
  for (const [name, value] of of) {
    if (!name.startsWith('weights')) continue;
    const shares = split(numbersOf(value, name));
    results[name === 'weights' ? 'weighted' : `${name.slice('weights_'.length)}_power`] = shares;
  }
  return results;
}

/** `[quota, [weights]]`, or `quota` and `weights`; a council in words: `9 of 15 incl. 5 permanent`. */
function votes(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const results: Record<string, Json> = {};
  const weighted = (quota: number, weights: readonly number[], names: readonly string[] | undefined) => {
    const body: VotingBody = {
      quota,
      weights: Object.fromEntries(weights.map((weight, i) => [names?.[i] ?? `m${i}`, weight])),
    };
    const listed = (of: Allocation): Json => (names === undefined ? Object.values(of) : of);
    results.shapley_shubik = listed(shapleyShubik(body));
    results.banzhaf = listed(banzhaf(body).normalised);
    results.banzhaf_absolute = listed(banzhaf(body).absolute);
  };
  if (inputs.has('quota')) {
    const weights = inputs.any('weights');
    if (isRecord(weights)) {
      const names = Object.keys(weights);
      weighted(
        inputs.number('quota'),
        names.map((name) => numberOf(weights[name], name)),
        names,
      );
    } else weighted(inputs.number('quota'), numbersOf(weights, 'weights'), undefined);
  } else {
    const [quota, weights] = inputs.list('game');
    weighted(numberOf(quota, 'quota'), numbersOf(weights, 'weights'), undefined);
  }
  for (const name of inputs.names) {
    const given = inputs.any(name);
    const [, needed, all, permanent] = /^(\d+) of (\d+) incl\. (\d+) permanent$/.exec(String(given))?.map(Number) ?? [];
    if (needed === undefined || all === undefined || permanent === undefined) continue;
    const index = vetoCouncilIndex({ permanent, others: all - permanent, needed });
    for (const result of asked) {
      if (result.endsWith('_nonpermanent')) results[result] = index.other;
      else if (result.endsWith('_permanent')) results[result] = index.permanent;
    }
  }
  return results;
}

function crossBorder(inputs: MethodsInputs): JsonRecord {
  const amounts = (name: string) =>
    Object.fromEntries(Object.entries(inputs.record(name)).map(([key, value]) => [key, numberOf(value, key)]));
  const { net, total, payment, proportional } = crossBorderAllocation({
    benefit: amounts('gross_benefit'),
    cost: amounts('cost_on_territory'),
  });
  const way = `${payment.from}_to_${payment.to}`;
  return {
    net_before: net,
    total_net: total,
    [`min_payment_${way}`]: payment.least,
    [`max_payment_${way}`]: payment.most,
    nash_payment: payment.nash,
    agreeable: payment.agreeable,
    benefit_proportional_cost_share: proportional,
  };
}

/** Claims in a list or by name; one estate or several. */
function claims(inputs: MethodsInputs): JsonRecord {
  const given = inputs.any('claims');
  const names = isRecord(given) ? Object.keys(given) : numbersOf(given, 'claims').map((_, i) => `c${i}`);
  const amounts = isRecord(given) ? names.map((name) => numberOf(given[name], name)) : numbersOf(given, 'claims');
  const of = Object.fromEntries(names.map((name, i) => [name, amounts[i]!]));
  const shared = (estate: number, rule: Parameters<typeof shareClaims>[2]): Json => {
    const shares = shareClaims(estate, of, rule);
    return isRecord(given) ? shares : Object.values(shares);
  };
  const several = inputs.has('estates');
  const estates = several ? inputs.numbers('estates') : [inputs.number('estate')];
  const each = (rule: Parameters<typeof shareClaims>[2]): Json => {
    const shares = estates.map((estate) => shared(estate, rule));
    return several ? shares : shares[0]!;
  };
  const byEstate = Object.fromEntries(estates.map((estate) => [String(estate), shared(estate, 'talmud')]));
  return {
    talmud: each('talmud'),
    nucleolus: each('talmud'),
    proportional: each('proportional'),
    equal_awards: each('equal awards'),
    constrained_equal_awards: each('equal awards'),
    equal_losses: each('equal losses'),
    constrained_equal_losses: each('equal losses'),
    awards: several ? byEstate : each('talmud'),
    ...Object.fromEntries(estates.map((estate) => [`estate_${estate}`, shared(estate, 'talmud')])),
  };
}

function airport(inputs: MethodsInputs): JsonRecord {
  const name = inputs.names.find((input) => input.endsWith('_costs'))!;
  const given = inputs.any(name);
  const costs = isRecord(given)
    ? Object.fromEntries(Object.entries(given).map(([party, cost]) => [party, numberOf(cost, party)]))
    : Object.fromEntries(numbersOf(given, name).map((cost, i) => [`c${i}`, cost]));
  const shares = airportShares(costs);
  return { shapley: isRecord(given) ? shares : Object.values(shares) };
}
