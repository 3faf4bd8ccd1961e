import type { OperationsResult } from '../results/operations-result.ts';
import type { ServiceLevel } from '../service-level.ts';
import type { FittedNode } from './fit-screening.ts';
import type { OperationsScreen } from './screen.ts';
import type { ScreeningFit } from './screening-fit.ts';

/** How what shippers expect and what simulated days show agree. Times in s. */
export interface Agreement {
  /** From the first departure to the last arrival, nodes at the end left out. */
  readonly journeys: ReadonlyArray<{ readonly journey: string; readonly expected: number; readonly simulated: number }>;
  /** Largest difference of a journey, as a part of the simulated time. */
  readonly residual: number;
  /** Waits in each node: simulated, and screened before anything was fitted. */
  readonly nodes: readonly FittedNode[];
  /** What simulated days have shown of the screening. */
  readonly fit: ScreeningFit;
}

/** Shipments below this are too few to say what they take. */
const FEW = 20;

/** What demand settled at: the corridor as screened, what the fit has seen of its nodes, and the fit. */
export interface Settled extends Pick<Agreement, 'nodes' | 'fit'> {
  readonly screen: OperationsScreen;
}

/**
 * Sets the times that demand settled at beside those of days simulated with its trains.
 *
 * @param levels - service by journey, as demand expects it
 * @param result - what was simulated
 * @param settled - what demand settled at
 * @returns journeys that were simulated often enough
 * @example
 * ```ts
 * agreementOf(supply.journeys, operations, { screen, nodes, fit }).residual; // 0.03
 * ```
 */
export function agreementOf(
  levels: Readonly<Record<string, ServiceLevel>>,
  { journeys: seen }: OperationsResult,
  { screen, nodes, fit }: Settled,
): Agreement {
  const journeys = Object.entries(levels).flatMap(([journey, { time, parts }]) => {
    const found = seen[journey];
    if (!found?.time || found.time.count < FEW) return [];
    const end = screen.journeys[journey]?.end;
    const inEnd = end ? `${screen.nodes[end.node]!.name}: ` : null;
    const atEnd = found.parts.reduce(
      (sum, part) => sum + (inEnd !== null && part.cause.startsWith(inEnd) ? part.time : 0),
      0,
    );
    return [{ journey, expected: time - (parts.terminal ?? 0), simulated: found.time.mean - atEnd }];
  });
  const residual = journeys.reduce(
    (most, { expected, simulated }) => Math.max(most, Math.abs(expected - simulated) / simulated),
    0,
  );
  return { journeys, residual, nodes, fit };
}
