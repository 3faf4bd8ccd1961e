import { consistOf, type Model, nationalParts, netLoad } from '../corridor/index.ts';
import type { ServiceOutcome } from '../running/index.ts';

/** Who keeps the track up: the railway that runs the trains, or a body apart from it. */
export type TrackBody = 'railways' | 'infrastructure managers';

/** An access charge as drawn. */
export type AccessCharge = Model['access_charges'][string];

/**
 * The charge that is asked on a line in a country: the one that names the line, else that of the country.
 *
 * @param model - the corridor as drawn
 * @param line - id of the line
 * @param country - id of the country
 * @returns the charge; undefined where none is stated
 * @example
 * ```ts
 * chargeOn(model, 'coast-line', 'east')?.revenue; // 0.08 of what the trains earn there
 * ```
 */
export function chargeOn(model: Model, line: string, country: string): AccessCharge | undefined {
  const charges = Object.values(model.access_charges).filter((charge) => charge.country === country);
  return charges.find(({ lines }) => lines?.includes(line)) ?? charges.find(({ lines }) => lines === undefined);
}

/**
 * Whose the track is: of a body apart from the railways where the charge of the line, or any charge of the country, says so.
 *
 * @param model - the corridor as drawn
 * @param of - the country, and the line where there is one
 * @example
 * ```ts
 * trackBodyOf(model, { country: 'east' }); // 'railways'
 * ```
 */
export function trackBodyOf(model: Model, of: { readonly country: string; readonly line?: string | null }): TrackBody {
  const charge =
    typeof of.line === 'string' && of.line in model.lines ? chargeOn(model, of.line, of.country) : undefined;
  const asked = charge ? [charge] : Object.values(model.access_charges).filter(({ country }) => country === of.country);
  return asked.some(({ manager }) => manager === 'a body apart') ? 'infrastructure managers' : 'railways';
}

/** A part of a line that a train runs over in one country, m. */
export interface RunPart {
  readonly line: string;
  readonly country: string;
  readonly length: number;
}

/**
 * The lines that trains of a service run over, apart by country.
 *
 * @param model - the corridor as drawn
 * @param run - how it runs
 * @returns parts in the order of the route; none where no route is found
 * @example
 * ```ts
 * runParts(model, outcome.services['north-freight']);
 * ```
 */
export function runParts(model: Model, run: ServiceOutcome | undefined): RunPart[] {
  return (run?.route?.legs ?? []).flatMap((leg) =>
    nationalParts(model, leg.line, leg).map((part) => ({ line: leg.line, ...part })),
  );
}

/** What one train pays on a line in a country, whatever it earns there. */
export interface TrainCharge {
  readonly line: string;
  readonly country: string;
  readonly value: number;
}

/**
 * What one train pays for its path, its way and its mass, by line; only to bodies apart from the railways.
 *
 * @param model - the corridor as drawn
 * @param parts - lines it runs over
 * @param mass - of the whole train, kg
 * @returns money by line and country
 * @example
 * ```ts
 * trainCharges(model, [{ line: 'coast-line', country: 'east', length: 100_000 }], 1.2e6)[0].value;
 * // 480 USD at 0.004 USD a gross tonne-km
 * ```
 */
export function trainCharges(model: Model, parts: readonly RunPart[], mass: number): TrainCharge[] {
  const charged = parts.flatMap((part) => {
    const charge = chargeOn(model, part.line, part.country);
    return charge?.manager === 'a body apart' ? [{ ...part, charge }] : [];
  });
  return charged.map(({ line, country, length, charge }) => {
    const { path = 0, train_distance = 0, gross = 0 } = charge;
    const along = charged.filter((other) => other.charge === charge).reduce((sum, other) => sum + other.length, 0);
    const value = (path * length) / along + train_distance * length + gross * mass * length;
    return { line, country, value };
  });
}

/**
 * Mass of a train of a service with what it carries, and without, kg.
 *
 * @param model - the corridor as drawn
 * @param service - id of the service
 * @param run - how it runs
 * @example
 * ```ts
 * trainMasses(model, 'north-freight', outcome.services['north-freight']); // { loaded: 1.2e6, empty: 4e5 }
 * ```
 */
export function trainMasses(model: Model, service: string, run: ServiceOutcome & { readonly kind: 'run' }) {
  const loaded = run.train.mass;
  const type = model.train_types[model.services[service].train_type];
  const empty = type.kind === 'freight' ? loaded - netLoad(consistOf(model, type)) : loaded;
  return { loaded, empty };
}
