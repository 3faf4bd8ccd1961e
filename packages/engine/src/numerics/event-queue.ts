const FIRST_CAPACITY = 64;

/**
 * Events in order of time; those of one time in the order they were pushed.
 *
 * Source: J. Williams, Algorithm 232: Heapsort, Communications of the ACM 7 (1964): a binary heap, here on typed
 * arrays, with (time, sequence) as key. The key is total, so the order does not depend on the heap.
 *
 * @example
 * ```ts
 * const queue = new EventQueue();
 * queue.push(30, 1);
 * queue.push(10, 2);
 * queue.nextTime; // 10
 * queue.pop(); // 2
 * ```
 */
export class EventQueue {
  #times = new Float64Array(FIRST_CAPACITY);
  #sequences = new Float64Array(FIRST_CAPACITY);
  #events = new Int32Array(FIRST_CAPACITY);
  #size = 0;
  #pushed = 0;

  /** The number of events waiting. */
  get size(): number {
    return this.#size;
  }

  /** The time of the event that `pop` would return; `Infinity` when none waits. */
  get nextTime(): number {
    return this.#size === 0 ? Infinity : this.#times[0]!;
  }

  /**
   * Adds an event.
   *
   * @param time - when it happens, in any unit; must not be NaN
   * @param event - what happens: a 32-bit whole number that the caller gives meaning to
   * @throws RangeError when the time is NaN or the event no 32-bit whole number
   */
  push(time: number, event: number): void {
    if (Number.isNaN(time)) throw new RangeError('time of an event is NaN');
    if ((event | 0) !== event) throw new RangeError(`event is ${event}, expected a 32-bit whole number`);
    if (this.#size === this.#times.length) this.#grow();
    const times = this.#times;
    const sequences = this.#sequences;
    const events = this.#events;
    const sequence = this.#pushed++;
    let hole = this.#size++;
    // A new event has the largest sequence: among equal times it stays below.
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent]! <= time) break;
      times[hole] = times[parent]!;
      sequences[hole] = sequences[parent]!;
      events[hole] = events[parent]!;
      hole = parent;
    }
    times[hole] = time;
    sequences[hole] = sequence;
    events[hole] = event;
  }

  /**
   * Takes the earliest event out.
   *
   * @returns the event
   * @throws RangeError when none waits
   */
  pop(): number {
    if (this.#size === 0) throw new RangeError('pop of an empty event queue');
    const times = this.#times;
    const sequences = this.#sequences;
    const events = this.#events;
    const earliest = events[0]!;
    const size = --this.#size;
    const time = times[size]!;
    const sequence = sequences[size]!;
    const event = events[size]!;
    let hole = 0;
    for (let child = 1; child < size; child = 2 * hole + 1) {
      const right = child + 1;
      if (right < size && comesBefore(times, sequences, right, times[child]!, sequences[child]!)) child = right;
      if (!comesBefore(times, sequences, child, time, sequence)) break;
      times[hole] = times[child]!;
      sequences[hole] = sequences[child]!;
      events[hole] = events[child]!;
      hole = child;
    }
    times[hole] = time;
    sequences[hole] = sequence;
    events[hole] = event;
    return earliest;
  }

  /** Forgets all events; the order of insertion starts anew. */
  clear(): void {
    this.#size = 0;
    this.#pushed = 0;
  }

  #grow(): void {
    const capacity = this.#times.length * 2;
    const times = new Float64Array(capacity);
    const sequences = new Float64Array(capacity);
    const events = new Int32Array(capacity);
    times.set(this.#times);
    sequences.set(this.#sequences);
    events.set(this.#events);
    this.#times = times;
    this.#sequences = sequences;
    this.#events = events;
  }
}

function comesBefore(
  times: Float64Array,
  sequences: Float64Array,
  index: number,
  time: number,
  sequence: number,
): boolean {
  const other = times[index]!;
  return other < time || (other === time && sequences[index]! < sequence);
}
