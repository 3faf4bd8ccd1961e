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
    const own = runs.map((run) => run[name]);
    if (!own.every((value) => typeof value === 'number')) {
      return {
        suite: 'operations/yard',
        case: 'yard',
        quantity: name,
        unit: '',
        expected: mean,
        actual: 'not seen',
        tolerance: 0,
        ok: false,
      };
    }
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
function statisticsOf({ network }: PeerYard, report: NodeReport): Record<string, number | null> {
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
    trainWaitMin: minutes(tracks!.wait),
    trainYardMin: minutes(tracks!.span),
    containerDwellMin: minutes(trains!.stay?.mean ?? null),
    trainsArrived: trains!.arrivals,
    containersCleared: step('customs').done,
    trainsOut: trains!.departures,
  };
}

function minutes(seconds: number | null): number | null {
  return seconds === null ? null : seconds / MINUTE;
}
