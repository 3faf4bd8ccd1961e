import type { Model } from '../corridor/index.ts';
import type { DemandYear, TransportMode } from '../demand/index.ts';
import { type Emission, emissionOf, noEmission, sumOfEmissions } from './emissions.ts';
import { hubLifts } from './hub-lifts.ts';

/** Seconds of a year. */
const YEAR = 31_557_600;

/** What transport of all markets emits and harms in a year. */
export interface TransportYear {
  readonly year: number;
  /** Before the option opens, or with it. */
  readonly state: 'present' | 'option';
  /** kg CO2e a year: trains of the corridor by service, and other transport by mode. */
  readonly trains: Readonly<Record<string, Emission>>;
  readonly modes: Readonly<Partial<Record<TransportMode, Emission>>>;
  /** Hubs: goods lifted, kg a year, each lift counted, and what that emits. */
  readonly hubs: { readonly lifted: number; readonly emission: Emission };
  readonly total: Emission;
  /** kg a year, and people killed a year, of transport other than the corridor's trains. */
  readonly nitrogenOxides: number;
  readonly particles: number;
  readonly deaths: number;
  /** Goods on the corridor's sections, kg·m a year. */
  readonly railWork: number;
}

/**
 * What transport emits in a year: trains by their energy, hubs by the goods they lift, everything else by its work.
 *
 * Rail work of ways that is not on the sections of the corridor counts with the intensity of `rail`; what is on them is
 * in the trains already.
 *
 * @param model - the corridor, with intensities by mode
 * @param demand - flows of one year
 * @param perTrain - kg CO2e of one train by service
 * @example
 * ```ts
 * transportYear(model, demand.years[0], emissionByService(model, runs, 2030)).total.wellToWheel; // kg CO2e a year
 * ```
 */
export function transportYear(
  model: Model,
  demand: DemandYear,
  perTrain: Readonly<Record<string, Emission>>,
): TransportYear {
  const trains = Object.fromEntries(
    Object.entries(demand.trains).flatMap(([service, rate]) => {
      const own = perTrain[service];
      return own ? [[service, emissionOf(rate * YEAR, own)]] : [];
    }),
  );
  const [goods, persons] = [workOf(demand, 'freight'), workOf(demand, 'passenger')];
  const onCorridor = {
    goods: demand.sections.reduce((sum, { mass, length }) => sum + (mass[0] + mass[1]) * length, 0),
    persons: demand.sections.reduce((sum, { persons, length }) => sum + (persons[0] + persons[1]) * length, 0),
  };
  goods.set('rail', Math.max(0, (goods.get('rail') ?? 0) - onCorridor.goods));
  persons.set('rail', Math.max(0, (persons.get('rail') ?? 0) - onCorridor.persons));
  const modes = Object.fromEntries(
    [...new Set([...goods.keys(), ...persons.keys()])].map((mode) => [
      mode,
      modeEmission(model, mode, goods.get(mode) ?? 0, persons.get(mode) ?? 0),
    ]),
  );
  const hubs = hubsOf(model, demand);
  const harm = (of: 'nitrogen_oxides' | 'particles' | 'deaths') =>
    [...goods].reduce((sum, [mode, work]) => sum + work * YEAR * (model.transport_intensities[mode]?.[of] ?? 0), 0);
  return {
    year: demand.year,
    state: demand.state,
    trains,
    modes,
    hubs,
    total: sumOfEmissions([...Object.values(trains), ...Object.values(modes), hubs.emission]),
    nitrogenOxides: harm('nitrogen_oxides'),
    particles: harm('particles'),
    deaths: harm('deaths'),
    railWork: onCorridor.goods * YEAR,
  };
}

/** Goods lifted in the hubs of every way, and what that emits. */
function hubsOf(model: Model, { markets }: DemandYear): TransportYear['hubs'] {
  let lifted = 0;
  for (const { kind, alternatives } of Object.values(markets)) {
    if (kind !== 'freight') continue;
    for (const [way, { flow }] of Object.entries(alternatives)) lifted += flow * hubLifts(model, way) * YEAR;
  }
  const { handled: wellToWheel = 0, handled_tank_to_wheel: tankToWheel = 0 } =
    model.transport_intensities.terminal ?? {};
  return { lifted, emission: emissionOf(lifted, { wellToWheel, tankToWheel }) };
}

/** Transport work by mode, kg·m/s or person·m/s. */
function workOf({ markets }: DemandYear, kind: 'freight' | 'passenger'): Map<TransportMode, number> {
  const sums = new Map<TransportMode, number>();
  for (const market of Object.values(markets)) {
    if (market.kind !== kind) continue;
    for (const { work } of Object.values(market.alternatives))
      for (const [mode, amount] of Object.entries(work) as Array<[TransportMode, number]>)
        sums.set(mode, (sums.get(mode) ?? 0) + amount);
  }
  return sums;
}

function modeEmission(model: Model, mode: string, goods: number, persons: number): Emission {
  const intensity = model.transport_intensities[mode];
  if (!intensity) return noEmission;
  const { goods: wellToWheel = 0, goods_tank_to_wheel: tankToWheel = 0, persons: perPerson = 0 } = intensity;
  return sumOfEmissions([
    emissionOf(goods * YEAR, { wellToWheel, tankToWheel }),
    emissionOf(persons * YEAR, { wellToWheel: perPerson, tankToWheel: 0 }),
  ]);
}
