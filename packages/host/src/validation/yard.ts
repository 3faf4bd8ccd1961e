import { confidenceInterval, driveNode, type NodeReport } from '@throughline/engine';
import { type PeerYard, readPeerYard, readYardResults } from '@throughline/formats';
import type { RunningRow } from './running.ts';

const MINUTE = 60;

/**
 * Runs the neutral transshipment yard as often and as long as it asks for and compares every statistic with what another
 * program found: the 95 % intervals must overlap.
 *
 * @param texts - of `yard.json` and `yard_results.json`
 * @returns one row a statistic; its tolerance is the sum of both half widths
 * @throws CaseFileError when a text breaks its format
 */
export function validateYard(texts: { readonly yard: string; readonly results: string }): readonly RunningRow[] {
  const yard = readPeerYard(texts.yard);
  const { statistics } = readYardResults(texts.results);
  const runs = Array.from({ length: yard.replications }, (_, draw) => statisticsOf(yard, simulate(yard, draw)));
  return Object.entries(statistics).map(([name, { mean, ci95 }]): RunningRow => {
    const own = runs.map((run) => run[name] ?? Number.NaN);
    const { mean: actual, halfWidth } = confidenceInterval(own);
    const tolerance = ci95 + halfWidth;
    const unit = name.endsWith('Min') ? 'min' : '';
    const ok = Math.abs(actual - mean) <= tolerance;
    return { suite: 'operations/yard', case: 'yard', quantity: name, unit, expected: mean, actual, tolerance, ok };
  });
}

function simulate({ network, warmUp, measured }: PeerYard, draw: number): NodeReport {
  return driveNode(network, { seed: 1, draw, warmUp, measured });
}

/** The statistics of a run by the names of the shared results. */
function statisticsOf({ network }: PeerYard, report: NodeReport): Record<string, number> {
  const [trains] = report.flows;
  const [tracks] = report.storages;
  const step = (id: string) => report.steps.find((entry) => entry.id === id)!;
  const use = (id: string) => report.resources.find((entry) => entry.id === id)!.use;
  return {
    trackQueue: tracks!.waiting,
    craneQueue: step('unload').queue,
    customsQueue: step('customs').queue,
    stack: step('assembly').gathered,
    craneUtil: use('cranes'),
    officerUtil: use('officers'),
    trackUtil: tracks!.used / network.storages[0]!.room,
    trainWaitMin: tracks!.wait / MINUTE,
    trainYardMin: tracks!.span / MINUTE,
    containerDwellMin: trains!.stay.mean / MINUTE,
    trainsArrived: trains!.arrivals,
    containersCleared: step('customs').done,
    trainsOut: trains!.departures,
  };
}
