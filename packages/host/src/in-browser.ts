/** What of the host needs no machine: a browser reads texts and assesses them in its own thread. */
export * from './assess-with.ts';
export * from './corridor-texts.ts';
export * from './same-pool.ts';
export * from './solver.ts';
