import { exp, log } from './elementary.ts';

/** A place that was tried, and what was measured there; null where nothing could be. */
export interface Tried {
  readonly at: number;
  readonly measured: number | null;
}

/** Where a measure first reaches a target. */
export interface LeastReaching {
  /** The least place found at which it does; null where it does nowhere. */
  readonly reached: Tried | null;
  /** Where it measures most of all that was tried. */
  readonly peak: Tried;
  /** Everything tried, rising. */
  readonly tried: readonly Tried[];
}

/** What is searched. */
export interface ReachingProblem {
  readonly measure: (at: number) => Promise<number | null>;
  readonly target: number;
  /** Bounds, both above 0; between them places are spread evenly on a scale of ratios. */
  readonly from: number;
  readonly to: number;
  /** Places that are looked at first, at least 3. */
  readonly places: number;
  /** Relative width at which the search ends. */
  readonly close: number;
}

const golden = 0.6180339887498949;

/**
 * The least place at which a measure that may rise and fall again reaches a target. Some places are looked at first; where one
 * of them reaches it, the crossing before it is bracketed and found by false position (Illinois); where none does, the peak is
 * looked for by golden section around the best of them, and may still reach it.
 *
 * Source: M. Dowell and P. Jarratt, BIT 11 (1971); J. Kiefer, Proc. AMS 4 (1953).
 *
 * @param problem - measure, target, bounds
 * @returns the place, the peak and everything tried
 * @throws RangeError of bounds that are not above 0 or not in order
 * @example
 * ```ts
 * const measure = async (price) => price * (3 - price); // earns most at 1.5
 * const found = await leastReaching({ measure, target: 2, from: 0.5, to: 4, places: 8, close: 1e-3 });
 * found.reached.at; // 1.000, as well as 2 from above
 * ```
 */
export async function leastReaching(problem: ReachingProblem): Promise<LeastReaching> {
  const { measure, target, from, to, places, close } = problem;
  if (!(from > 0 && to > from && places >= 3))
    throw new RangeError(`bounds are ${from} and ${to}, expected 0 < from < to`);
  const known: Tried[] = [];
  const at = async (place: number): Promise<Tried> => {
    const tried = { at: place, measured: await measure(place) };
    known.push(tried);
    return tried;
  };
  const first: Tried[] = [];
  for (let i = 0; i < places; i++) first.push(await at(from * exp((log(to / from) * i) / (places - 1))));
  const reaches = ({ measured }: Tried) => measured !== null && measured >= target;
  let index = first.findIndex(reaches);
  let above: Tried | undefined = first[index];
  let below: Tried | undefined = first[index - 1];
  if (index < 0 && first.some(({ measured }) => measured !== null)) {
    index = first.indexOf(most(first));
    const hill = [first[Math.max(0, index - 1)], first[Math.min(places - 1, index + 1)]] as const;
    above = await climb(at, hill, close, reaches);
    below = above && known.filter((tried) => tried.at < (above as Tried).at && !reaches(tried)).reduce(later);
  }
  const reached = above && below ? await cross(at, { below, above, target, close }) : (above ?? null);
  const tried = [...known].sort((one, other) => one.at - other.at);
  return { reached, peak: most(tried), tried };
}

function later(one: Tried, other: Tried): Tried {
  return other.at > one.at ? other : one;
}

function most(tried: readonly Tried[]): Tried {
  return tried.reduce((best, one) => ((one.measured ?? -Infinity) > (best.measured ?? -Infinity) ? one : best));
}

/** Golden section on a hill, until something reaches the target or the hill is narrow. */
async function climb(
  at: (place: number) => Promise<Tried>,
  [left, right]: readonly [Tried, Tried],
  close: number,
  reaches: (tried: Tried) => boolean,
): Promise<Tried | undefined> {
  let [low, high] = [left.at, right.at];
  const place = (part: number) => low * exp(log(high / low) * part);
  let [one, other] = [await at(place(1 - golden)), await at(place(golden))];
  for (;;) {
    if (reaches(one)) return one;
    if (reaches(other)) return other;
    if (high / low - 1 <= 4 * close) return undefined;
    if ((one.measured ?? -Infinity) >= (other.measured ?? -Infinity)) {
      high = other.at;
      other = one;
      one = await at(place(1 - golden));
    } else {
      low = one.at;
      one = other;
      other = await at(place(golden));
    }
  }
}

/** False position between a place below the target and one that reaches it; the latter is what is returned. */
async function cross(
  at: (place: number) => Promise<Tried>,
  of: { readonly below: Tried; readonly above: Tried; readonly target: number; readonly close: number },
): Promise<Tried> {
  const { target, close } = of;
  let { below, above } = of;
  let [lack, surplus] = [target - (below.measured ?? Number.NaN), (above.measured as number) - target];
  while (above.at / below.at - 1 > close) {
    const between = surplus >= 0 && lack > 0 ? lack / (lack + surplus) : 0.5;
    // Never so near an end that the bracket stays as it is.
    const part = Math.min(0.9, Math.max(0.1, between));
    const next = await at(below.at + part * (above.at - below.at));
    if (next.measured !== null && next.measured >= target) {
      above = next;
      surplus = next.measured - target;
      lack *= 0.5;
    } else {
      below = next;
      lack = target - (next.measured ?? Number.NaN);
      surplus *= 0.5;
    }
  }
  return above;
}
