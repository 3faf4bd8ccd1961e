import type { OperationsResult } from '../results/operations-result.ts';
import type { TrainsRun } from '../trains-run.ts';
import type { OperationsScreen } from './screen.ts';
import { screenOperations } from './screen-operations.ts';
import type { ScreeningFit } from './screening-fit.ts';

/** Waits in a node, over all its flows, s. */
export interface FittedNode {
  readonly node: string;
  readonly name: string;
  readonly simulated: number;
  /** Before anything is fitted. */
  readonly screened: number;
}

/** Waits of a node are never fitted to more or less than this part of the screened ones; the rest is added. */
const PARTS = [0.1, 3] as const;
/** Waits below this are too short to tell a part of them, s. */
const SHORT = 900;

/**
 * Fits the screening to simulated days of the same trains: one part of its waits for each node, and what is then left over
 * by flow, by service on the line, and by departure. At these trains both agree; at others the screening goes on from here.
 *
 * @param screen - the corridor, made ready
 * @param trains - trains with which days were simulated
 * @param result - what they showed
 * @param known - what is known already
 * @returns the fit, and what was seen of each node beside what was screened before it
 * @example
 * ```ts
 * const { fit } = fitScreening(screen, trains, simulateOperations(model, day, journeys, { trains }));
 * screenOperations(screen, trains, fit).levels['box'].time; // that of the simulated days
 * ```
 */
export function fitScreening(
  screen: OperationsScreen,
  trains: TrainsRun,
  result: OperationsResult,
  known: ScreeningFit = {},
): { readonly fit: ScreeningFit; readonly nodes: readonly FittedNode[] } {
  const screened = screenOperations(screen, trains, { capacity: known.capacity ?? {} });
  const waits: Record<string, number> = {};
  const stays: Record<string, number> = {};
  const nodes: FittedNode[] = [];
  for (const [node, { id, network }] of screen.nodes.entries()) {
    const seen = (result.nodes[id]?.report.flows ?? []).flatMap(({ stay, arrivals }, flow) =>
      stay === null ? [] : [{ flow, arrivals, waited: stay.mean - screened.nodes[node]![flow]!.work }],
    );
    if (seen.length === 0) continue;
    const mean = (of: (one: (typeof seen)[number]) => number) =>
      seen.reduce((sum, one) => sum + one.arrivals * of(one), 0) / seen.reduce((sum, one) => sum + one.arrivals, 0);
    const expected = mean(({ flow }) => screened.nodes[node]![flow]!.wait);
    const simulated = mean(({ waited }) => waited);
    nodes.push({ node: id, name: screen.nodes[node]!.name, simulated, screened: expected });
    const share = partOf(expected, simulated);
    waits[id] = share;
    for (const { flow, waited } of seen)
      stays[`${id}/${network.flows[flow]!.id}`] = waited - share * screened.nodes[node]![flow]!.wait;
  }
  const [connections, delays] = [connectionsOf(trains, result), delaysOf(screen, trains, result)];
  return { fit: { ...known, waits, stays, connections, delays }, nodes };
}

/** The part of screened waits that simulated ones are, within reason. */
export function partOf(screened: number, simulated: number): number {
  return screened < SHORT ? 1 : Math.min(PARTS[1], Math.max(PARTS[0], simulated / screened));
}

/** What trains take on the line beyond what is screened, by service, s. */
function delaysOf(screen: OperationsScreen, trains: TrainsRun, { services }: OperationsResult): Record<string, number> {
  const { elements } = screenOperations(screen, trains);
  return Object.fromEntries(
    Object.entries(screen.services).flatMap(([id, { time, loads }]) => {
      const simulated = services[id]?.time;
      if (!simulated) return [];
      const meets = loads.reduce((sum, { section }) => sum + elements[section]!.wait, 0);
      return [[id, simulated.mean - time - meets] as const];
    }),
  );
}

/** Beyond a whole time between trains a wait is a queue for want of trains, and ends when one more runs: it is not extrapolated. */
const longestConnection = 2;

/** Waits for departures as parts of half the time between them, by service. */
function connectionsOf(trains: TrainsRun, { services }: OperationsResult): Record<string, number> {
  return Object.fromEntries(
    Object.entries(services).flatMap(([id, { connection }]) => {
      const rate = trains.all[id] ?? 0;
      return connection === null || rate <= 0 ? [] : [[id, Math.min(longestConnection, connection * 2 * rate)]];
    }),
  );
}
