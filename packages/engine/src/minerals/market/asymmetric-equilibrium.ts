import { linearComplementarity } from '../../numerics/index.ts';

/** A linear function of several quantities: constant + coefficients · quantities. */
export interface LinearFunction {
  readonly constant: number;
  readonly coefficients: readonly number[];
}

/** A spatial market in which prices and freights may depend on each other's quantities, not symmetrically. */
export interface AsymmetricMarket {
  /** Supply price of each market as a function of all supplies. */
  readonly supply: readonly LinearFunction[];
  /** Demand price of each market as a function of all demands. */
  readonly demand: readonly LinearFunction[];
  /** Freight from supply market i to demand market j as a function of all flows, in the order i · demands + j. */
  readonly freight: readonly LinearFunction[];
}

/** Flows, quantities and prices of a spatial equilibrium. */
export interface SpatialEquilibrium {
  /** Flow from each supply market to each demand market. */
  readonly flows: readonly (readonly number[])[];
  readonly supplies: readonly number[];
  readonly demands: readonly number[];
  readonly supplyPrices: readonly number[];
  readonly demandPrices: readonly number[];
  readonly freights: readonly number[];
}

/**
 * The spatial price equilibrium of a market that no payoff function describes, because one price depends on another's
 * quantity and not the other way round: supply price + freight ≥ demand price, with equality where anything flows.
 *
 * Source: A. Nagurney, Network Economics, 2nd ed. (1999), chapter 3; solved as a linear complementarity problem.
 *
 * @param market - the market
 * @returns the equilibrium, or undefined where the method finds none
 * @example
 * ```ts
 * // Price 2 + s at the source, freight 1, price 12 − 2d at the customer: 3 flow.
 * const line = (constant: number, slope: number) => ({ constant, coefficients: [slope] });
 * asymmetricEquilibrium({ supply: [line(2, 1)], freight: [line(1, 0)], demand: [line(12, -2)] })?.flows; // [[3]]
 * ```
 */
export function asymmetricEquilibrium({ supply, demand, freight }: AsymmetricMarket): SpatialEquilibrium | undefined {
  const pairs = supply.flatMap((_, i) => demand.map((__, j) => ({ i, j })));
  const matrix = pairs.map(({ i, j }, row) =>
    pairs.map(
      (other, column) =>
        supply[i].coefficients[other.i] + freight[row].coefficients[column] - demand[j].coefficients[other.j],
    ),
  );
  const vector = pairs.map(({ i, j }, row) => supply[i].constant + freight[row].constant - demand[j].constant);
  const solved = linearComplementarity(matrix, vector);
  if (!solved) return undefined;
  const total = (where: (pair: { i: number; j: number }) => boolean) =>
    solved.reduce((sum, flow, f) => (where(pairs[f]) ? sum + flow : sum), 0);
  const supplies = supply.map((_, s) => total(({ i }) => i === s));
  const demands = demand.map((_, d) => total(({ j }) => j === d));
  return {
    flows: supply.map((_, i) => solved.slice(i * demand.length, (i + 1) * demand.length)),
    supplies,
    demands,
    supplyPrices: supply.map((curve) => at(curve, supplies)),
    demandPrices: demand.map((curve) => at(curve, demands)),
    freights: freight.map((curve) => at(curve, solved)),
  };
}

function at({ constant, coefficients }: LinearFunction, quantities: readonly number[]): number {
  return coefficients.reduce((sum, coefficient, i) => sum + coefficient * quantities[i], constant);
}
