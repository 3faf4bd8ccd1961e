import type { Model } from '../corridor/index.ts';
import type { MineralTonnes } from './mineral-tonnes.ts';

/** What the markets of mines send; acids are bought by works and belong to other markets. */
const goods: readonly string[] = ['concentrate', 'oxides'];

/**
 * What mines and works offer to the markets of the corridor that are theirs: concentrate and oxides whose way leads
 * past a station of the market's origin and later past one of its destination, whatever they travel by.
 *
 * @param model - the corridor as drawn
 * @param tonnes - what travels between sites
 * @returns kg/s by market; 0 where nothing is offered
 * @example
 * ```ts
 * tonnesOffered(model, outcome.tonnes)['ore-to-port'];
 * ```
 */
export function tonnesOffered(model: Model, tonnes: readonly MineralTonnes[]): Record<string, number> {
  const sites = model.minerals?.sites ?? {};
  const stationsOf = (place: string) => model.zones[place]?.stations ?? [];
  const offers: Record<string, number> = {};
  for (const [id, market] of Object.entries(model.markets)) {
    if (!market.offered_by_mines) continue;
    const [from, to] = [stationsOf(market.origin), stationsOf(market.destination)];
    const at = (stations: readonly string[]) => (site: string) => stations.includes(sites[site]?.station ?? '');
    offers[id] = tonnes.reduce((sum, { commodity, via, mass }) => {
      const first = via.findIndex(at(from));
      const last = via.findLastIndex(at(to));
      return goods.includes(commodity) && first >= 0 && last > first ? sum + mass : sum;
    }, 0);
  }
  return offers;
}
