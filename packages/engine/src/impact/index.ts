/**
 * Room 7, impact: what does it do to air, land, water and people?
 * Takes the trains and flows of an option and what lies along its alignments; returns emissions, land, crossings, noise,
 * screening categories, and all of it by place.
 */

export { activityPerPpm, naturalRadioactivity, outdoorDose, specificActivity, thoriumAt } from './activity.ts';
export type { AlignmentCrossing } from './alignment-crossings.ts';
export { constructionPayback, type Payback } from './construction-payback.ts';
export { type CrossingFinding, crossingOf, type GroundFeature } from './crossings.ts';
export type { DepositHazard, MineMasses, NearestNeighbour } from './deposit-hazards.ts';
export { type Emission, emissionOf, paybackYear, sumOfEmissions } from './emissions.ts';
export { type EmittedYear, emittedIn, emittedYears } from './emitted-in.ts';
export { hubLifts } from './hub-lifts.ts';
export { type ImpactOutcome, impactOf } from './impact.ts';
export { type LandTake, landTake } from './land-take.ts';
export { mostTrains } from './most-trains.ts';
export type { ExposedBand, LineNoise } from './noise/exposure.ts';
export { dayEveningNight, equivalentLevel, levelSum } from './noise/levels.ts';
export { bands, linePower, type RollingContact, rollingPower, wavelengths } from './noise/rolling-noise.ts';
export type { PlaceImpact } from './places.ts';
export {
  type Screening,
  type ScreeningFact,
  type ScreeningRule,
  type ScreeningScheme,
  screen,
  type Trigger,
} from './screening.ts';
export { type HazardSums, type ImpactSums, impactSums } from './sums.ts';
export type { TransportYear } from './transport-emissions.ts';
