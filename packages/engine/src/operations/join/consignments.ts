import type { Model } from '../../corridor/index.ts';
import type { TrainsRun } from '../trains-run.ts';
import type { ServiceTable } from './service-table.ts';

/** A journey of goods: the services it goes by, one after the other. */
export interface GoodsJourney {
  readonly legs: readonly number[];
}

/** What begins its journey with a service. */
export interface Consignment {
  /** Index among the journeys. */
  readonly journey: number;
  /** Trainloads of the service a second. */
  readonly rate: number;
}

/** Where goods are going, as far as it is known. */
export interface Consignments {
  readonly journeys: readonly GoodsJourney[];
  /** By service: what is loaded where its trains begin; empty where nothing is, or nothing is known. */
  readonly loaded: ReadonlyArray<readonly Consignment[]>;
}

/**
 * What is loaded onto the trains of each service where they begin, and by which services it goes on. Without it, all that
 * a train brings goes on; with it, what has come to the end of its journey leaves, and more of the same journey's way may
 * begin at a place where trains only change.
 *
 * @param model - the corridor as drawn
 * @param services - its services
 * @param trains - trains that run, with what travels on each journey
 * @returns journeys of goods and what begins where
 * @example
 * ```ts
 * consignmentsOf(model, services, { all, loaded, journeys: { box: 20 } }).loaded[0]; // [{ journey: 0, rate: 2.4e-5 }]
 * ```
 */
export function consignmentsOf(model: Model, services: ServiceTable, trains: TrainsRun | undefined): Consignments {
  const journeys: GoodsJourney[] = [];
  const loaded: Consignment[][] = services.ids.map(() => []);
  for (const [id, { kind, legs }] of Object.entries(model.journeys)) {
    const flow = trains?.journeys?.[id] ?? 0;
    const first = services.indexOf.get(legs[0]!)!;
    if (kind !== 'freight' || flow <= 0 || services.loads[first]! <= 0) continue;
    loaded[first]!.push({ journey: journeys.length, rate: flow / services.loads[first]! });
    journeys.push({ legs: legs.map((leg) => services.indexOf.get(leg)!) });
  }
  return { journeys, loaded };
}

/** The service by which a consignment goes on after so many legs: -1 at the end of its journey. */
export function nextLeg({ legs }: GoodsJourney, done: number): number {
  return done < legs.length ? legs[done]! : -1;
}
