import { type BlockedPath, firstStart } from './blocking.ts';
import { compressSequence } from './compression.ts';

/**
 * The occupancy time of a compressed sequence with one more train in it, for every place from before the first train to
 * behind the last one; as compressing each of these sequences gives, but in one pass forward and one backward.
 *
 * Forward goes what each train leaves: when every section is free. Backward goes what the trains from a place on make of
 * it: compression is linear in max-plus algebra, so for each section a single number says how long after its being free
 * the sequence closes.
 *
 * @param sequence - at least one train, in running order
 * @param added - the train put in
 * @returns occupancy times, s; one more than there are trains
 */
export function occupancyByPlace(sequence: readonly BlockedPath[], added: BlockedPath): number[] {
  const numbers = new Map<string, number>();
  const trains = sequence.map((path) => stairwayOf(path, numbers));
  const extra = stairwayOf(added, numbers);
  const origin = trains[0]!.first;
  const free = freeBefore(trains, numbers.size, origin);
  const closing = new Float64Array(numbers.size).fill(-Infinity);
  trains[0]!.sections.forEach((s, i) => {
    closing[s] = Math.max(closing[s]!, -trains[0]!.starts[i]!);
  });
  const occupancy = new Array<number>(sequence.length + 1);
  let least = 0;
  for (let place = trains.length; place > 0; place--) {
    let close = Math.max(least, shiftOf(extra, free[place]!, origin) + closesAfter(extra, closing));
    for (let s = 0; s < closing.length; s++) close = Math.max(close, free[place]![s]! + closing[s]!);
    occupancy[place] = close;
    const { sections, starts, first } = trains[place - 1]!;
    const after = closesAfter(trains[place - 1]!, closing);
    for (const s of sections) closing[s] = -Infinity;
    sections.forEach((s, i) => {
      closing[s] = Math.max(closing[s]!, after - starts[i]!);
    });
    least = Math.max(least, after + origin - first);
  }
  occupancy[0] = compressSequence([added, ...sequence]).occupancyTime;
  return occupancy;
}

/** A train with its sections by number. */
interface Stairway {
  readonly sections: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly first: number;
}

function stairwayOf(path: BlockedPath, numbers: Map<string, number>): Stairway {
  const sections = path.blocks.map(({ section }) => {
    const known = numbers.get(section) ?? numbers.size;
    numbers.set(section, known);
    return known;
  });
  return {
    sections: Int32Array.from(sections),
    starts: Float64Array.from(path.blocks, ({ start }) => start),
    ends: Float64Array.from(path.blocks, ({ end }) => end),
    first: firstStart(path),
  };
}

/** From a train's own time 0 until the sequence closes behind it, by the sections that it frees, s. */
function closesAfter({ sections, ends }: Stairway, closing: Float64Array): number {
  let most = -Infinity;
  for (let i = 0; i < sections.length; i++) most = Math.max(most, ends[i]! + closing[sections[i]!]!);
  return most;
}

function shiftOf({ sections, starts, first }: Stairway, free: Float64Array, origin: number): number {
  let shift = origin - first;
  for (let i = 0; i < sections.length; i++) shift = Math.max(shift, free[sections[i]!]! - starts[i]!);
  return shift;
}

/** When each section is free before each train, and behind the last one. */
function freeBefore(trains: readonly Stairway[], sections: number, origin: number): Float64Array[] {
  const free = [new Float64Array(sections).fill(-Infinity)];
  for (const train of trains) {
    const now = free.at(-1)!.slice();
    const shift = shiftOf(train, now, origin);
    train.sections.forEach((s, i) => {
      now[s] = Math.max(now[s]!, train.ends[i]! + shift);
    });
    free.push(now);
  }
  return free;
}
