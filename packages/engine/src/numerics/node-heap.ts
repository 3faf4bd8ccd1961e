/**
 * Nodes waiting in order of (key, node id), each at most once, whose key can fall while they wait.
 *
 * Source: T. Cormen et al., Introduction to Algorithms, 4th ed. (2022), 6.5: binary heap with decrease-key.
 *
 * @example
 * ```ts
 * const heap = new NodeHeap(new Float64Array([5, 3, 5]));
 * heap.raise(2);
 * heap.raise(0);
 * heap.pop(); // 0
 * ```
 */
export class NodeHeap {
  readonly #keys: Float64Array;
  readonly #heap: Int32Array;
  readonly #places: Int32Array;
  #size = 0;

  /** @param keys - the key of every node; the caller lowers it, then calls `raise` */
  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#heap = new Int32Array(keys.length);
    this.#places = new Int32Array(keys.length).fill(-1);
  }

  /** The number of nodes waiting. */
  get size(): number {
    return this.#size;
  }

  /** Lets a node wait, or moves it forward after its key fell. */
  raise(node: number): void {
    let hole = this.#places[node]!;
    if (hole < 0) hole = this.#size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = this.#heap[parent]!;
      if (!this.#comesBefore(node, above)) break;
      this.#put(above, hole);
      hole = parent;
    }
    this.#put(node, hole);
  }

  /** Takes the first node out; −1 when none waits. */
  pop(): number {
    if (this.#size === 0) return -1;
    const first = this.#heap[0]!;
    this.#places[first] = -1;
    const size = --this.#size;
    if (size === 0) return first;
    const node = this.#heap[size]!;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && this.#comesBefore(this.#heap[child + 1]!, this.#heap[child]!)) child++;
      if (!this.#comesBefore(this.#heap[child]!, node)) break;
      this.#put(this.#heap[child]!, hole);
      hole = child;
    }
    this.#put(node, hole);
    return first;
  }

  #put(node: number, place: number): void {
    this.#heap[place] = node;
    this.#places[node] = place;
  }

  #comesBefore(a: number, b: number): boolean {
    const difference = this.#keys[a]! - this.#keys[b]!;
    return difference < 0 || (difference === 0 && a < b);
  }
}
