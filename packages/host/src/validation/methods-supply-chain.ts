import {
  asymmetricEquilibrium,
  balanceOf,
  basketPrice,
  type ChainYields,
  type FlowNetwork,
  herfindahl,
  type LinearFunction,
  massFraction,
  metalInOxide,
  minCostFlow,
  processingChain,
  supplyRisk,
} from '@throughline/engine';
import { DimacsError, readMinCostFlow } from '@throughline/formats';
import { loadSolver } from '../solver.ts';
import { linearFunction } from './methods-expressions.ts';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, type MethodsShape, numberOf, numbersOf, OtherShape } from './methods-inputs.ts';

const solve = await loadSolver();

/** Shapes of inputs of the topic, from the most to the least demanding. */
const shapes: readonly MethodsShape[] = [
  [['supply_price', 'transport_cost', 'demand_price'], spatialEquilibrium],
  [['file', 'format'], flowProblem],
  [['capacity', 'demand', 'distance_kmiles', 'freight_per_case_per_kmile'], transportProblem],
  [['ore_t', 'grade_REO', 'recoveries', 'concentrate_grade_REO', 'distribution'], chain],
  [['demand_t', 'distribution'], balance],
  [['shares', 'wgi_scaled_0_1'], risk],
  [['mine_production_t_REO'], production],
  [['atomic_weights'], stoichiometry],
  [['shares'], concentration],
];

/**
 * Evaluates cases of the topic 05-supply-chain; masses and money keep the units of the case.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results
 * @throws OtherShape when the inputs are of no known shape
 */
export function evaluateSupplyChain(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const shape = shapes.find(([names]) => names.every((name) => inputs.has(name)));
  if (shape === undefined) throw new OtherShape(`inputs ${inputs.names.join(', ')}`);
  const results = shape[1](inputs, asked);
  inputs.needAllRead();
  return results;
}

/** Prices as sums of `s1`, `d1` and `Q11`; the flow from market i to market j is named `ij`. */
function spatialEquilibrium(inputs: MethodsInputs): JsonRecord {
  const supplyTexts = inputs.list('supply_price');
  const demandTexts = inputs.list('demand_price');
  const freightTexts = inputs.record('transport_cost');
  const pairs = supplyTexts.flatMap((_, i) => demandTexts.map((__, j) => `${i + 1}${j + 1}`));
  const of = (text: Json | undefined, names: readonly string[]): LinearFunction => {
    if (typeof text !== 'string') throw new OtherShape('a price is no sum');
    return linearFunction(text, names);
  };
  const numbered = (letter: string, list: readonly Json[]) => list.map((_, i) => `${letter}${i + 1}`);
  const found = asymmetricEquilibrium({
    supply: supplyTexts.map((text) => of(text, numbered('s', supplyTexts))),
    demand: demandTexts.map((text) => of(text, numbered('d', demandTexts))),
    freight: pairs.map((pair) =>
      of(
        freightTexts[pair],
        pairs.map((other) => `Q${other}`),
      ),
    ),
  });
  if (!found) throw new RangeError('no equilibrium was found');
  return {
    Q: found.flows.map((flows) => [...flows]),
    s: [...found.supplies],
    d: [...found.demands],
    supply_prices: [...found.supplyPrices],
    transport_costs: [...found.freights],
    demand_prices: [...found.demandPrices],
  };
}

function flowProblem(inputs: MethodsInputs): JsonRecord {
  if (inputs.any('format') !== 'DIMACS min') throw new OtherShape(`format ${String(inputs.any('format'))}`);
  const text = inputs.text('file');
  let network: FlowNetwork;
  try {
    network = readMinCostFlow(text);
  } catch (problem) {
    if (problem instanceof DimacsError) throw new RangeError(problem.message);
    throw problem;
  }
  const read = {
    nodes: network.supplies.length,
    arcs: network.arcs.length,
    supply: network.supplies.reduce((sum, supply) => sum + Math.max(0, supply), 0),
  };
  for (const [name, value] of Object.entries(read)) {
    if (inputs.number(name, value) !== value) throw new RangeError(`the file has ${value} ${name}`);
  }
  return { optimal_cost: costOf(network) };
}

