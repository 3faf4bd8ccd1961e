/** The neutral single-track scenario (`corridor-scenario/1`) on which planners and simulators are compared. */
export { type PeerPlanOptions, planOfScenario } from './plan-of-scenario.ts';
export { readPeerScenario } from './read-peer-scenario.ts';
export {
  type PeerCall,
  type PeerScenario,
  PeerScenarioError,
  type PeerTrain,
  type PeerTrainType,
} from './scenario.ts';
