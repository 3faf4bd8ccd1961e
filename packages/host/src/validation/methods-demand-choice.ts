import type { MethodsShape } from './methods-inputs.ts';

/** Shapes of the cases of choice and elasticity. */
export const choiceShapes: readonly MethodsShape[] = [];
