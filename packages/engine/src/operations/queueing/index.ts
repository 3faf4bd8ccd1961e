/**
 * Closed forms of queues at borders and yards: for screening, and as oracles of the simulation. Pure functions of rates
 * and times in any one unit of time.
 */
export { bulkArrivals } from './bulk-arrivals.ts';
export { type CraneCycle, craneCycle } from './crane-cycle.ts';
export { erlangB, erlangC } from './erlang.ts';
export { allenCunneen, generalQueue } from './general-queue.ts';
export {
  type FiniteQueue,
  finiteQueue,
  type MarkovianQueue,
  markovianQueue,
  type SteadyQueue,
} from './markovian-queue.ts';
export { meanOfBoth } from './parallel-branches.ts';
export { waitsByPreemption, waitsByPriority } from './priority-queue.ts';
export { type ChannelMixture, channelQuantile, type RiskChannel, riskChannels } from './risk-channels.ts';
export { type TandemLine, tandemLine } from './tandem-line.ts';
export {
  type CorridorSpeeds,
  corridorSpeeds,
  type JourneySegment,
  relativeChange,
} from './time-cost-distance.ts';