function costOf(network: FlowNetwork): number {
  const solved = solve(minCostFlow(network));
  if (solved.outcome !== 'optimal') throw new RangeError(solved.message);
  return solved.objective;
}

function transportProblem(inputs: MethodsInputs): JsonRecord {
  const capacities = numbersOf(Object.values(inputs.record('capacity')), 'capacity');
  const demands = numbersOf(Object.values(inputs.record('demand')), 'demand');
  const freight = inputs.number('freight_per_case_per_kmile');
  const distances = inputs.list('distance_kmiles').map((row) => numbersOf(row, 'distance_kmiles'));
  const spare = capacities.length + demands.length;
  const left = sumOf(capacities) - sumOf(demands);
  const infinite = Number.POSITIVE_INFINITY;
  const cost = costOf({
    supplies: [...capacities, ...demands.map((demand) => -demand), -left],
    arcs: capacities.flatMap((_, i) => [
      ...demands.map((__, j) => ({
        from: i,
        to: capacities.length + j,
        lower: 0,
        upper: infinite,
        cost: freight * distances[i][j],
      })),
      { from: i, to: spare, lower: 0, upper: infinite, cost: 0 },
    ]),
  });
  return { optimal_cost_usd: cost, optimal_cost_kusd: cost / 1000 };
}

function chain(inputs: MethodsInputs): JsonRecord {
  const recoveries = inputs.record('recoveries');
  const distribution = numbersByName(inputs.record('distribution'), 'distribution');
  const prices = inputs.has('oxide_price_usd_per_kg')
    ? numbersByName(inputs.record('oxide_price_usd_per_kg'), 'oxide_price_usd_per_kg')
    : {};
  const recovery = (name: string) => (recoveries[name] === undefined ? 1 : numberOf(recoveries[name], name));
  const yields: ChainYields = {
    grade: inputs.number('grade_REO'),
    concentrateGrade: inputs.number('concentrate_grade_REO'),
    beneficiation: recovery('beneficiation'),
    leaching: recovery('cracking_leaching'),
    separation: recovery('separation'),
    metal: recovery('metal'),
    magnet: inputs.number('magnet_material_yield', 1),
    metalInMagnet: inputs.number('metal_in_magnet_alloy', 1),
  };
  const elements = Object.entries(distribution).map(([id, share]) => {
    const oxide = oxideOf(id, standardWeights);
    return [
      id,
      { share, magnetic: id === 'Nd' || id === 'Pr', ...(oxide ? { metalInOxide: oxide.factor } : {}) },
    ] as const;
  });
  const masses = processingChain(inputs.number('ore_t'), yields, Object.fromEntries(elements));
  const basket = basketPrice(distribution, prices);
  const ndPr = (of: Readonly<Record<string, number>>) => (of.Nd ?? 0) + (of.Pr ?? 0);
  return {
    contained_REO_t: masses.contained,
    concentrate_REO_t: masses.concentrateOxide,
    concentrate_t: masses.concentrate,
    leached_REO_t: masses.leached,
    separated_oxides_t: masses.oxides,
    NdPr_oxide_t: ndPr(masses.oxides),
    NdPr_metal_t: masses.metal,
    magnets_t: masses.magnets,
    overall_recovery_to_oxide: yields.beneficiation * yields.leaching * yields.separation,
    basket_price_usd_per_kg: basket.price,
    NdPr_share_of_basket_value: ndPr(basket.parts),
    rail_tonnes_if_ore: masses.ore,
    rail_tonnes_if_concentrate: masses.concentrate,
    rail_tonnes_if_oxide: masses.oxide,
  };
}

function balance(inputs: MethodsInputs): JsonRecord {
  const { binding, required, surplus } = balanceOf(
    numbersByName(inputs.record('demand_t'), 'demand_t'),
    numbersByName(inputs.record('distribution'), 'distribution'),
  );
  return { binding, REO_required_t: required, surplus_t: surplus };
}

