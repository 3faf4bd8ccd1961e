import { minimise } from '../numerics/simplex.ts';
import { type Allocation, type Game, membersOf } from './coalitions.ts';

const SMALL = 1e-7;

/** The nucleolus, and what coalitions gain by it over going alone, least first. */
export interface Nucleolus {
  readonly allocation: Allocation;
  /** Of every coalition but none and all: what it gets less what it could get alone (of costs, the saving). */
  readonly excesses: readonly number[];
}

/**
 * Nucleolus: the allocation that makes the least excess of any coalition as large as possible, then the second least, and
 * so on. Found by a sequence of linear programs; after each, coalitions whose excess cannot rise any more are held.
 *
 * Source: D. Schmeidler, The nucleolus of a characteristic function game, SIAM Journal on Applied Mathematics 17 (1969);
 * A. Kopelowitz, Computation of the kernels of simple games and the nucleolus of n-person games, Hebrew University RM 31
 * (1967).
 *
 * @param game - of gains or of costs, up to eight parties in reasonable time
 * @param kind - whether values are gains or costs
 *
 * @example
 * ```ts
 * nucleolus(gameOf(['a', 'b'], (members) => (members.length === 2 ? 10 : members[0] === 'a' ? 4 : 2)), 'gains').allocation; // { a: 6, b: 4 }
 * ```
 */
export function nucleolus({ parties, values }: Game, kind: 'gains' | 'costs'): Nucleolus {
  const sign = kind === 'gains' ? 1 : -1;
  const gains = values.map((value) => sign * value);
  const scale = Math.max(1e-300, ...gains.map(Math.abs));
  const v = gains.map((value) => value / scale);
  const all = v.length - 1;
  const rank = new RowSpace(parties.length);
  const held: { coalition: number; amount: number }[] = [{ coalition: all, amount: v[all] }];
  rank.add(rowOf(all, parties.length));
  let open = v.map((_, coalition) => coalition).slice(1, all);
  while (rank.size < parties.length) {
    open = open.filter((coalition) => !rank.holds(rowOf(coalition, parties.length)));
    const { excess, binding } = largestLeastExcess(v, parties.length, open, held);
    for (const coalition of binding) {
      const row = rowOf(coalition, parties.length);
      if (rank.holds(row)) continue;
      rank.add(row);
      held.push({ coalition, amount: v[coalition] + excess });
    }
  }
  const amounts = rank.solve(held.filter(({ coalition }) => coalition > 0).map(({ amount }) => amount));
  const allocation = Object.fromEntries(parties.map((party, i) => [party, sign * scale * amounts[i]]));
  const excesses = gains
    .map(
      (value, coalition) =>
        membersOf(parties, coalition).reduce((sum, party) => sum + sign * allocation[party], 0) - value,
    )
    .slice(1, all)
    .sort((a, b) => a - b);
  return { allocation, excesses };
}

function rowOf(coalition: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => ((coalition & (1 << i)) !== 0 ? 1 : 0));
}

/**
 * One program of the sequence, solved in its dual, which has few equations: the largest least excess over the open
 * coalitions, and those that cannot have more (their weight in the dual is above 0).
 */
function largestLeastExcess(
  v: readonly number[],
  count: number,
  open: readonly number[],
  held: readonly { readonly coalition: number; readonly amount: number }[],
): { excess: number; binding: readonly number[] } {
  // max ε: x(S) − ε ≥ v(S) for open S, x(H) = amount of held H, x free. Dual: min −Σ w_S v(S) − Σ u_H amount,
  // Σ w = 1, Σ w_S 1_S + Σ u_H 1_H = 0, w ≥ 0, u free (split in two).
  const rows = Array.from({ length: count + 1 }, () => [] as number[]);
  const cost: number[] = [];
  const column = (coalition: number, sign: number, weight: number, value: number) => {
    for (let i = 0; i < count; i++) rows[i].push((coalition & (1 << i)) !== 0 ? sign : 0);
    rows[count].push(weight);
    cost.push(value);
  };
  for (const coalition of open) column(coalition, 1, 1, -v[coalition]);
  for (const { coalition, amount } of held) {
    column(coalition, 1, 0, -amount);
    column(coalition, -1, 0, amount);
  }
  const solution = minimise({ cost, rows, right: [...new Array<number>(count).fill(0), 1] });
  if (solution.kind !== 'optimal') throw new Error(`the program of the nucleolus is ${solution.kind}`);
  return { excess: solution.value, binding: open.filter((_, i) => solution.point[i] > SMALL) };
}

/** The space that coalitions span, kept in reduced form, with the amounts that their members get. */
class RowSpace {
  readonly #count: number;
  readonly #rows: number[][] = [];
  /** How each reduced row is made from the rows put in. */
  readonly #made: number[][] = [];
  #added = 0;

  constructor(count: number) {
    this.#count = count;
  }

  get size(): number {
    return this.#rows.length;
  }

  holds(row: readonly number[]): boolean {
    return this.#reduce(row).left.every((value) => Math.abs(value) < SMALL);
  }

  add(row: readonly number[]): void {
    const { left, made } = this.#reduce(row);
    const lead = left.findIndex((value) => Math.abs(value) >= SMALL);
    made[this.#added++] = 1;
    const by = left[lead];
    this.#rows.push(left.map((value) => value / by));
    this.#made.push(made.map((value) => value / by));
  }

  #reduce(row: readonly number[]): { left: number[]; made: number[] } {
    const left = [...row];
    const made = new Array<number>(this.#count).fill(0);
    for (const [i, basis] of this.#rows.entries()) {
      const lead = basis.findIndex((value) => Math.abs(value) >= SMALL);
      const factor = left[lead];
      if (factor === 0) continue;
      for (let j = 0; j < left.length; j++) left[j] -= factor * basis[j];
      left[lead] = 0;
      for (let j = 0; j < made.length; j++) made[j] -= factor * this.#made[i][j];
    }
    return { left, made };
  }

  /** What each party gets, from the amounts of the rows put in. */
  solve(amounts: readonly number[]): number[] {
    const right = this.#made.map((made) => made.reduce((sum, factor, j) => sum + factor * (amounts[j] ?? 0), 0));
    const x = new Array<number>(this.#count).fill(0);
    for (let i = this.#rows.length - 1; i >= 0; i--) {
      const row = this.#rows[i];
      const lead = row.findIndex((value) => Math.abs(value) >= SMALL);
      x[lead] = right[i] - row.reduce((sum, value, j) => (j === lead ? sum : sum + value * x[j]), 0);
    }
    return x;
  }
}
