import { enlarged } from '../../numerics/index.ts';

/** Most services that one shipment is followed through. */
const LEGS = 6;
/** A journey nobody has told. */
export const UNKNOWN = -1;

/**
 * What trains carry from end to end: one row a trainload or part of one, with the seconds it has spent by cause. Rows
 * are used again, so that memory follows what is on its way.
 *
 * @example
 * ```ts
 * const shipments = new Shipments(3);
 * const row = shipments.add(0, 40);
 * shipments.board(row, 2);
 * ```
 */
export class Shipments {
  readonly columns: number;
  /** The one that is followed, with what leaves first of it; -1 of none. */
  followed = -1;
  /** When its journey began, and when it came to where it is, s. */
  begin = new Float64Array(64);
  since = new Float64Array(64);
  /** Part that it is of a load of the train that it is on or waits for; smallest things of it still to leave a node. */
  weight = new Float64Array(64);
  remaining = new Float64Array(64);
  spent: Float64Array;
  /** Index of its journey; UNKNOWN where nobody has said where it goes. */
  journey = new Int32Array(64);
  legs = new Int32Array(64 * LEGS);
  count = new Int32Array(64);
  readonly #free: number[] = [];
  #rows = 0;

  /** @param columns - causes that are told apart */
  constructor(columns: number) {
    this.columns = columns;
    this.spent = new Float64Array(64 * columns);
  }

  /** Shipments on their way. */
  get inside(): number {
    return this.#rows - this.#free.length;
  }

  /** A new shipment; returns its row. */
  add(begin: number, weight: number, journey = UNKNOWN): number {
    const row = this.#free.pop() ?? this.#rows++;
    if (row >= this.begin.length) this.#grow();
    this.begin[row] = begin;
    this.since[row] = begin;
    this.weight[row] = weight;
    this.remaining[row] = weight;
    this.journey[row] = journey;
    this.count[row] = 0;
    this.spent.fill(0, row * this.columns, (row + 1) * this.columns);
    return row;
  }

  /** A part of a shipment that goes on by itself. */
  part(of: number, weight: number): number {
    const row = this.add(this.begin[of]!, weight, this.journey[of]!);
    this.since[row] = this.since[of]!;
    const { columns } = this;
    this.spent.copyWithin(row * columns, of * columns, (of + 1) * columns);
    this.legs.copyWithin(row * LEGS, of * LEGS, (of + 1) * LEGS);
    this.count[row] = this.count[of]!;
    if (of === this.followed) this.followed = row;
    return row;
  }

  /** Forgets a shipment. */
  remove(row: number): void {
    if (row === this.followed) this.followed = -1;
    this.#free.push(row);
  }

  /** Goes on with a service; those beyond the last place are not remembered. */
  board(row: number, service: number): void {
    if (this.count[row]! < LEGS) this.legs[row * LEGS + this.count[row]!] = service;
    this.count[row]!++;
  }

  /** The service by which it came last; -1 for none. */
  last(row: number): number {
    const count = Math.min(this.count[row]!, LEGS);
    return count === 0 ? -1 : this.legs[row * LEGS + count - 1]!;
  }

  /** Whether it has come by these services and no others. */
  cameBy(row: number, services: readonly number[]): boolean {
    if (this.count[row] !== services.length) return false;
    for (let leg = 0; leg < services.length; leg++) if (this.legs[row * LEGS + leg] !== services[leg]) return false;
    return true;
  }

  /** Adds seconds to a cause. */
  charge(row: number, column: number, seconds: number): void {
    this.spent[row * this.columns + column]! += seconds;
  }

  /** Adds a stay to causes that follow each other, in the proportion of some seconds that add up to `sum`. */
  chargeAll(row: number, first: number, seconds: Float64Array, stay: number, sum: number): void {
    const { spent } = this;
    const base = row * this.columns + first;
    for (let i = 0; i < seconds.length; i++) if (seconds[i]! > 0) spent[base + i]! += (seconds[i]! * stay) / sum;
  }

  #grow(): void {
    const capacity = 2 * this.begin.length;
    this.begin = enlarged(this.begin, capacity);
    this.since = enlarged(this.since, capacity);
    this.weight = enlarged(this.weight, capacity);
    this.remaining = enlarged(this.remaining, capacity);
    this.spent = enlarged(this.spent, capacity * this.columns);
    this.journey = enlarged(this.journey, capacity);
    this.legs = enlarged(this.legs, capacity * LEGS);
    this.count = enlarged(this.count, capacity);
  }
}
