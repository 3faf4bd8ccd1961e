import type { Sent } from './prepared-choice.ts';
import { type Bottleneck, type Claimant, ration } from './rationing.ts';
import type { SharedElement, Supply } from './supply.ts';
import type { Asked } from './year-markets.ts';

/** What markets send when they share scarce room. */
export interface SharedRoom {
  /** By market. */
  readonly sent: readonly Sent[];
  /** Part of what wants each way that finds room, by the place of the way among those of all markets. */
  readonly availability: Float64Array;
}

/** Journeys that ways use, and what is on them in each month. */
interface Journeys {
  readonly places: ReadonlyMap<string, number>;
  /** Ways that use a journey, one entry for each use. */
  readonly uses: ReadonlyArray<{ readonly way: number; readonly market: number; readonly journey: number }>;
}

const months = 12;

/**
 * What every market sends when all share the room of the elements of the chain: those who find no room choose again.
 *
 * @param asked - the markets with their ways
 * @param supply - the elements, with their room
 * @returns what is sent, and the part of what wants each way that finds room
 * @example
 * ```ts
 * const { sent } = shareRoom(askedAt(markets, supply), supply);
 * ```
 */
export function shareRoom(asked: readonly Asked[], { shared }: Pick<Supply, 'shared'>): SharedRoom {
  const ways = asked.reduce((sum, { offered }) => sum + offered.ways.length, 0);
  const availability = new Float64Array(ways).fill(1);
  const sent = asked.map((one) => one.sends(availabilityOf(one, availability)));
  const journeys = journeysOf(asked);
  const bottlenecks = Object.values(shared).map((element) => bottleneckOf(element, journeys));
  const rates = new Float64Array(months * journeys.places.size);
  const ratesAt = (parts: readonly number[]) => {
    renew(asked, journeys, bottlenecks, parts, availability, sent);
    rates.fill(0);
    for (const { way, market, journey } of journeys.uses) {
      const { season } = asked[market].market;
      const flow = months * sent[market].flows[way - asked[market].first];
      for (let month = 0; month < months; month++) rates[months * journey + month] += flow * season[month];
    }
    return rates;
  };
  ratesAt(ration(bottlenecks, ratesAt));
  return { sent, availability };
}

/** Asks anew the markets with a way that more or less finds room on than before. */
function renew(
  asked: readonly Asked[],
  { uses }: Journeys,
  bottlenecks: readonly Bottleneck[],
  parts: readonly number[],
  availability: Float64Array,
  sent: Sent[],
): void {
  const before = availability.slice();
  availability.fill(1);
  for (const [b, part] of parts.entries()) {
    if (part === 1) continue;
    const claimed = new Set(bottlenecks[b].claimants.map(({ flow }) => flow));
    for (const way of new Set(uses.filter(({ journey }) => claimed.has(journey)).map(({ way: of }) => of)))
      availability[way] *= part;
  }
  const changed = new Set(uses.filter(({ way }) => availability[way] !== before[way]).map(({ market }) => market));
  for (const market of changed) sent[market] = asked[market].sends(availabilityOf(asked[market], availability));
}

/** The part of a market's own ways. */
export function availabilityOf({ first, offered }: Asked, availability: Float64Array): Float64Array {
  return availability.subarray(first, first + offered.ways.length);
}

function journeysOf(asked: readonly Asked[]): Journeys {
  const places = new Map<string, number>();
  const uses = asked.flatMap(({ offered, first }, market) =>
    offered.ways.flatMap(({ service }, k) =>
      service.journeys.map((id) => {
        const journey = places.get(id) ?? places.size;
        places.set(id, journey);
        return { way: first + k, market, journey };
      }),
    ),
  );
  return { places, uses };
}

function bottleneckOf({ room, takes }: SharedElement, { places }: Journeys): Bottleneck {
  const claimants: Claimant[] = [];
  for (const [journey, part] of takes) {
    const flow = places.get(journey);
    if (flow !== undefined) claimants.push({ flow, part });
  }
  return { capacity: room, claimants };
}
