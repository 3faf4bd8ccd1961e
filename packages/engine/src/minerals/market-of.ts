import { type DemandCurve, demandCurve } from './demand-curve.ts';
import type { HaulRoute, RouteFinder } from './hauls.ts';
import type { Activity, ActivityMarket, CournotSeller, Limit } from './market/activity-market.ts';
import { canWork, mayTrade, quotaCounts, type Trade, taxRate } from './measures.ts';
import {
  basketOf,
  type MineralsModel,
  type Plant,
  referencePrices,
  sharesOf,
  type WorldState,
} from './minerals-model.ts';
import type { OxideDemand } from './oxide-demand.ts';

/** What an activity of the market is, so that its level can be told. */
export type MineralActivity = Activity & {
  /** Part of the cost that is paid to a state, money/kg. */
  readonly tax: number;
} & (
    | { readonly kind: 'mine'; readonly mine: string }
    | {
        readonly kind: 'treat';
        readonly mine: string;
        readonly plant: string;
        readonly trade: Trade;
        readonly route: HaulRoute;
        /** Routes of its reagents, by reagent. */
        readonly reagents: Readonly<Record<string, HaulRoute>>;
      }
    | {
        readonly kind: 'ship';
        readonly place: string;
        readonly element: string;
        readonly trade: Trade;
        readonly route: HaulRoute;
      }
    | { readonly kind: 'use'; readonly region: string; readonly element: string; readonly curve: DemandCurve }
    | { readonly kind: 'stockpile'; readonly region: string; readonly element: string }
    | { readonly kind: 'heap'; readonly place: string; readonly element: string }
  );

/** The market of a state of the world. */
export interface MineralMarket extends ActivityMarket {
  readonly activities: readonly MineralActivity[];
  /** Elements and regions whose demand has a curve. */
  readonly curves: Readonly<Record<string, DemandCurve>>;
}

/** A demand curve by region and element, in place of the one through the reference price. */
export type CurveOf = (demand: OxideDemand) => DemandCurve;

/** A stockpile buys up to this many times the reference price. */
const stockpileCeiling = 10;

const nowhere: HaulRoute = { cost: 0, time: 0, legs: [] };

/**
 * The market of a state of the world: what can be mined, treated, carried and used, at which cost, within which limits.
 * Masses in kg/s of oxide, money a kg.
 *
 * @param minerals - the minerals of the corridor
 * @param demands - what is wanted at the reference prices
 * @param state - railway, technology, measures, closed borders
 * @param routes - finds routes over the hauls that are open
 * @param curveOf - the demand curves; through reference price and quantity when left out
 * @returns the market
 * @example
 * ```ts
 * const market = marketOf(minerals, oxideDemand(minerals).oxides, state, routeFinder(minerals, conditions));
 * const found = equilibriumOf(market);
 * ```
 */
export function marketOf(
  minerals: MineralsModel,
  demands: readonly OxideDemand[],
  state: WorldState,
  routes: RouteFinder,
  curveOf: CurveOf = (demand) => referenceCurve(minerals, demand),
): MineralMarket {
  const working = Object.keys(minerals.plants).filter(
    (id) => minerals.plants[id].stage === 'separation' && canWork(minerals, id, state),
  );
  const curves = Object.fromEntries(
    demands.map((demand) => [`${demand.element} in ${demand.region}`, curveOf(demand)]),
  );
  const activities: MineralActivity[] = [
    ...mining(minerals),
    ...treating(minerals, working, state, routes),
    ...shipping(minerals, working, state, routes),
    ...using(minerals, demands, state, curves),
  ];
  return {
    activities,
    curves,
    limits: limitsOf(minerals, working, state, activities),
    sellers: sellersOf(minerals, activities, demands, curves),
  };
}

function referenceCurve(minerals: MineralsModel, { element, magnets, others }: OxideDemand): DemandCurve {
  const { price, elasticity } = minerals.elements[element];
  return demandCurve(price, magnets + others, elasticity);
}

function mining(minerals: MineralsModel): MineralActivity[] {
  return Object.entries(minerals.mines).map(([mine, { capacity, cost_first, cost_last, royalty = 0 }]) => {
    const due = royalty * basketOf(minerals, mine);
    return {
      id: `mine ${mine}`,
      kind: 'mine',
      mine,
      tax: due,
      cost: cost_first + due,
      slope: capacity > 0 ? Math.max(0, cost_last - cost_first) / capacity : 0,
      most: capacity,
      flows: [[`concentrate of ${mine}`, 1]],
    };
  });
}

