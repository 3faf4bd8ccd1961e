/** Version of the engine, part of what made a result. */
export const engineVersion = '0.1.0';
