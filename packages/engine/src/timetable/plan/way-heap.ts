/** A binary heap of entries by least key; equal keys come out in the order of `rank`, then of entry. */
export class WayHeap<T> {
  readonly #keys: number[] = [];
  readonly #ranks: number[] = [];
  readonly #entries: T[] = [];

  get size(): number {
    return this.#entries.length;
  }

  /** Adds an entry; ranks must differ for the order to be settled. */
  push(key: number, rank: number, entry: T): void {
    let at = this.#entries.length;
    this.#keys.push(key);
    this.#ranks.push(rank);
    this.#entries.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(key, rank, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, key, rank, entry);
  }

  /** Takes out the least entry. */
  pop(): T | undefined {
    const top = this.#entries[0];
    const key = this.#keys.pop()!;
    const rank = this.#ranks.pop()!;
    const entry = this.#entries.pop();
    if (entry === undefined || this.#entries.length === 0) return top;
    const size = this.#entries.length;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#before(this.#keys[child + 1]!, this.#ranks[child + 1]!, child)) child++;
      if (this.#before(key, rank, child)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, key, rank, entry);
    return top;
  }

  #before(key: number, rank: number, other: number): boolean {
    const otherKey = this.#keys[other]!;
    return key < otherKey || (key === otherKey && rank < this.#ranks[other]!);
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#keys[from]!, this.#ranks[from]!, this.#entries[from]!);
  }

  #set(at: number, key: number, rank: number, entry: T): void {
    this.#keys[at] = key;
    this.#ranks[at] = rank;
    this.#entries[at] = entry;
  }
}