function treating(
  minerals: MineralsModel,
  working: readonly string[],
  state: WorldState,
  routes: RouteFinder,
): MineralActivity[] {
  return working.flatMap((plant) => {
    const stated = minerals.plants[plant];
    const place = stated.site ?? stated.region;
    const recovery = (stated.leaching ?? 1) * (stated.separation ?? 1);
    const own = reagentRoutes(stated, routes);
    if (!own) return [];
    return (stated.feeds ?? []).flatMap((mine): MineralActivity[] => {
      const source = minerals.mines[mine];
      if (!source) return [];
      const trade = { product: 'concentrate', from: source.region, to: stated.region };
      const basket = basketOf(minerals, mine);
      const route = concentrateRoute(minerals, mine, plant, basket * source.concentrate_grade, routes);
      if (!route || !mayTrade(state, trade)) return [];
      const gained: Record<string, number> = {};
      for (const [element, share] of Object.entries(sharesOf(minerals, mine))) {
        // What a plant does not sell apart leaves it unseparated, and nobody pays for it.
        if (stated.makes?.includes(element)) gained[element] = share * recovery;
      }
      const tax = taxRate(state, trade) * basket;
      const cost =
        stated.cost + capitalCharge(minerals, stated) + route.cost / source.concentrate_grade + own.cost + tax;
      const flows = Object.entries(gained).map(([element, mass]) => [`${element} at ${place}`, mass] as const);
      const id = `treat ${mine} at ${plant}`;
      return [
        {
          id,
          kind: 'treat',
          mine,
          plant,
          trade,
          route,
          reagents: own.routes,
          cost,
          tax,
          flows: [[`concentrate of ${mine}`, -1], ...flows],
        },
      ];
    });
  });
}

/** Capital of a plant that is not there yet, spread over what it can treat in its life. */
function capitalCharge({ interest }: MineralsModel, { capital_cost = 0, lifetime, capacity }: Plant): number {
  if (capital_cost === 0 || capacity === 0 || lifetime === undefined) return 0;
  // Interest is counted by the second: the annuity of a flow that never pauses.
  const spread = interest === 0 ? 1 / lifetime : interest / (1 - annuityRest(interest, lifetime));
  return (capital_cost * spread) / capacity;
}

/** (1 + i)^−n with i by the year and n in years. */
function annuityRest(interest: number, lifetime: number): number {
  const years = Math.round(lifetime / 31_557_600);
  let rest = 1;
  for (let i = 0; i < years; i++) rest /= 1 + interest * 31_557_600;
  return rest;
}

function reagentRoutes(
  { site, reagents }: Plant,
  routes: RouteFinder,
): { cost: number; routes: Record<string, HaulRoute> } | undefined {
  let cost = 0;
  const found: Record<string, HaulRoute> = {};
  for (const [reagent, { amount, from }] of Object.entries(reagents)) {
    if (from === undefined || site === undefined) continue;
    const route = routes(from, site, 0);
    if (!route) return undefined;
    found[reagent] = route;
    cost += amount * route.cost;
  }
  return { cost, routes: found };
}

/** The way of concentrate from a mine to a plant: over the sites of the corridor where one has a site, else by the world market. */
function concentrateRoute(
  minerals: MineralsModel,
  mine: string,
  plant: string,
  value: number,
  routes: RouteFinder,
): HaulRoute | undefined {
  const { site: from, region: home } = minerals.mines[mine];
  const { site: to, region: there } = minerals.plants[plant];
  if (from !== undefined && to !== undefined) return routes(from, to, value);
  const freight = (region: string) => minerals.regions[region].concentrate_freight;
  if (from !== undefined) return throughGate(minerals, from, there, freight(there), value, routes);
  if (to !== undefined) return throughGate(minerals, to, home, freight(home), value, routes);
  return home === there ? nowhere : { ...nowhere, cost: freight(home) + freight(there) };
}

/** From a site over the cheapest gate of a region, and on. */
function throughGate(
  minerals: MineralsModel,
  site: string,
  region: string,
  freight: number,
  value: number,
  routes: RouteFinder,
): HaulRoute | undefined {
  let best: HaulRoute | undefined;
  for (const gate of minerals.regions[region].gates ?? []) {
    const route = routes(site, gate, value);
    if (route && !(best && best.cost <= route.cost)) best = route;
  }
  return best && { ...best, cost: best.cost + freight };
}

