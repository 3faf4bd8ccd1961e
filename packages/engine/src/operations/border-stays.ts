import type { Model } from '../corridor/index.ts';
import { confidenceInterval, mean } from '../numerics/index.ts';
import { compileNode, driveNode } from './node/index.ts';

/** How long things stay at a border yard when as much comes as its files say. Times s. */
export interface BorderStay {
  /** Id of the border, name of the yard and of the flow. */
  readonly border: string;
  readonly facility: string;
  readonly flow: string;
  /** Arrivals a day. */
  readonly arrivals: number;
  readonly mean: number;
  /** Half of the 95 % interval of the mean, by Student's t over replications. */
  readonly halfWidth: number;
  /** What nine in ten stay below. */
  readonly p90: number;
}

const DAY = 86_400;
const YEAR = 365 * DAY;
const REPLICATIONS = 4;

/**
 * How long things stay at every border yard of a corridor, each driven by itself for a year at the rates that its flows
 * state: with the corridor of today, the dwell of today.
 *
 * @param model - the corridor as drawn
 * @returns one entry a flow that arrives and leaves
 * @example
 * ```ts
 * borderStays(model)[0]?.mean; // s
 * ```
 */
export function borderStays(model: Model): BorderStay[] {
  return Object.entries(model.facilities).flatMap(([id, { kind, border, name }]) => {
    if (kind !== 'border yard' || border === undefined) return [];
    const network = compileNode(model, id);
    const reports = Array.from({ length: REPLICATIONS }, (_, draw) =>
      driveNode(network, { seed: 1, draw, warmUp: 30 * DAY, measured: YEAR }),
    );
    return network.flows.flatMap((flow, index): BorderStay[] => {
      const stays = reports.flatMap(({ flows }) => flows[index]!.stay ?? []);
      if (stays.length < 2) return [];
      const means = stays.map((stay) => stay.mean);
      return [
        {
          border,
          facility: name,
          flow: flow.name,
          arrivals: (mean(reports.map(({ flows }) => flows[index]!.arrivals)) * DAY) / YEAR,
          mean: mean(means),
          halfWidth: confidenceInterval(means).halfWidth,
          p90: mean(stays.map(({ p90 }) => p90)),
        },
      ];
    });
  });
}
