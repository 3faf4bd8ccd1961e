/** Kind of transport of a link or of a part of a way. */
export type TransportMode = 'rail' | 'road' | 'sea' | 'air' | 'border' | 'terminal';

/**
 * What one unit pays for a way, in money per kg (goods) or per person (passengers), apart by cause.
 *
 * @example
 * ```ts
 * const parts: CostParts = { money: 0.03, time: 0.004, reliability: 0.002, inventory: 0.001, spoilage: 0, handling: 0.006 };
 * ```
 */
export interface CostParts {
  /** Tariffs, freight rates, fares and tolls. */
  readonly money: number;
  /** Time on the way times the value of time. */
  readonly time: number;
  /** Standard deviation of the time times the value of reliability. */
  readonly reliability: number;
  /** Interest and depreciation of the goods under way; 0 for passengers. */
  readonly inventory: number;
  /** Value that perishes under way; 0 for passengers. */
  readonly spoilage: number;
  /** Charges of every transfer, terminal and border. */
  readonly handling: number;
}

/** One way of a market in one year. Flows in kg/s for goods and person/s for passengers, means over the year. */
export interface AlternativeFlow {
  /** What travels this way. */
  readonly flow: number;
  /** Standard containers a second; 0 where nothing travels in containers. */
  readonly teu: number;
  /** Part of the market's demand that travels this way, 0 to 1. */
  readonly share: number;
  /** What wanted to travel this way at this service and found no room; it is part of the flow of other ways. */
  readonly refused: number;
  /** Mean time from origin to destination, s. */
  readonly time: number;
  /** Standard deviation of that time, s. */
  readonly deviation: number;
  /** Generalised cost by part, money per kg or per person. */
  readonly cost: CostParts;
  /** Sum of the parts of the cost. */
  readonly generalised: number;
  /** Transport work a second by mode: kg·m/s or person·m/s. */
  readonly work: Readonly<Partial<Record<TransportMode, number>>>;
  /** Journeys of the corridor's railways that are part of it. */
  readonly journeys: readonly string[];
}

/** One market in one year. */
export interface MarketYear {
  readonly kind: 'freight' | 'passenger';
  /** Commodity of a goods market. */
  readonly commodity: string | null;
  /** All that travels, kg/s or person/s; the flows of its ways add up to it. */
  readonly demand: number;
  /** What would travel at the generalised cost of the base year: `demand` less what is induced. */
  readonly withoutInducement: number;
  /** Ways by id. */
  readonly alternatives: Readonly<Record<string, AlternativeFlow>>;
  /**
   * Expected generalised cost of the best way, money per kg or per person: −ln Σ exp V over λ (the logsum). Only
   * differences between years or options mean something; the benefit of a change is the area left of the demand curve,
   * by the rule of half ½ (demand before + demand after) · (logsum before − logsum after). Null where no way is left.
   */
  readonly logsum: number | null;
}

/** What travels over the railway between two neighbouring stations. */
export interface SectionFlow {
  readonly line: string;
  /** Its two ends in the order of the line. */
  readonly from: string;
  readonly to: string;
  /** m */
  readonly length: number;
  /** kg/s and person/s in the rising and in the falling direction. */
  readonly mass: readonly [rising: number, falling: number];
  readonly persons: readonly [rising: number, falling: number];
  /** Trains a second, both directions together. */
  readonly trains: number;
  /** Part of the day for which its fullest block is held, as screening reckons it; 0.6 is the limit of UIC 406. */
  readonly utilisation: number;
}

/** How the fixed point of service and demand ended. */
export interface Convergence {
  readonly outcome: 'converged' | 'not converged';
  /** Largest difference between a time that choice reckoned with and the time that followed from it, as a part of it. */
  readonly residual: number;
  readonly rounds: number;
}

/** How full the trains of a service are. */
export interface ServiceLoad {
  readonly name: string;
  readonly kind: 'freight' | 'passenger';
  /** What they carry, kg/s or person/s. */
  readonly carried: number;
  /** What one of them takes when it is as full as planned, kg or persons. */
  readonly room: number;
  /** Part of the room of the whole trains of a day that is taken; above 1 where journeys of different trains share it. */
  readonly part: number;
}

/** Roads and gates when no truck has a cheaper route. */
export interface RoadYear {
  /** By link: kg/s, s at that flow, and capacity in the year, kg/s; null where nothing limits it. */
  readonly links: Readonly<
    Record<string, { readonly flow: number; readonly time: number; readonly capacity: number | null }>
  >;
  /** How much dearer the routes taken are than the cheapest, as a part of what all pay. */
  readonly relativeGap: number;
  readonly iterations: number;
}

