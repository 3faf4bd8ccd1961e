/**
 * Room 8, telecom: what does the fibre along the line add?
 * Takes the corridor's exchanges, cables and radio sites; returns availability, carried traffic, delay, cover and rent.
 */

export { availability, inParallel, inSeries } from './availability.ts';
export { type FibreAccount, type FibreAmounts, fibreAccount } from './fibre-account.ts';
export { fibreDelay } from './latency.ts';
export { coveredArea, fadeMargin, reach } from './radio-coverage.ts';
export { freeSpaceLoss, hataLoss, type RadioPath, type Surroundings } from './radio-path-loss.ts';
export { type CarryingNetwork, type ServedTraffic, servedTraffic, type TrafficNode } from './served-traffic.ts';
export { type Outages, type TelecomSums, telecomSums } from './sums.ts';
export { servedShares, type TelecomOutcome, telecomOf, type WithAndWithout } from './telecom.ts';
export { type FailingNetwork, terminalReliability } from './terminal-reliability.ts';
export { topsis } from './topsis.ts';
export type { TrackCover } from './track-cover.ts';
