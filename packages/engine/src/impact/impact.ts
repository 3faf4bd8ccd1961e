import type { Model } from '../corridor/index.ts';
import type { DemandOutcome } from '../demand/index.ts';
import type { MineralsOutcome } from '../minerals/index.ts';
import type { ServiceOutcome } from '../running/index.ts';
import { type AlignmentCrossing, alignmentCrossings } from './alignment-crossings.ts';
import { type DepositHazard, depositHazards } from './deposit-hazards.ts';
import { type LandTake, landTake } from './land-take.ts';
import { type LineNoise, lineNoise } from './noise/exposure.ts';
import { type PlaceImpact, placeImpacts } from './places.ts';
import { emissionByService } from './railway-emissions.ts';
import { type Screening, type ScreeningFact, screen } from './screening.ts';
import { screeningFacts } from './screening-facts.ts';
import { type TransportYear, transportYear } from './transport-emissions.ts';

/** What an option does to air, land, water and people. SI units, years. */
export interface ImpactOutcome {
  /** Transport of all markets, on the corridor and beside it, by year. */
  readonly transport: readonly TransportYear[];
  readonly land: readonly LandTake[];
  /** Greenhouse gas of building, kg. */
  readonly construction: number;
  readonly crossings: readonly AlignmentCrossing[];
  /** By line that is built, with the trains of the last year. */
  readonly noise: readonly LineNoise[];
  readonly facts: Readonly<Record<string, ScreeningFact>>;
  readonly screenings: readonly Screening[];
  readonly places: readonly PlaceImpact[];
  /** Of the deposits of the corridor and their tailings. */
  readonly hazards: readonly DepositHazard[];
}

/**
 * What an option does to air, land, water and people.
 *
 * @param model - the corridor as drawn
 * @param runs - one train of each service
 * @param demand - flows by year; null where they are not known, and nothing is said of transport and noise then
 * @param known - `minerals`, what is mined, for the hazards of deposits; `trains`, trains a second by service that make the
 *   noise, those of the last year of `demand` when left out
 * @returns emissions, land, crossings, noise, screening, hazards, and all of it by place; null for a corridor that says nothing of
 *   emissions, land and screening
 * @example
 * ```ts
 * impactOf(model, outcome.services, outcome.demand)?.construction; // kg CO2e
 * ```
 */
export function impactOf(
  model: Model,
  runs: Readonly<Record<string, ServiceOutcome>>,
  demand: DemandOutcome | null,
  known: {
    readonly minerals?: MineralsOutcome | null;
    readonly trains?: Readonly<Record<string, number>>;
  } = {},
): ImpactOutcome | null {
  const { fuels, grids, alignments, screening_schemes } = model;
  const isAsked = [fuels, grids, alignments, screening_schemes].some((entries) => Object.keys(entries).length > 0);
  if (!isAsked) return null;
  const years = demand?.years ?? [];
  const transport = years.map((year) => transportYear(model, year, emissionByService(model, runs, year.year)));
  const land = landTake(model);
  const crossings = alignmentCrossings(model);
  const noise = lineNoise(model, runs, known.trains ?? demand?.years.at(-1)?.trains ?? {});
  const construction = land.reduce((sum, { carbon }) => sum + carbon, 0);
  const facts = screeningFacts(model, { land, crossings, noise, construction });
  const schemes = Object.entries(model.screening_schemes).map(([id, { categories }]) => ({
    id,
    categories: Object.entries(categories)
      .sort(([, a], [, b]) => a.rank - b.rank)
      .map(([category]) => category),
  }));
  const rules = Object.entries(model.screening_rules).map(([id, { scheme, category, when, reference }]) => ({
    id,
    scheme,
    category,
    reference,
    conditions: Object.entries(when).map(([fact, { at_least }]) => ({ fact, atLeast: at_least })),
  }));
  const screenings = screen(schemes, rules, facts);
  const hazards = depositHazards(model, known.minerals ?? null);
  const places = placeImpacts(model, crossings, noise, hazards);
  return { transport, land, construction, crossings, noise, facts, screenings, places, hazards };
}
