/**
 * Quantile functions (inverse cumulative distribution functions) and their inverses: a uniform number of a stream in, a
 * random value out, so that one uniform number is always one value and common random numbers stay common.
 */
export { betaCdf, betaQuantile } from './distributions/beta.ts';
export { discreteQuantile, weightedIndex } from './distributions/discrete.ts';
export { exponentialCdf, exponentialQuantile } from './distributions/exponential.ts';
export { erlangQuantile, gammaCdf, gammaQuantile } from './distributions/gamma.ts';
export { lognormalCdf, lognormalFromP10P90, lognormalQuantile } from './distributions/lognormal.ts';
export { NORMAL_P90, normalCdf, normalFromP10P90, normalQuantile } from './distributions/normal.ts';
export { pertCdf, pertQuantile } from './distributions/pert.ts';
export { triangularCdf, triangularQuantile } from './distributions/triangular.ts';
export { type Distribution, truncatedQuantile } from './distributions/truncated.ts';
export { uniformCdf, uniformQuantile } from './distributions/uniform.ts';
export { weibullCdf, weibullQuantile } from './distributions/weibull.ts';