function risk(inputs: MethodsInputs): JsonRecord {
  const governance = inputs.numbers('wgi_scaled_0_1');
  const trade = inputs.number('trade_t', 1);
  const suppliers = inputs.numbers('shares').map((share, i) => ({ share, governance: governance[i], trade }));
  const found = supplyRisk(suppliers, inputs.number('eol_rir', 0), inputs.number('substitution_si', 1));
  return { supply_risk_0_1: found.risk, hhi_wgi: found.concentration };
}

function production(inputs: MethodsInputs): JsonRecord {
  const byCountry = numbersByName(inputs.record('mine_production_t_REO'), 'mine_production_t_REO');
  const total = sumOf(Object.values(byCountry));
  const shares = Object.entries(byCountry).map(
    ([country, mass]) => [`${country.toLowerCase().replaceAll(' ', '_')}_share_pct`, (100 * mass) / total] as const,
  );
  const hhi = herfindahl(Object.values(byCountry));
  return { total, hhi, effective_number: 1e4 / hhi, ...Object.fromEntries(shares) };
}

/** Every list of shares has an index; that of `shares` bears no name of its own. */
function concentration(inputs: MethodsInputs): JsonRecord {
  const results: Record<string, Json> = {};
  for (const name of inputs.names) {
    const hhi = herfindahl(inputs.numbers(name));
    const suffix = name === 'shares' ? '' : `_${name}`;
    results[`hhi${suffix}`] = hhi;
    results[`effective_number${suffix}`] = 1e4 / hhi;
  }
  return results;
}

/** Oxides in which rare earths are traded, where it is not the sesquioxide. */
const formulas: Readonly<Record<string, readonly [metal: number, oxygen: number]>> = {
  Pr: [6, 11],
  Tb: [4, 7],
  Ce: [1, 2],
};

/** Standard atomic weights (IUPAC 2021). */
const standardWeights: Readonly<Record<string, number>> = {
  Y: 88.906,
  La: 138.90547,
  Ce: 140.116,
  Pr: 140.90766,
  Nd: 144.242,
  Sm: 150.36,
  Eu: 151.964,
  Gd: 157.249,
  Tb: 158.92535,
  Dy: 162.5,
  Ho: 164.93033,
  Er: 167.259,
  Tm: 168.93422,
  Yb: 173.045,
  Lu: 174.9668,
}; // prettier-ignore

function oxideOf(symbol: string, weights: Readonly<Record<string, number>>) {
  const atomicWeight = weights[symbol];
  if (atomicWeight === undefined) return undefined;
  const [metal, oxygen] = formulas[symbol] ?? [2, 3];
  const count = (atoms: number) => (atoms === 1 ? '' : String(atoms));
  return {
    formula: `${symbol}${count(metal)}O${count(oxygen)}`,
    factor: metalInOxide({ atomicWeight, metal, oxygen }),
  };
}

function stoichiometry(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const weights = numbersByName(inputs.record('atomic_weights'), 'atomic_weights');
  const oxides = Object.keys(weights)
    .filter((symbol) => Object.hasOwn(standardWeights, symbol))
    .flatMap((symbol) => {
      const oxide = oxideOf(symbol, weights);
      return oxide ? [[oxide.formula, oxide.factor] as const] : [];
    });
  const results: Record<string, Json> = { metal_per_oxide: Object.fromEntries(oxides) };
  for (const name of asked) {
    const [, element, formula] = /^([a-z]+)_mass_fraction_(\w+)$/.exec(name) ?? [];
    if (element === undefined || formula === undefined) continue;
    const parts = [...formula.matchAll(/([A-Z][a-z]?)(\d*)/g)].map(([, symbol, count]) => ({
      symbol: symbol!,
      atoms: count === '' ? 1 : Number(count),
    }));
    const which = parts.findIndex(({ symbol }) => symbol.toLowerCase() === element);
    const masses = parts.map(({ symbol, atoms }) => [numberOf(weights[symbol], symbol), atoms] as const);
    if (which >= 0) results[name] = massFraction(masses, which);
  }
  return results;
}

function numbersByName(record: Json, name: string): Record<string, number> {
  if (!isRecord(record)) throw new OtherShape(`input ${name} is no object`);
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, numberOf(value, `${name}.${key}`)]));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