/** All markets in one year. */
export interface DemandYear {
  readonly year: number;
  /** `present`: before the option opens; `option`: with it. */
  readonly state: 'present' | 'option';
  readonly convergence: Convergence;
  readonly markets: Readonly<Record<string, MarketYear>>;
  /** Trains a second by service, real-valued, loaded and empty. */
  readonly trains: Readonly<Record<string, number>>;
  /** Those of them that carry something; trains of travellers always do. */
  readonly loaded: Readonly<Record<string, number>>;
  /** What travels on each journey of the corridor, kg/s or person/s. */
  readonly journeys: Readonly<Record<string, number>>;
  /** Whole trains a day by service: the trains above rounded up once, after the fixed point. */
  readonly wholeTrains: Readonly<Record<string, number>>;
  /** How full they are, by service that a market uses. */
  readonly loads: Readonly<Record<string, ServiceLoad>>;
  readonly sections: readonly SectionFlow[];
  readonly roads: RoadYear;
}

/** The constants of a market: what makes its ways as attractive as the observed shares say. */
export interface CalibratedMarket {
  /** Alternative-specific constant by way, in units of utility, solved from the base-year shares. */
  readonly constants: Readonly<Record<string, number>>;
  /** Logsum at the service of the base year, money per kg or per person; null where no way is left. */
  readonly logsum: number | null;
}

/** A number the model was not told, beside what it says. */
export interface HeldBack {
  readonly observation: string;
  readonly name: string;
  readonly observed: number;
  readonly predicted: number;
  readonly unit: string;
}

/** Elasticity of the corridor's railways in one market of the base year. */
export interface RailElasticity {
  /** Change of what they carry for a change of their price, both as parts. */
  readonly price: number;
  /** The same for their time. */
  readonly time: number;
  /** Published range of the elasticity to price; null where none is stated. */
  readonly published: readonly [low: number, high: number] | null;
}

/** What would have to be true for a number to be reached, one thing at a time, all else as reckoned. */
export interface Needed {
  /** Part of the tariffs of the railway that could be charged, 0 to 1 or more; null where not even free carriage suffices. */
  readonly tariff: number | null;
  /** Time that could be spent at borders, s a journey in the mean; null where not even an open border suffices. */
  readonly border: number | null;
  /** By what the markets would have to be larger. */
  readonly growth: number | null;
}

/** A number beside what the model says, kg/s or person/s, and what would have to be true for it. */
export interface TestedClaim {
  readonly claimed: number;
  readonly reckoned: number;
  /** Of `reckoned`, what crosses a border. */
  readonly acrossBorder: number;
  readonly needed: Needed;
}

/** A forecast of others in one year, over the lines it speaks of. */
export interface TestedForecast extends TestedClaim {
  readonly forecast: string;
  readonly name: string;
  readonly year: number;
  readonly kind: 'freight' | 'passenger';
}

/** The goods that the main journey's scarcest section could take, all its other trains as they are. */
export interface TestedRoom extends TestedClaim {
  readonly year: number;
  readonly line: string;
  /** Stations at the ends of the section. */
  readonly from: string;
  readonly to: string;
}

/**
 * Who sends what by which way, under one option in one draw. Years: the base year, the year before the option opens,
 * the year it opens, 10 and 30 years later; `demandIn` interpolates.
 *
 * @example
 * ```ts
 * const tonnes = outcome.years.map(({ year, markets }) => [year, markets.sulphur.demand * 31_557_600 / 1000]);
 * ```
 */
export interface DemandOutcome {
  readonly years: readonly DemandYear[];
  readonly calibration: Readonly<Record<string, CalibratedMarket>>;
  readonly heldBack: readonly HeldBack[];
  /** By market that uses the corridor's railways in the base year; empty in `screening`. */
  readonly elasticities: Readonly<Record<string, RailElasticity>>;
  /** Empty in `screening`. */
  readonly forecasts: readonly TestedForecast[];
  /** What access charges add to the stated price of the corridor's links, money per kg or person; none at the charges of today. */
  readonly passedOn: Readonly<Record<string, number>>;
  /** What would fill the line; null in `screening`, and where no section limits the main journey. */
  readonly room: TestedRoom | null;
}
