import type { PathGraph, PlanProblem, PlanResource, PlanTrain } from '@throughline/engine';
import type { PeerScenario } from './scenario.ts';
import { pathGraph } from './scenario-graph.ts';

/** What the scenario leaves open. */
export interface PeerPlanOptions {
  /** Share of the running time that is added; default 0, as trains run that nobody plans. */
  readonly supplement?: number;
  /** Least time of a stop that is not scheduled, s; default 0. */
  readonly leastStop?: number;
  /** Latest departure after the one requested, s; default 0: nothing is moved. */
  readonly latestDeparture?: number;
  /** Period, s; default null: the trains of the file and no others. */
  readonly period?: number | null;
}

/**
 * The scenario as a problem of planning: who may use which track and section, how long movements take and what they
 * hold. Cost is the time from the departure requested to the arrival, in seconds.
 *
 * @param scenario - as read
 * @param options - what it leaves open
 */
export function planOfScenario(scenario: PeerScenario, options: PeerPlanOptions = {}): PlanProblem {
  const { supplement = 0, leastStop = 0, latestDeparture = 0, period = null } = options;
  const resources = resourcesOf(scenario);
  const graphs = new Map<string, PathGraph>();
  const trains = scenario.trains.map((train): PlanTrain => {
    const key = `${train.type} ${train.direction} ${train.path.map(({ scheduledStop, minDwellS }) => (scheduledStop ? minDwellS : '')).join()}`;
    const graph = graphs.get(key) ?? pathGraph(scenario, train, supplement, leastStop);
    graphs.set(key, graph);
    const { requestedDepartureS: wish } = train;
    return {
      id: train.id,
      service: `${train.type} ${train.direction}`,
      graph,
      departure: { earliest: wish, latest: wish + latestDeparture, from: wish, to: wish },
      journeyWeight: 1,
      shiftWeight: 1,
      longest: 4 * 86_400,
      rank: 0,
    };
  });
  return { period, resources, trains, closures: [] };
}

/** Resources in blocks of a point: main track, loop, western and eastern throat, section to the east. */
function resourcesOf({ points }: PeerScenario): PlanResource[] {
  return points.flatMap(({ id }, k): PlanResource[] => [
    { id: `${id} main`, kind: 'track', at: id },
    { id: `${id} loop`, kind: 'track', at: id },
    { id: `${id} west`, kind: 'throat', at: id },
    { id: `${id} east`, kind: 'throat', at: id },
    { id: `section ${k}`, kind: 'block', at: `section ${k}` },
  ]);
}
