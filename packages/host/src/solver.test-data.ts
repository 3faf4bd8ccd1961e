import type { Program } from '@throughline/engine';

/** Markets with one to `count` places a side, the same at every call. */
export function variedPrograms(count: number): Program[] {
  let state = 12345;
  const next = (most: number) => {
    // Lehmer's generator; the products stay below 2^53.
    state = (state * 48271) % 2147483647;
    return 1 + (state % most);
  };
  return Array.from({ length: count }, (_, size) => {
    const places = Array.from({ length: size + 1 }, () => ({
      cost: next(40) / 3,
      capacity: next(40),
      worth: 10 + next(40),
      wanted: next(30),
    }));
    return transportMarket(places, places, (i, j) => next(10) / 7 + (i === j ? 0 : 2));
  });
}

/** Suppliers with a capacity and a cost, customers with a need and what it is worth to them, and freight between each pair. */
export function transportMarket(
  suppliers: readonly { cost: number; capacity: number }[],
  customers: readonly { worth: number; wanted: number }[],
  freight: (supplier: number, customer: number) => number,
): Program {
  const flows = suppliers.flatMap((_, i) => customers.map((__, j) => ({ i, j })));
  const through = (where: (flow: { i: number; j: number }) => boolean) =>
    flows.flatMap((flow, f) => (where(flow) ? [[f, 1] as const] : []));
  const row = (upper: number, terms: ReadonlyArray<readonly [number, number]>) => ({
    lower: Number.NEGATIVE_INFINITY,
    upper,
    terms,
  });
  return {
    variables: flows.map(({ i, j }) => ({
      cost: suppliers[i].cost + freight(i, j) - customers[j].worth,
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
    })),
    constraints: [
      ...suppliers.map(({ capacity }, s) =>
        row(
          capacity,
          through(({ i }) => i === s),
        ),
      ),
      ...customers.map(({ wanted }, c) =>
        row(
          wanted,
          through(({ j }) => j === c),
        ),
      ),
    ],
  };
}
