/** The engine: pure computation, room by room. See `rooms.ts` for their order. */
export * from './appraise.ts';
export * from './assessment/index.ts';
export * from './corridor/index.ts';
export * from './demand/index.ts';
export * from './evidence/index.ts';
export * from './numerics/canonical-json.ts';
export * from './numerics/linear-program.ts';
export * from './numerics/sha256.ts';
export * from './operations/index.ts';
export * from './ports.ts';
export * from './rooms.ts';
export * from './running/index.ts';
export * from './simulate.ts';
export * from './study.ts';
export * from './telecom/index.ts';
export * from './timetable/index.ts';
export * from './version.ts';
