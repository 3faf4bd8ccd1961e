import type { Model } from '../../corridor/index.ts';
import type { Conditions } from '../line/conditions.ts';
import type { LineNetwork } from '../line/line-network.ts';
import { lineCauses } from '../line/train-table.ts';
import type { Drawing, SlowOrder } from './line-disturbances.ts';
import { TrainDisturbances } from './train-disturbances.ts';

const DAY = 86_400;

/** Names of what makes trains start late, in the order of their columns behind the causes of a line. */
export function lateCauses({ disturbances }: Model): string[] {
  const late = Object.values(disturbances).filter(({ kind }) => kind === 'late departure');
  return [...new Set(late.map(({ name }) => name))];
}

/** What befalls each train of a plan. */
export function trainDisturbances(model: Model, line: LineNetwork, of: Drawing): TrainDisturbances[] {
  const columns = new Map(lateCauses(model).map((name, index) => [name, lineCauses.length + index]));
  return line.problem.trains.map((train) => new TrainDisturbances(model, train, columns, of));
}

/**
 * What the days do to trains on their way.
 *
 * @param line - the line
 * @param trains - what befalls each train of the plan
 * @param slow - slow orders by resource
 * @returns conditions for dispatching; the same question has the same answer
 */
export function dayConditions(
  line: LineNetwork,
  trains: readonly TrainDisturbances[],
  slow: ReadonlyMap<number, readonly SlowOrder[]>,
): Conditions {
  const { move, state } = line;
  const slowMoves = movesUnderSlowOrders(line, slow);
  return {
    extraRunning: (template, day, m, time) => {
      const own = trains[template]!.slower(day, state.point[move.from[m]!]!, move.time[m]!);
      const orders = slowMoves[m];
      return orders === undefined ? own : own + lostUnder(orders.get(Math.floor(time / DAY)), time, move.time[m]!);
    },
    extraStanding: (template, day, point) => trains[template]!.longer(day, point),
  };
}

interface OrderOnMove extends SlowOrder {
  /** Mean speed of the movement where the order lies, m/s. */
  readonly usual: number;
}

function lostUnder(orders: readonly OrderOnMove[] | undefined, time: number, span: number): number {
  if (orders === undefined) return 0;
  let lost = 0;
  for (let i = 0; i < orders.length; i++) {
    const { from, to, speed, length, usual } = orders[i]!;
    if (from < time + span && time < to) lost += Math.max(0, length / speed - length / usual);
  }
  return lost;
}

/** Slow orders by movement and day: those on the blocks that it holds. */
function movesUnderSlowOrders(
  { kinds, move, state }: LineNetwork,
  slow: ReadonlyMap<number, readonly SlowOrder[]>,
): Array<ReadonlyMap<number, readonly OrderOnMove[]> | undefined> {
  const found: Array<Map<number, OrderOnMove[]> | undefined> = new Array(move.time.length).fill(undefined);
  if (slow.size === 0) return found;
  for (const { graph, firstMove } of kinds)
    for (let m = firstMove; m < firstMove + graph.movements.length; m++) {
      const [from, to] = [graph.points[state.point[move.from[m]!]!]!, graph.points[state.point[move.to[m]!]!]!];
      const way = Math.max(0, to.distance - from.distance);
      const usual = Math.max(0.5, way / move.time[m]!);
      const days = new Map<number, OrderOnMove[]>();
      for (let w = move.firstWindow[m]!; w < move.firstWindow[m + 1]!; w++)
        for (const order of slow.get(move.resource[w]!) ?? []) {
          const own = { ...order, length: Math.min(order.length, way), usual };
          for (let day = Math.floor(order.from / DAY); day * DAY < order.to; day++)
            days.set(day, [...(days.get(day) ?? []), own]);
        }
      if (days.size > 0) found[m] = days;
    }
  return found;
}
