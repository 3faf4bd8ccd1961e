import type { DemandCurve } from './demand-curve.ts';
import type { ElementDemand } from './element-demand.ts';
import type { HaulRoute } from './hauls.ts';
import type { Activity, ActivityMarket } from './market/activity-market.ts';
import type { Trade } from './measures.ts';

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
        readonly form: 'oxide' | 'metal' | 'magnets';
        readonly place: string;
        readonly element: string;
        readonly trade: Trade;
        readonly route: HaulRoute;
      }
    | { readonly kind: 'metal'; readonly plant: string; readonly element: string }
    | { readonly kind: 'magnets'; readonly plant: string; readonly element: string }
    | { readonly kind: 'use'; readonly wanted: ElementDemand; readonly curve: DemandCurve }
    | { readonly kind: 'stockpile'; readonly region: string; readonly element: string }
    | { readonly kind: 'heap'; readonly place: string; readonly element: string }
  );

/** The market of a state of the world. */
export interface MineralMarket extends ActivityMarket {
  readonly activities: readonly MineralActivity[];
  /** Demand curves by the node at which something is wanted. */
  readonly curves: Readonly<Record<string, DemandCurve>>;
}

/** A demand curve of what is wanted, in place of the one through the reference price. */
export type CurveOf = (demand: ElementDemand) => DemandCurve;
