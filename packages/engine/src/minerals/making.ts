import { wantedAt } from './element-demand.ts';
import { nowhere } from './gates.ts';
import { magnetElements, metalInMagnets, oxideInMetal, referenceInMagnets } from './magnet-making.ts';
import { mayTrade, taxRate } from './measures.ts';
import type { MineralActivity } from './mineral-activity.ts';
import type { MineralsModel, WorldState } from './minerals-model.ts';
import { capitalCharge } from './treating.ts';

/**
 * Metal from oxide, magnets from metal, and the trade in both. Magnets are followed by the elements in them: a kg is a kg
 * of the element, and what is paid for a kg of magnets is shared over the rare earths that it holds.
 *
 * @param minerals - the minerals of the corridor
 * @param working - ids of the plants that can work
 * @param state - the measures in force
 * @returns activities in kg/s of the element
 * @example
 * ```ts
 * making(minerals, ['alloy-works', 'magnet-works'], state);
 * ```
 */
export function making(minerals: MineralsModel, working: readonly string[], state: WorldState): MineralActivity[] {
  const of = (stage: 'metal' | 'magnet') => working.filter((id) => minerals.plants[id].stage === stage);
  const regionsOf = (plants: readonly string[]) => [...new Set(plants.map((id) => minerals.plants[id].region))];
  const [smelters, makers] = [of('metal'), of('magnet')];
  const held = metalInMagnets(minerals);
  const buyers = (element: string) =>
    Object.keys(minerals.regions).filter((region) =>
      Object.values(minerals.uses).some((use) => use.content[element] && use.regions[region]),
    );
  return magnetElements(minerals).flatMap((element): MineralActivity[] => {
    const price = referenceInMagnets(minerals, element).price;
    const metalPrice = minerals.elements[element].price * oxideInMetal(minerals, element);
    return [
      ...smelters
        .filter((plant) => makes(minerals, plant, element))
        .map((plant): MineralActivity => {
          const stated = minerals.plants[plant];
          return {
            id: `make ${element} metal at ${plant}`,
            kind: 'metal',
            plant,
            element,
            tax: 0,
            cost: stated.cost + capitalCharge(minerals, stated),
            flows: [
              [`${element} in ${stated.region}`, -oxideInMetal(minerals, element)],
              [metalAt(element, stated.region), 1],
            ],
          };
        }),
      ...trade(minerals, state, {
        element,
        form: 'metal',
        product: 'metals',
        from: regionsOf(smelters),
        to: regionsOf(makers),
        nodes: [metalAt, metalAt],
        price: metalPrice,
        mass: 1,
      }),
      ...makers.map((plant): MineralActivity => {
        const stated = minerals.plants[plant];
        return {
          id: `put ${element} into magnets at ${plant}`,
          kind: 'magnets',
          plant,
          element,
          tax: 0,
          cost: (stated.cost + capitalCharge(minerals, stated)) / held,
          flows: [
            [metalAt(element, stated.region), -1 / minerals.magnet_yield],
            [magnetsAt(element, stated.region), 1],
          ],
        };
      }),
      ...trade(minerals, state, {
        element,
        form: 'magnets',
        product: 'magnets',
        from: regionsOf(makers),
        to: buyers(element),
        nodes: [magnetsAt, (id, region) => wantedAt({ element: id, form: 'magnets', region })],
        price,
        mass: 1 / held,
      }),
    ];
  });
}

interface Goods {
  readonly element: string;
  readonly form: 'metal' | 'magnets';
  readonly product: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Nodes that a region sells from and buys at. */
  readonly nodes: readonly [
    sold: (element: string, region: string) => string,
    bought: (element: string, region: string) => string,
  ];
  /** At which taxes are reckoned, money/kg of the element. */
  readonly price: number;
  /** kg that are carried for a kg of the element. */
  readonly mass: number;
}

function trade(minerals: MineralsModel, state: WorldState, goods: Goods): MineralActivity[] {
  const { element, form, product, nodes, price, mass } = goods;
  const freight = (region: string) => minerals.regions[region].freight;
  return goods.from.flatMap((from) =>
    goods.to.flatMap((to): MineralActivity[] => {
      const ways = { product, from, to };
      const [sold, bought] = [nodes[0](element, from), nodes[1](element, to)];
      if (sold === bought || !mayTrade(state, ways)) return [];
      const tax = taxRate(state, ways) * price;
      return [
        {
          id: `ship ${element} ${form} from ${from} to ${to}`,
          kind: 'ship',
          form,
          place: from,
          element,
          trade: ways,
          route: nowhere,
          cost: (from === to ? 0 : mass * (freight(from) + freight(to))) + tax,
          tax,
          flows: [
            [sold, -1],
            [bought, 1],
          ],
        },
      ];
    }),
  );
}

function makes(minerals: MineralsModel, plant: string, element: string): boolean {
  return minerals.plants[plant].makes?.includes(element) ?? true;
}

function metalAt(element: string, region: string): string {
  return `${element} metal in ${region}`;
}

function magnetsAt(element: string, region: string): string {
  return `${element} in magnets made in ${region}`;
}
