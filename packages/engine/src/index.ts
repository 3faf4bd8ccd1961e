/** The engine: pure computation, room by room. See `rooms.ts` for their order. */
export * from './assessment.ts';
export * from './corridor/index.ts';
export * from './numerics/sha256.ts';
export * from './rooms.ts';
