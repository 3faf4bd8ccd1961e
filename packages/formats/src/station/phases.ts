import type { StationBlock, StationRoute } from './station.ts';

/** A part of a run through the station during which it holds the same track elements. */
export interface Phase {
  /** Least duration, s. */
  readonly duration: number;
  readonly elements: readonly number[];
  /** Elements that stay taken after the end of the phase, and for how long, s. */
  readonly overhang: ReadonlyMap<number, number>;
  /** True while the train stands at its platform. */
  readonly stop: boolean;
}

interface Hold {
  readonly element: number;
  /** When the element is given back, s after the run set out. */
  readonly end: number;
}

/**
 * Cuts a route into phases: the run to the platform, the stay, and the run to the exit. A run takes its elements when
 * it sets out and gives them back one by one.
 *
 * @param route - the route, times in seconds
 * @param starting - true for a train that stands at its platform from the beginning
 * @returns the phases in order; a starting train's first is the wait for its departure
 * @throws RangeError when a block does not start with its run
 * @example
 * phasesOf(route, false).map((phase) => phase.duration) // [7, 8, 7, 38, 0, 1, 11, 12, 12, 12, 12]
 */
export function phasesOf(route: StationRoute, starting: boolean): Phase[] {
  const starts = startsOf(route.blocks);
  const lastStop = route.blocks.findLastIndex((block) => block.stop);
  const hasStop = lastStop >= 0;
  const leaving = hasStop ? route.blocks.slice(lastStop + 1) : [];
  const departure = starting ? 0 : hasStop && leaving.length > 0 ? starts[lastStop + 1]! : route.duration;
  for (const [i, block] of route.blocks.entries()) {
    const due = i > lastStop && hasStop ? departure : 0;
    if (starts[i] !== due)
      throw new RangeError(
        `route ${route.name}: element ${block.element} is taken ${starts[i]! - due} s after its run has set out`,
      );
  }
  const holds = route.blocks.map(({ element, duration }, i) => ({ element, end: starts[i]! + duration }));
  const standing = holds.filter((_, i) => route.blocks[i]!.stop);
  const stay = phase(starting ? 0 : route.dwell, standing, true);
  const onward = standing.map(({ element, end }) => ({ element, end: end - departure }));
  const outward = holds.slice(lastStop + 1).map(({ element, end }) => ({ element, end: end - departure }));
  if (starting) return [stay, ...run(route.duration, [...onward, ...outward])];
  if (!hasStop) return run(route.duration, holds);
  const inward = holds.slice(0, lastStop + 1).map((hold, i) => (route.blocks[i]!.stop ? kept(hold) : hold));
  if (leaving.length === 0) return [...run(departure, inward), { ...stay, overhang: overhangOf(onward, 0) }];
  return [...run(departure, inward), stay, ...run(route.duration - departure, [...onward, ...outward])];
}

/** Starts of the blocks, s after entry, without the stay. */
function startsOf(blocks: readonly StationBlock[]): number[] {
  let end = 0;
  return blocks.map(({ offset, duration }, i) => {
    const start = i === 0 ? 0 : end + offset;
    end = start + duration;
    return start;
  });
}

/** Held on beyond the run. */
function kept({ element }: Hold): Hold {
  return { element, end: Number.POSITIVE_INFINITY };
}

function run(duration: number, holds: readonly Hold[]): Phase[] {
  const inside = holds.map(({ end }) => end).filter((end) => end > 0 && end < duration);
  const cuts = [...new Set([...inside, duration])].sort((a, b) => a - b);
  return cuts.map((cut, i) => {
    const begin = i === 0 ? 0 : cuts[i - 1]!;
    const held = holds.filter(({ end }) => end > begin);
    const part = phase(cut - begin, held, false);
    return i + 1 < cuts.length ? part : { ...part, overhang: overhangOf(holds, duration) };
  });
}

function overhangOf(holds: readonly Hold[], duration: number): Map<number, number> {
  const over = holds.filter(({ end }) => end > duration && Number.isFinite(end));
  return new Map(over.map(({ element, end }) => [element, end - duration]));
}

function phase(duration: number, holds: readonly Hold[], stop: boolean): Phase {
  return { duration, elements: holds.map(({ element }) => element), overhang: new Map(), stop };
}
