import type { Corridor, Model } from '../corridor/index.ts';
import type { DemandOutcome, TransportMode } from '../demand/index.ts';
import type { ImpactOutcome } from '../impact/index.ts';
import type { VehiclesSeen } from '../operations/index.ts';
import type { ServiceOutcome } from '../running/index.ts';
import type { TelecomOutcome } from '../telecom/index.ts';
import type { MoneyOfAccount } from './money-of-account.ts';
import type { ModeIntensity } from './traffic-units.ts';

/** An option as the rooms before left it. */
export interface EconomicOption {
  readonly id: string;
  /** First year of operation as its file states it. */
  readonly opens: number;
  readonly model: Model;
  /** The same corridor with its quantities, for the currencies of amounts. */
  readonly stated: Corridor;
  readonly services: Readonly<Record<string, ServiceOutcome>>;
  /** Null where no days were simulated. */
  readonly vehicles?: VehiclesSeen | null;
  readonly demand: Pick<DemandOutcome, 'years'> & Partial<Pick<DemandOutcome, 'passedOn'>>;
  /** Null for a corridor that says nothing of air, land and people. */
  readonly impact?: Pick<ImpactOutcome, 'transport' | 'construction' | 'noise'> | null;
  /** Null for a corridor without a telecom network. */
  readonly telecom?: Pick<TelecomOutcome, 'home' | 'fibre' | 'carriedMore'> | null;
}

/** Currencies, harm and vehicles: what options are compared by. */
export interface EconomicSetting {
  readonly money: MoneyOfAccount;
  readonly intensities: Readonly<Partial<Record<TransportMode, ModeIntensity>>>;
  /** At which vehicles are paid for. */
  readonly vehicleRate: number;
}
