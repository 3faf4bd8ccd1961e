/** What one journey of the corridor is asked to carry. */
export interface Claimant {
  /** Key of the flow, such as `market/way`. */
  readonly key: string;
  /** Share of each month in the year's flow. */
  readonly season: readonly number[];
}

/** A bottleneck that several flows share. */
export interface Bottleneck {
  readonly claimants: readonly Claimant[];
  /** The most it takes, in the unit of the flows. */
  readonly capacity: number;
}

const mostRounds = 200;
const close = 1e-10;

/**
 * Shares scarce room: the part of what wants to pass each bottleneck that finds room, the same for all its claimants, so
 * that no month carries more than the capacity. Those who find no room choose again, and may come to other bottlenecks.
 *
 * Solved by raising or lowering each part in proportion to room over flow, which converges because a share answers less
 * than in proportion to its availability.
 *
 * @param bottlenecks - flows and capacities
 * @param flowsAt - all flows by key, given the part of each bottleneck that finds room
 * @returns the parts, above 0 to 1, in the order of the bottlenecks
 * @example
 * ```ts
 * ration([{ claimants: [{ key: 'a', season }], capacity: 5 }], ([part]) => ({ a: 10 * part })); // [0.5]
 * ```
 */
export function ration(
  bottlenecks: readonly Bottleneck[],
  flowsAt: (parts: readonly number[]) => Readonly<Record<string, number>>,
): number[] {
  let parts = bottlenecks.map(() => 1);
  for (let round = 0; round < mostRounds; round++) {
    const flows = flowsAt(parts);
    const next = bottlenecks.map((bottleneck, i) => {
      const flow = total(bottleneck, flows);
      if (parts[i] === 1 && total(bottleneck, flows, peakOf(bottleneck, flows)) <= bottleneck.capacity) return 1;
      const wanted = parts[i] === 1 ? flows : flowsAt(parts.map((part, k) => (k === i ? 1 : part)));
      const room = carried(bottleneck, wanted);
      return flow > 0 ? Math.min(1, (parts[i] * room) / flow) : 1;
    });
    const moved = Math.max(0, ...next.map((part, i) => Math.abs(part - parts[i])));
    parts = next.map((part) => Math.max(part, 1e-12));
    if (moved < close) break;
  }
  return parts;
}

/** Flow through a bottleneck; of one month as a rate where a month is given. */
function total({ claimants }: Bottleneck, flows: Readonly<Record<string, number>>, month?: number): number {
  return claimants.reduce(
    (sum, { key, season }) => sum + (flows[key] ?? 0) * (month === undefined ? 1 : 12 * season[month]),
    0,
  );
}

function peakOf(bottleneck: Bottleneck, flows: Readonly<Record<string, number>>): number {
  const months = Array.from({ length: 12 }, (_, month) => total(bottleneck, flows, month));
  return months.indexOf(Math.max(...months));
}

/** What passes in a year when every month takes what it can. */
function carried(bottleneck: Bottleneck, wanted: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (let month = 0; month < 12; month++) sum += Math.min(bottleneck.capacity, total(bottleneck, wanted, month)) / 12;
  return sum;
}
