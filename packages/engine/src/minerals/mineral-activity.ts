import type { DemandCurve } from './demand-curve.ts';
import type { HaulRoute } from './hauls.ts';
import type { Activity, ActivityMarket } from './market/activity-market.ts';
import type { Trade } from './measures.ts';
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
