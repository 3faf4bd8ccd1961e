/** The engine: pure computation, room by room. See `rooms.ts` for their order. */
export * from './corridor/index.ts';
export * from './rooms.ts';