function shipping(
  minerals: MineralsModel,
  working: readonly string[],
  state: WorldState,
  routes: RouteFinder,
): MineralActivity[] {
  const places = new Map(
    working.map((id) => {
      const { site, region } = minerals.plants[id];
      return [site ?? region, { site, region }] as const;
    }),
  );
  const prices = referencePrices(minerals);
  return [...places].flatMap(([place, { site, region: from }]) =>
    Object.keys(minerals.elements).flatMap((element): MineralActivity[] => [
      {
        id: `heap ${element} at ${place}`,
        kind: 'heap',
        place,
        element,
        tax: 0,
        cost: 0,
        flows: [[`${element} at ${place}`, -1]],
      },
      ...Object.keys(minerals.regions).flatMap((to): MineralActivity[] => {
        const trade = { product: element, from, to };
        if (!mayTrade(state, trade)) return [];
        const freight = (region: string) => minerals.regions[region].freight;
        const route =
          from === to
            ? nowhere
            : site === undefined
              ? { ...nowhere, cost: freight(from) + freight(to) }
              : throughGate(minerals, site, to, freight(to), prices[element], routes);
        if (!route) return [];
        const tax = taxRate(state, trade) * prices[element];
        return [
          {
            id: `ship ${element} from ${place} to ${to}`,
            kind: 'ship',
            place,
            element,
            trade,
            route,
            cost: route.cost + tax,
            tax,
            flows: [
              [`${element} at ${place}`, -1],
              [`${element} in ${to}`, 1],
            ],
          },
        ];
      }),
    ]),
  );
}

function using(
  minerals: MineralsModel,
  demands: readonly OxideDemand[],
  { measures }: WorldState,
  curves: Readonly<Record<string, DemandCurve>>,
): MineralActivity[] {
  const uses = demands.map(({ region, element }): MineralActivity => {
    const node = `${element} in ${region}`;
    const curve = curves[node];
    return {
      id: `use ${node}`,
      kind: 'use',
      region,
      element,
      curve,
      tax: 0,
      cost: -curve.ceiling,
      slope: curve.slope,
      flows: [[node, -1]],
    };
  });
  const stockpiles = measures.flatMap(({ kind, region, product, most = 0 }, i): MineralActivity[] => {
    if (kind !== 'stockpile' || product === undefined || !minerals.elements[product]) return [];
    return [
      {
        id: `stockpile ${i} ${product} in ${region}`,
        kind: 'stockpile',
        region,
        element: product,
        tax: 0,
        cost: -stockpileCeiling * minerals.elements[product].price,
        most,
        flows: [[`${product} in ${region}`, -1]],
      },
    ];
  });
  return [...uses, ...stockpiles];
}

function limitsOf(
  minerals: MineralsModel,
  working: readonly string[],
  { measures }: WorldState,
  activities: readonly MineralActivity[],
): Limit[] {
  const capacities = working.map((plant) => ({
    id: `capacity of ${plant}`,
    most: minerals.plants[plant].capacity,
    activities: activities.flatMap((activity) =>
      activity.kind === 'treat' && activity.plant === plant ? [[activity.id, 1] as const] : [],
    ),
  }));
  const mining = Object.entries(minerals.regions).flatMap(([region, { conduct, mining_quota }]) =>
    conduct === 'quota-setting' && mining_quota !== undefined
      ? [
          {
            id: `mining quota of ${region}`,
            most: mining_quota,
            activities: activities.flatMap((activity) =>
              activity.kind === 'mine' && minerals.mines[activity.mine].region === region
                ? [[activity.id, 1] as const]
                : [],
            ),
          },
        ]
      : [],
  );
  const quotas = measures.flatMap((measure, i) =>
    measure.kind === 'export quota'
      ? [
          {
            id: `export quota ${i} of ${measure.region}`,
            most: measure.most ?? 0,
            activities: activities.flatMap((activity) =>
              (activity.kind === 'treat' || activity.kind === 'ship') && quotaCounts(measure, activity.trade)
                ? [[activity.id, 1] as const]
                : [],
            ),
          },
        ]
      : [],
  );
  return [...capacities, ...mining, ...quotas];
}

/** A Cournot region looks at all buyers abroad as one market, element by element. */
function sellersOf(
  minerals: MineralsModel,
  activities: readonly MineralActivity[],
  demands: readonly OxideDemand[],
  curves: Readonly<Record<string, DemandCurve>>,
): CournotSeller[] {
  return Object.entries(minerals.regions).flatMap(([region, { conduct }]) => {
    if (conduct !== 'Cournot') return [];
    return Object.keys(minerals.elements).flatMap((element) => {
      const exports = activities.flatMap((activity) =>
        activity.kind === 'ship' &&
        activity.element === element &&
        activity.trade.from === region &&
        activity.trade.to !== region
          ? [activity.id]
          : [],
      );
      const abroad = demands.filter((demand) => demand.element === element && demand.region !== region);
      const flat = abroad.reduce((sum, demand) => sum + 1 / curves[`${element} in ${demand.region}`].slope, 0);
      return exports.length > 0 && flat > 0
        ? [{ id: `${region} sells ${element}`, slope: 1 / flat, activities: exports }]
        : [];
    });
  });
}
