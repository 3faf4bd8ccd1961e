import type { Arrivals } from './arrivals.ts';
import type { NodeNetwork } from './network.ts';
import type { Tokens } from './tokens.ts';

/**
 * The way on from a step that has several: the route that is for the flow of a token, else one by the shares.
 *
 * @param network - the node
 * @param step - index of the step that is done; it has routes
 * @param token - who goes on
 * @param tokens - all tokens
 * @param arrivals - whose random number decides between shares
 * @returns index of the step it leads to
 * @example
 * ```ts
 * routeFrom(network, 3, wagon, tokens, arrivals); // 5, the red channel
 * ```
 */
export function routeFrom(
  network: NodeNetwork,
  step: number,
  token: number,
  tokens: Tokens,
  arrivals: Arrivals,
): number {
  const { routes } = network.steps[step]!;
  const flow = tokens.flow[token]!;
  const certain = routes.find(({ flows }) => flows?.includes(flow));
  if (certain) return certain.to;
  const shared = routes.filter(({ flows }) => flows === null);
  if (shared.length === 1) return shared[0]!.to;
  let left = arrivals.draw(token) * shared.reduce((sum, { share }) => sum + share, 0);
  const chosen = shared.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  return (chosen ?? shared.at(-1)!).to;
}
