import { enlarged } from '../../numerics/index.ts';

const none = -1;

/**
 * Who holds which resource from when to when: spans in order of time, kept in linked lists in flat arrays. A train that
 * stands holds its track without end until it is let go.
 *
 * @example
 * ```ts
 * const held = new Reservations(2);
 * held.add(0, 7, 0, 100, 200, 0); // train 7, of kind 0
 * held.conflict(0, 150, 160, 8, 0); // the span of train 7
 * ```
 */
export class Reservations {
  readonly #head: Int32Array;
  #next = new Int32Array(256);
  #start = new Float64Array(256);
  #end = new Float64Array(256);
  #owner = new Int32Array(256);
  #kind = new Int32Array(256);
  #tag = new Int32Array(256);
  #free = none;
  #used = 0;

  /** @param resources - how many there are */
  constructor(resources: number) {
    this.#head = new Int32Array(resources).fill(none);
  }

  /** End of a span found by {@link conflict}, s; `Infinity` while a train stands. */
  endOf(span: number): number {
    return this.#end[span]!;
  }

  /** Kind of the train that holds a span. */
  kindOf(span: number): number {
    return this.#kind[span]!;
  }

  /** Train that holds a span. */
  ownerOf(span: number): number {
    return this.#owner[span]!;
  }

  /**
   * The first span of another train that overlaps a time, or -1.
   *
   * @param resource - its index
   * @param from - s
   * @param to - s
   * @param train - who asks; what it holds itself is not in its way
   * @param past - spans that ended by then are forgotten, s
   */
  conflict(resource: number, from: number, to: number, train: number, past: number): number {
    const next = this.#next;
    const end = this.#end;
    let before = none;
    let span = this.#head[resource]!;
    while (span !== none) {
      const after = next[span]!;
      if (end[span]! <= past) {
        this.#drop(resource, before, span);
        span = after;
        continue;
      }
      if (this.#start[span]! >= to) return none;
      if (end[span]! > from && this.#owner[span] !== train) return span;
      before = span;
      span = after;
    }
    return none;
  }

  /** When the last of the spans of other trains ends that do end, s; `-Infinity` where there is none. */
  grantedUntil(resource: number, train: number): number {
    let last = Number.NEGATIVE_INFINITY;
    for (let span = this.#head[resource]!; span !== none; span = this.#next[span]!)
      if (this.#owner[span] !== train && this.#end[span]! < Number.POSITIVE_INFINITY)
        last = Math.max(last, this.#end[span]!);
    return last;
  }

  /** Enters a span that is free; `tag` finds it again. */
  add(resource: number, train: number, kind: number, from: number, to: number, tag: number): void {
    const span = this.#take();
    this.#start[span] = from;
    this.#end[span] = to;
    this.#owner[span] = train;
    this.#kind[span] = kind;
    this.#tag[span] = tag;
    let before = none;
    let after = this.#head[resource]!;
    while (after !== none && this.#start[after]! <= from) {
      before = after;
      after = this.#next[after]!;
    }
    this.#next[span] = after;
    if (before === none) this.#head[resource] = span;
    else this.#next[before] = span;
  }

  /** Takes out the spans of a train with a tag. */
  remove(resource: number, train: number, tag: number): void {
    let before = none;
    let span = this.#head[resource]!;
    while (span !== none) {
      const after = this.#next[span]!;
      if (this.#owner[span] === train && this.#tag[span] === tag) this.#drop(resource, before, span);
      else before = span;
      span = after;
    }
  }

  /** Ends the endless span of a train that has stood on a resource. */
  close(resource: number, train: number, to: number): void {
    for (let span = this.#head[resource]!; span !== none; span = this.#next[span]!)
      if (this.#owner[span] === train && this.#end[span] === Number.POSITIVE_INFINITY) this.#end[span] = to;
  }

  #drop(resource: number, before: number, span: number): void {
    const after = this.#next[span]!;
    if (before === none) this.#head[resource] = after;
    else this.#next[before] = after;
    this.#next[span] = this.#free;
    this.#free = span;
  }

  #take(): number {
    if (this.#free !== none) {
      const span = this.#free;
      this.#free = this.#next[span]!;
      return span;
    }
    if (this.#used === this.#next.length) this.#grow();
    return this.#used++;
  }

  #grow(): void {
    const capacity = 2 * this.#next.length;
    this.#next = enlarged(this.#next, capacity);
    this.#start = enlarged(this.#start, capacity);
    this.#end = enlarged(this.#end, capacity);
    this.#owner = enlarged(this.#owner, capacity);
    this.#kind = enlarged(this.#kind, capacity);
    this.#tag = enlarged(this.#tag, capacity);
  }
}
