import { chargeOn, runParts, trainCharges, trainMasses } from './access-charges.ts';
import type { DemandNetwork } from './network.ts';

/** The access charges of a journey: money per kg or person, a part of its price, and how much of a change reaches the price. */
interface Charged {
  readonly amount: number;
  readonly part: number;
  /** Null where nothing is charged. */
  readonly passedOn: number | null;
}

/**
 * What access charges add to the stated prices of the corridor's railways. Prices as stated hold the charges of today: only
 * what a journey is charged more or less than today reaches them, by the part that is passed on. A link that has no journey
 * today is priced with its charges by who states it.
 *
 * @param network - with the option
 * @param present - before anything is built
 * @returns money per kg or person by link, below 0 where charges fall; links at their stated price are left out
 * @example
 * ```ts
 * passedOn(network, present)['rail-south']; // 0.0012 USD/kg dearer than stated
 * ```
 */
export function passedOn(network: DemandNetwork, present: DemandNetwork): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [id, link] of Object.entries(network.model.links)) {
    const before = present.model.links[id]?.journey;
    if (link.journey === undefined || before === undefined) continue;
    const [now, then] = [chargedOn(network, link.journey), chargedOn(present, before)];
    if (!now || !then) continue;
    const change = now.amount - then.amount + (now.part - then.part) * priceOf(network, id);
    const more = (now.passedOn ?? then.passedOn ?? 0) * change;
    if (more !== 0) found[id] = more;
  }
  return found;
}

function priceOf({ model, lengths }: DemandNetwork, id: string): number {
  const { journey = '', tariff = 0, charge = 0, fare = 0, length = lengths[journey] ?? 0 } = model.links[id];
  return model.journeys[journey]?.kind === 'passenger' ? fare : tariff * length + charge;
}

/** Undefined where a service of the journey does not run. */
function chargedOn(network: DemandNetwork, journey: string): Charged | undefined {
  const { model, units } = network;
  const parts = partsOf(network, journey);
  if (!parts) return undefined;
  let amount = 0;
  for (const [leg, perTrain] of units[journey] ?? []) {
    const run = network.ground.services[leg];
    if (run?.kind !== 'run') return undefined;
    const charges = trainCharges(model, runParts(model, run), trainMasses(model, leg, run).loaded);
    for (const { value } of charges) amount += value / perTrain;
  }
  let [along, charged, revenue, passed] = [0, 0, 0, 0];
  for (const { line, country, length } of parts) {
    const charge = chargeOn(model, line, country);
    along += length;
    if (charge?.manager !== 'a body apart') continue;
    charged += length;
    revenue += (charge.revenue ?? 0) * length;
    passed += charge.passed_on * length;
  }
  return { amount, part: along > 0 ? revenue / along : 0, passedOn: charged > 0 ? passed / charged : null };
}

function partsOf({ model, ground }: DemandNetwork, journey: string) {
  const routes = model.journeys[journey]?.legs.map((leg) => runParts(model, ground.services[leg]));
  return routes?.some((route) => route.length === 0) ? undefined : routes?.flat();
}
