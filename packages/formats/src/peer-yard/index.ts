/** The neutral transshipment yard (`corridor-yard/1`) on which simulators are compared. */
export { type PeerYard, readPeerYard } from './read-peer-yard.ts';
export { type PeerEstimate, readYardResults } from './read-yard-results.ts';
