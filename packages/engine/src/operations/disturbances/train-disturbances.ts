import type { Model } from '../../corridor/index.ts';
import { exponentialQuantile, type Stream, stream } from '../../numerics/index.ts';
import type { PlanTrain } from '../../timetable/index.ts';
import { dayOfYear, YEAR_DAYS } from './calendar.ts';
import { eventsOf } from './events.ts';
import type { Drawing } from './line-disturbances.ts';

type Disturbance = Model['disturbances'][string];

/** A kind of lateness at the start, as it meets one train. */
interface LateDeparture {
  readonly column: number;
  readonly share: number;
  readonly mean: number;
  readonly numbers: Stream;
}

/** What befalls one train of the plan, day by day; its random numbers are nobody else's. */
export class TrainDisturbances {
  readonly #late: readonly LateDeparture[];
  readonly #fewer: ReadonlyArray<{
    readonly share: number;
    readonly runs: (day: number) => boolean;
    readonly numbers: Stream;
  }>;
  readonly #stops: ReadonlyArray<{ readonly share: number; readonly mean: number; readonly numbers: Stream }>;
  readonly #slower: number;
  readonly #running: Stream;
  readonly #points: number;
  /** Slower running of two days, in means; a train that is long under way overlaps with itself of the day before. */
  readonly #drawn: readonly [Float64Array, Float64Array];
  readonly #drawnFor: [number, number] = [-1, -1];

  /**
   * @param model - the corridor as drawn
   * @param train - the train
   * @param columns - column of each cause of late departures, by name
   * @param of - seed, draw, days
   */
  constructor(model: Model, train: PlanTrain, columns: ReadonlyMap<string, number>, of: Drawing) {
    const own = Object.entries(model.disturbances).filter(([, disturbance]) => meets(model, train, disturbance));
    const kind = (wanted: Disturbance['kind']) => own.filter(([, disturbance]) => disturbance.kind === wanted);
    const numbers = (purpose: string) => stream(of.seed, of.draw, purpose, train.id);
    this.#points = train.graph.points.length;
    this.#drawn = [new Float64Array(this.#points), new Float64Array(this.#points)];
    this.#late = kind('late departure').map(([id, { name, share = 0, mean = 0 }]) => ({
      column: columns.get(name)!,
      share,
      mean,
      numbers: numbers(`late departure ${id}`),
    }));
    this.#stops = kind('longer stop').map(([id, { share = 0, mean = 0 }]) => ({
      share,
      mean,
      numbers: numbers(`longer stop ${id}`),
    }));
    this.#slower = kind('slower running').reduce((sum, [, { slower = 0 }]) => sum + slower, 0);
    this.#running = numbers('slower running');
    this.#fewer = kind('fewer trains').map(([id, disturbance]) => ({
      share: disturbance.share ?? 0,
      runs: daysOf(id, disturbance, of),
      numbers: numbers(`fewer trains ${id}`),
    }));
  }

  /** Whether the train does not run on a day. */
  isCancelled(day: number): boolean {
    return this.#fewer.some(({ share, runs, numbers }) => runs(day) && numbers.uniform(day) < share);
  }

  /** Seconds by which it is ready late on a day; `charge` receives what for. */
  lateness(day: number, charge: (column: number, seconds: number) => void): number {
    let total = 0;
    for (let i = 0; i < this.#late.length; i++) {
      const { column, share, mean, numbers } = this.#late[i]!;
      if (numbers.uniform(2 * day) >= share) continue;
      const seconds = exponentialQuantile(numbers.uniform(2 * day + 1), mean);
      charge(column, seconds);
      total += seconds;
    }
    return total;
  }

  /** Seconds by which a movement from a point takes longer than planned. */
  slower(day: number, point: number, time: number): number {
    if (this.#slower === 0) return 0;
    const half = (day & 1) as 0 | 1;
    const drawn = this.#drawn[half];
    if (this.#drawnFor[half] !== day) {
      drawn.fill(-1);
      this.#drawnFor[half] = day;
    }
    if (drawn[point]! < 0) drawn[point] = exponentialQuantile(this.#running.uniform(day * this.#points + point), 1);
    return drawn[point]! * this.#slower * time;
  }

  /** Seconds by which a stop at a point takes longer. */
  longer(day: number, point: number): number {
    let total = 0;
    for (let i = 0; i < this.#stops.length; i++) {
      const { share, mean, numbers } = this.#stops[i]!;
      const place = 2 * (day * this.#points + point);
      if (numbers.uniform(place) < share) total += exponentialQuantile(numbers.uniform(place + 1), mean);
    }
    return total;
  }
}

function meets(model: Model, { service }: PlanTrain, { trains = 'both', services }: Disturbance): boolean {
  if (services !== undefined) return services.includes(service);
  const kind = model.train_types[model.services[service]!.train_type]!.kind;
  return trains === 'both' || trains === kind;
}

/** On which days a disturbance of services holds. */
function daysOf(id: string, disturbance: Disturbance, of: Drawing): (day: number) => boolean {
  const { from_day, to_day, every } = disturbance;
  if (every !== undefined) {
    const events = eventsOf(id, disturbance, of);
    const day = 86_400;
    return (date) => events.some(({ from, to }) => from < (date + 1) * day && to > date * day);
  }
  const [from, to] = [dayOfYear(from_day ?? '01-01'), dayOfYear(to_day ?? '01-01')];
  return (day) => {
    const date = day % YEAR_DAYS;
    return from <= to ? date >= from && date <= to : date >= from || date <= to;
  };
}
