/** Binary heap of numbered labels, least key first; equal keys give the larger tie value first. */
export class LabelHeap {
  #labels: Int32Array = new Int32Array(1024);
  #keys: Float64Array = new Float64Array(1024);
  #ties: Float64Array = new Float64Array(1024);
  #size = 0;

  clear(): void {
    this.#size = 0;
  }

  push(label: number, key: number, tie: number): void {
    if (this.#size === this.#labels.length) this.#grow();
    let i = this.#size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const other = this.#keys[parent]!;
      if (other < key || (other === key && this.#ties[parent]! >= tie)) break;
      this.#move(parent, i);
      i = parent;
    }
    this.#labels[i] = label;
    this.#keys[i] = key;
    this.#ties[i] = tie;
  }

  /** Removes and returns the label with the least key; -1 when there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const top = this.#labels[0]!;
    const last = --this.#size;
    const key = this.#keys[last]!;
    const tie = this.#ties[last]!;
    const label = this.#labels[last]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= last) break;
      if (child + 1 < last && this.#before(child + 1, child)) child++;
      const other = this.#keys[child]!;
      if (key < other || (key === other && tie >= this.#ties[child]!)) break;
      this.#move(child, i);
      i = child;
    }
    this.#labels[i] = label;
    this.#keys[i] = key;
    this.#ties[i] = tie;
    return top;
  }

  #before(a: number, b: number): boolean {
    const ka = this.#keys[a]!;
    const kb = this.#keys[b]!;
    return ka < kb || (ka === kb && this.#ties[a]! > this.#ties[b]!);
  }

  #move(from: number, to: number): void {
    this.#labels[to] = this.#labels[from]!;
    this.#keys[to] = this.#keys[from]!;
    this.#ties[to] = this.#ties[from]!;
  }

  #grow(): void {
    const size = this.#labels.length * 2;
    const labels = new Int32Array(size);
    labels.set(this.#labels);
    this.#labels = labels;
    const keys = new Float64Array(size);
    keys.set(this.#keys);
    this.#keys = keys;
    const ties = new Float64Array(size);
    ties.set(this.#ties);
    this.#ties = ties;
  }
}
