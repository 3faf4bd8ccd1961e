/** The outside world for the engine: files, threads and progress. */
export * from './assess-corridor.ts';
export * from './assess-with.ts';
export * from './assign.ts';
export * from './corridor-folder.ts';
export * from './dispatch-portfolio.ts';
export * from './same-pool.ts';
export * from './solver.ts';
export * from './study-pool.ts';
export * from './write-file.ts';
