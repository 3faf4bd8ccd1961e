import { type Model, stationsAlong } from '../../corridor/index.ts';
import { log10 } from '../../numerics/index.ts';
import type { ServiceOutcome } from '../../running/index.ts';
import { lineLevels } from './distance.ts';
import { aWeighting, dayEveningNight, levelSum } from './levels.ts';
import { linePower, type RollingContact, rollingPower } from './rolling-noise.ts';

/** People who live between two levels of noise. */
export interface ExposedBand {
  /** Day-evening-night level, dB(A): from this one, to below that one; null has no upper end. */
  readonly from: number;
  readonly to: number | null;
  readonly people: number;
}

/** How far the noise of a line reaches, and whom. */
export interface LineNoise {
  readonly line: string;
  /** Trains a second, mean speed m/s. */
  readonly trains: number;
  readonly speed: number;
  /** Equivalent level at 25 m, dB(A). */
  readonly at25: number;
  /** Distances within which the limits by day and by night are exceeded, m. */
  readonly reachDay: number;
  readonly reachNight: number;
  /** People living there, by the density along the new alignments; 0 where none is stated. */
  readonly peopleDay: number;
  readonly peopleNight: number;
  /** The same people by bands of their day-evening-night level, as those who price noise ask for them. */
  readonly exposed: readonly ExposedBand[];
}

/** Distances looked at, m. */
const limits = [5, 2000] as const;

/** Lower ends of the bands that strategic noise maps count people in, dB(A) (Directive 2002/49/EC, annex VI). */
const bandsFrom = [50, 55, 60, 65, 70, 75] as const;

/**
 * Noise of the trains of every line that is built, spread evenly over the day: rolling noise of their vehicles after
 * CNOSSOS-EU, and a simplified spreading over flat ground.
 *
 * @param model - the corridor, with noise classes, spectra, limits and alignments
 * @param runs - one train of each service
 * @param trains - trains a second by service
 * @example
 * ```ts
 * lineNoise(model, outcome.services, demand.years[2].trains)[0].reachNight; // m
 * ```
 */
export function lineNoise(
  model: Model,
  runs: Readonly<Record<string, ServiceOutcome>>,
  trains: Readonly<Record<string, number>>,
): LineNoise[] {
  const built = [...new Set(Object.values(model.alignments).map(({ line }) => line))].sort();
  return built.flatMap((line) => {
    const found = noiseOf(model, line, runs, trains);
    return found ? [found] : [];
  });
}

function noiseOf(
  model: Model,
  line: string,
  runs: Readonly<Record<string, ServiceOutcome>>,
  trains: Readonly<Record<string, number>>,
): LineNoise | undefined {
  const country = model.lines[line]!.countries.find((id) => Object.hasOwn(model.noise_limits, id));
  const limit = country === undefined ? undefined : model.noise_limits[country];
  if (!limit) return undefined;
  const along = stationsAlong(model.lines[line]!);
  const whole = along.at(-1)!.at - along[0]!.at;
  const powers: number[][] = [];
  let [rate, weighted] = [0, 0];
  for (const [service, run] of Object.entries(runs)) {
    const each = trains[service] ?? 0;
    if (run.kind !== 'run' || each <= 0) continue;
    const covered = run.route.legs.reduce(
      (sum, leg) => (leg.line === line ? sum + Math.abs(leg.end - leg.begin) : sum),
      0,
    );
    if (covered === 0) continue;
    const speed = run.route.length / Math.max(1, run.time - run.standing);
    const own = (each * covered) / whole;
    rate += own;
    weighted += own * speed;
    for (const { contact, count } of contactsOf(model, service)) {
      powers.push(linePower(rollingPower(contact, speed), own * count, speed));
    }
  }
  if (powers.length === 0) return undefined;
  const power = powers[0]!.map((_, band) => levelSum(powers.map((each) => each[band]!)));
  const level = (distance: number) => levelSum(lineLevels(power, aWeighting, distance, model.impact?.ground ?? 0));
  const [reachDay, reachNight] = [reachOf(level, limit.day), reachOf(level, limit.night)];
  const people = (reach: number) =>
    Object.values(model.alignments).reduce(
      (sum, part) => sum + (part.line === line ? peopleWithin(model, part, reach) : 0),
      0,
    );
  return {
    line,
    trains: rate,
    speed: weighted / rate,
    at25: level(25),
    reachDay,
    reachNight,
    peopleDay: people(reachDay),
    peopleNight: people(reachNight),
    exposed: exposedBands((from) => people(reachOf(level, from - dayEveningNight(evenly)))),
  };
}

/** Trains that run evenly over day and night: by how much their day-evening-night level lies above that of the day. */
const evenly = { day: 0, evening: 0, night: 0 } as const;

function exposedBands(above: (level: number) => number): ExposedBand[] {
  const people = bandsFrom.map(above);
  return bandsFrom.map((from, i) => ({
    from,
    to: bandsFrom[i + 1] ?? null,
    people: people[i]! - (people[i + 1] ?? 0),
  }));
}

function peopleWithin(model: Model, part: Model['alignments'][string], reach: number): number {
  const line = model.lines[part.line]!;
  const at = (place: typeof part.begin) =>
    'chainage' in place ? place.chainage : (line.stations[place.station]?.at ?? 0);
  const open = (at(part.end) - at(part.begin)) * (1 - part.tunnels);
  return 2 * reach * open * part.people;
}

/** Vehicles of a train by kind of wheel: how often, and how they roll. */
function contactsOf(model: Model, service: string): Array<{ contact: RollingContact; count: number }> {
  const id = model.services[service]!.train_type;
  const type = model.train_types[id]!;
  const classes = Object.values(model.noise_classes);
  const sound =
    classes.find(({ train_types }) => train_types?.includes(id)) ??
    classes.find(({ train_types, kind }) => train_types === undefined && kind === type.kind);
  if (!sound) return [];
  const levels = (spectrum: string) => model.rolling_spectra[spectrum]!.levels;
  return Object.values(type.consist).map(({ vehicle, count }) => ({
    count,
    contact: {
      wheelRoughness: levels(sound.wheels),
      railRoughness: levels(sound.rails),
      contactFilter: levels(sound.contact),
      trackTransfer: levels(sound.track),
      wheelTransfer: levels(sound.wheel),
      axles: model.vehicles[vehicle]!.axles,
    },
  }));
}

/** Distance at which a falling level reaches a limit: bisection over the logarithm of distance. */
function reachOf(level: (distance: number) => number, limit: number): number {
  const [near, far] = limits;
  if (level(near) <= limit) return 0;
  if (level(far) >= limit) return far;
  let [low, high] = [near as number, far as number];
  while (log10(high / low) > 1e-6) {
    const middle = Math.sqrt(low * high);
    if (level(middle) > limit) low = middle;
    else high = middle;
  }
  return low;
}
