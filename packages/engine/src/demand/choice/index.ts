/** Choice among alternatives: logits, their constants and estimation, and what choice rests on. */
export {
  type Estimate as LogitEstimate,
  type EstimationProblem,
  estimateLogit,
  type Observation,
} from './estimation.ts';
export { logisticsCost, type ShippedGoods, type ShippingWay } from './inventory.ts';
export {
  chooseNested,
  constantsFromShares,
  type LogitAlternative,
  type LogitChoice,
  type NestedLogit,
} from './nested-logit.ts';
