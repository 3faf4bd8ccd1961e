/** The outside world for the engine: files, threads and progress. */
export * from './corridor-folder.ts';
