import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AssignmentProblem, costCurve, userEquilibrium } from '@throughline/engine';
import {
  readTntpFlows,
  readTntpNetwork,
  readTntpTrips,
  readTntpWeights,
  TntpError,
  type TntpFlow,
  tntpProblem,
} from '@throughline/formats';
import type { RunningRow } from './running.ts';

/** How near a network is solved, and to what parts of the objective, the total and the largest flow it is compared. */
interface Nearness {
  readonly relativeGap: number;
  readonly objective: number;
  readonly total: number;
  readonly flow: number;
}

const exact: Nearness = { relativeGap: 1e-12, objective: 1e-9, total: 1e-6, flow: 1e-5 };
/** Of regions with more links than these, which take minutes. */
const near: Nearness = { relativeGap: 1e-6, objective: 1e-6, total: 1e-4, flow: 1e-2 };
const manyLinks = 10_000;
const mostIterations = 300;

/** The texts of one network. */
export interface TntpTexts {
  readonly network: string;
  readonly trips: string;
  /** Best-known flows. */
  readonly flows: string;
  /** The description, which may state weights of toll and distance. */
  readonly description: string;
}

/**
 * The networks in a folder of the collection: `NAME/…_net.tntp`, `…_trips.tntp`, `…_flow.tntp` and `README.md`.
 *
 * @param folder - of the collection
 * @returns texts by name, of the networks that have all three
 */
export async function tntpTexts(folder: string): Promise<Record<string, TntpTexts>> {
  const texts: Record<string, TntpTexts> = {};
  for (const name of (await readdir(folder)).sort()) {
    const files = await readdir(join(folder, name)).catch(() => []);
    const textOf = async (ending: string) => {
      const file = files.find((own) => own.toLowerCase().endsWith(ending));
      return file === undefined ? undefined : readFile(join(folder, name, file), 'utf8');
    };
    const [network, trips, flows] = [
      await textOf('_net.tntp'),
      await textOf('_trips.tntp'),
      await textOf('_flow.tntp'),
    ];
    if (network === undefined || trips === undefined || flows === undefined) continue;
    texts[name] = { network, trips, flows, description: (await textOf('readme.md')) ?? '' };
  }
  return texts;
}

/**
 * Finds the equilibrium of a network and compares it with the best-known flows: the objective (a lower one is better),
 * the total cost, and the flow that is furthest off among the links whose cost rises, which only have one equilibrium
 * flow.
 *
 * @param suite - name of the suite
 * @param name - of the network
 * @param texts - of its files
 */
export function validateTntp(suite: string, name: string, texts: TntpTexts): RunningRow[] {
  const row = (quantity: string, expected: number, actual: number, tolerance: number, lower = false): RunningRow => {
    const ok = Math.abs(actual - expected) <= tolerance || (lower && actual < expected);
    return { suite, case: name, quantity, unit: '', expected, actual, tolerance, ok };
  };
  try {
    const network = readTntpNetwork(texts.network);
    const described = readTntpWeights(texts.description);
    const problem = tntpProblem(network, readTntpTrips(texts.trips), {
      toll: network.tollWeight ?? described.toll ?? 0,
      distance: network.distanceWeight ?? described.distance ?? 0,
    });
    const published = inOrder(problem, readTntpFlows(texts.flows));
    const nearness = problem.performance.length > manyLinks ? near : exact;
    const outcome = userEquilibrium(problem, { relativeGap: nearness.relativeGap, iterations: mostIterations });
    if (outcome.kind === 'no-route') throw new RangeError(`${outcome.count} pairs have no route`);
    const curves = problem.performance.map(costCurve);
    const objective = curves.reduce((sum, { integral }, link) => sum + integral(published[link]!), 0);
    const total = curves.reduce((sum, { cost }, link) => sum + published[link]! * cost(published[link]!), 0);
    const largest = Math.max(...published);
    const rises = (link: number) => curves[link]!.slope(Math.max(published[link]!, outcome.flows[link]!)) > 0;
    const furthest = published.reduce(
      (worst, flow, link) =>
        rises(link) && Math.abs(flow - outcome.flows[link]!) > Math.abs(published[worst]! - outcome.flows[worst]!)
          ? link
          : worst,
      0,
    );
    const { from, to } = network.links[furthest]!;
    return [
      row('relative gap', 0, outcome.relativeGap, nearness.relativeGap),
      row('objective of the best-known flows', objective, outcome.objective, nearness.objective * objective, true),
      row('total cost', total, outcome.totalCost, nearness.total * total),
      row(`flow ${from}–${to}, furthest off`, published[furthest]!, outcome.flows[furthest]!, nearness.flow * largest),
    ];
  } catch (problem) {
    if (!(problem instanceof TntpError || problem instanceof RangeError)) throw problem;
    const none = { suite, case: name, quantity: 'objective of the best-known flows', unit: '', tolerance: 0 };
    return [{ ...none, expected: 'an equilibrium', actual: problem.message, ok: false }];
  }
}

/** Published flows in the order of the links; parallel links in the order of both files. */
function inOrder({ from, to }: AssignmentProblem, flows: readonly TntpFlow[]): number[] {
  const waiting = new Map<string, number[]>();
  for (const { from: tail, to: head, volume } of flows) {
    const key = `${tail - 1}-${head - 1}`;
    waiting.set(key, [...(waiting.get(key) ?? []), volume]);
  }
  return Array.from({ length: from.length }, (_, link) => {
    const volume = waiting.get(`${from[link]}-${to[link]}`)?.shift();
    if (volume === undefined) throw new RangeError(`no flow is published for link ${from[link]! + 1}–${to[link]! + 1}`);
    return volume;
  });
}
