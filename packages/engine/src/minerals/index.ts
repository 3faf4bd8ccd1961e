/**
 * Room 6, minerals: where is ore mined, refined, sold, under which policy?
 * Takes the deposits, mines, plants, hauls and policies of the corridor and the times of its journeys; returns who
 * produces, refines and buys how much at what price, what travels on the railway, and what disruptions cost.
 */
export * from './balance.ts';
export * from './concentration.ts';
export * from './market/activity-market.ts';
export * from './market/asymmetric-equilibrium.ts';
export * from './min-cost-flow.ts';
export * from './processing-chain.ts';
export * from './stoichiometry.ts';
