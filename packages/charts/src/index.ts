/**
 * Figures of a study. Each is a title, a unit, a table and a drawing; none computes physics.
 */

export { cashFlow } from './appraisal/cash-flow.ts';
export { type GivenMoney, partyBars } from './appraisal/party-bars.ts';
export { processTimeline, type TimelineEvent } from './appraisal/process-timeline.ts';
export { type WaterfallStep, waterfall } from './appraisal/waterfall.ts';
export { type AcceptedParts, zoneOfAgreement } from './appraisal/zone-of-agreement.ts';
export { type ChainDiagramInput, type ChainFlow, chainDiagram } from './chain-diagram.ts';
export * from './chart-figure.ts';
export { type ElevationProfileInput, elevationProfile } from './elevation-profile.ts';
export { energyBars } from './energy-bars.ts';
export { type HourCurve, type HourProfileInput, hourProfile } from './hour-profile.ts';
export { type HoursByCause, type HoursByCauseInput, hoursByCause } from './hours-by-cause.ts';
export { interoperabilityMatrix, type Verdict, verdictOf } from './interoperability-matrix.ts';
export { journeyBars } from './journey-bars.ts';
export { type LeverGain, type LeverGainsInput, leverGains } from './lever-gains.ts';
export * from './line-graph.ts';
export type { MapData } from './map/base-layer.ts';
export { type CorridorMapInput, corridorMap } from './map/corridor-map.ts';
export { type FlowMapInput, type FlowZone, flowMap } from './map/flow-map.ts';
export { type ImpactMapInput, impactMap } from './map/impact-map.ts';

export { languagesOf } from './map/station-names.ts';
export { type ModeFlow, type ModeSharesInput, modeShares } from './mode-shares.ts';
export { type OccupancyBarsInput, occupancyBars, type SectionOccupancy } from './occupancy-bars.ts';
export { palette, paletteVariables } from './palette.ts';
export { phaseBar } from './phase-bar.ts';
export { type SectionFlowsInput, type SectionLoad, sectionFlows } from './section-flows.ts';
export * from './section-occupancy.ts';
export * from './serialize.ts';
export { columnOf, numbers, rowsOf, words } from './series.ts';
export { type SpeedDistanceInput, speedDistance } from './speed-distance.ts';
export { standaloneSvg } from './standalone.ts';
export { chartStyles } from './styles.ts';
export * from './text/numbers.ts';
export * from './text/quantities.ts';
export * from './text/units.ts';
export * from './text/waits.ts';
export { clockText, type RunPoint, type TimeWindow, timeOfDayText } from './time-window.ts';
export { trainGraph } from './train-graph.ts';
export type * from './train-graph-input.ts';
