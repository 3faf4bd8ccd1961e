/** Networks, trip tables and flows in the format of the Transportation Networks collection (TNTP). */
export { TntpError, type TntpFault } from './fault.ts';
export { readTntpFlows, type TntpFlow, writeTntpFlows } from './flows.ts';
export { readTntpWeights, type TntpWeights, tntpProblem } from './problem.ts';
export { readTntpNetwork, type TntpLink, type TntpNetwork } from './read-network.ts';
export { readTntpTrips, type TntpOrigin, type TntpTrips } from './read-trips.ts';
