import type { ClaimRecord, ConflictRecord, Input, SourceRecord } from '../evidence/index.ts';
import type { AppraisalRecord } from './appraisal.ts';
import type { Figure, Series } from './figure.ts';
import type { MineralsRecord } from './minerals-types.ts';

export type { Figure, Series } from './figure.ts';

/**
 * What a study hands over: the plain data of `assessment.json`, from which the dossier is composed.
 * Every number stands in a {@link Figure} or in a column of a {@link Series}, with its unit and a trace to its inputs.
 */
export interface Assessment {
  readonly format: 'throughline-assessment/1';
  readonly made_by: MadeBy;
  readonly corridor: CorridorHead;
  readonly options: Readonly<Record<string, OptionAssessment>>;
  /** What the options mean beside each other: worth, finance, agreement. */
  readonly appraisal: AppraisalRecord;
  /** Which inputs each result rests on, by the key that figures name in `rests_on`. */
  readonly traces: Readonly<Record<string, Trace>>;
  /** Every input that a trace names, by its dotted path, prefixed by the option where options differ. */
  readonly inputs: Readonly<Record<string, Input>>;
  readonly sources: Readonly<Record<string, SourceRecord>>;
  readonly claims: Readonly<Record<string, ClaimRecord>>;
  readonly conflicts: Readonly<Record<string, ConflictRecord>>;
}

/** What made the results. */
export interface MadeBy {
  readonly engine: string;
  readonly corridor: string;
  /** SHA-256 of the corridor's files. */
  readonly corridor_hash: string;
  readonly scenario: string | null;
  readonly scenario_title: string | null;
  readonly seed: number;
  readonly draws: number;
  /** Claims believed instead of the verdicts: path of the quantity → claim. */
  readonly switches: Readonly<Record<string, string>>;
  readonly fidelity: 'full' | 'screening';
  readonly conventions: readonly string[];
}

/** What the corridor is. */
export interface CorridorHead {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly summary: string;
  readonly base_year: Figure;
  readonly main_journey: string | null;
  readonly main_border: string | null;
  /** What customs services and ministries count, year by year, beside each other; null where nothing is stated. */
  readonly trade: Series | null;
  /** What others published of borders and yards: name, border of the corridor, time and its bounds (h), sources. */
  readonly published_times: Series | null;
  /** Today's stays at border yards, each by itself: border, yard, flow, arrivals a day, mean, half of its interval, P90 (h). */
  readonly border_stays: Series | null;
  /** How the screening of nodes does under options it was not fitted to: node, options, simulated wait, errors (h). */
  readonly screened_nodes: Series | null;
  readonly countries: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly names: Readonly<Record<string, string>>;
        readonly iso: string;
        readonly clock: string;
      }
    >
  >;
}

/** Everything found out about one option. */
export interface OptionAssessment {
  readonly title: string;
  readonly summary: string;
  readonly order: number; // place in tables, not a measurement
  readonly opens: Figure | null;
  /** The year looked at. */
  readonly year: Figure;
  /** Options whose results are the same in everything computed so far; empty when it differs from all. */
  readonly same_as: readonly string[];
  readonly stations: Readonly<Record<string, StationRecord>>;
  readonly lines: Readonly<Record<string, LineRecord>>;
  readonly borders: Readonly<Record<string, BorderRecord>>;
  readonly services: Readonly<Record<string, ServiceRecord>>;
  readonly journeys: Readonly<Record<string, JourneyRecord>>;
  /** Null when no timetable was made. */
  readonly timetable: TimetableRecord | null;
  /** Null when no days were simulated. */
  readonly operations: OperationsRecord | null;
  /** Null where the corridor says nothing of what lies along its lines. */
  readonly impact: ImpactRecord | null;
  /** Null where the corridor describes no telecom network. */
  readonly telecom: TelecomRecord | null;
  /** Null where the corridor has no minerals. */
  readonly minerals: MineralsRecord | null;
  /** Null for a corridor without markets. */
  readonly demand: DemandRecord | null;
}

/** Who sends what by which way, before the option opens and after. */
export interface DemandRecord {
  /** The year before it opens, and the year it opens. */
  readonly before: Figure;
  readonly after: Figure;
  /** What the railways carry, journeys over other borders left out, by calendar year. */
  readonly answers: Readonly<
    Record<
      string,
      {
        readonly mass: Figure;
        readonly mass_across: Figure;
        readonly persons: Figure;
        readonly persons_across: Figure;
        /** Part of the mass that mines decide. */
        readonly mined_share: Figure;
        /** Goods that found no room. */
        readonly refused: Figure;
      }
    >
  >;
  /** Year, state, rounds and residual of the fixed point, and the relative gap of the roads. */
  readonly years: Series;
  /** Market, kind, group of goods, way, mode, flows, shares, costs and times before and after. */
  readonly ways: Series;
  /** Year, line, ends, length, tonnes by direction, travellers, trains, part of the day held. */
  readonly sections: Series;
  /** Year, service, trains a day, what one of them carries and how full that is. */
  readonly trains: Series;
  /** Year, road or gate, tonnes a day, capacity, hours without and with that traffic. */
  readonly roads: Series;
  readonly zones: Readonly<
    Record<
      string,
      {
        readonly name: string;
        readonly kind: string;
        readonly position: readonly [latitude: number, longitude: number];
      }
    >
  >;
  /** Goods between zones, both directions together, by mode, before and after. */
  readonly flows: Series;
  /** What the model was not told, and what it says. */
  readonly held_back: ReadonlyArray<{ readonly name: string; readonly observed: Figure; readonly predicted: Figure }>;
  /** Market, elasticity of rail to price and time, published range. */
  readonly elasticities: Series;
  /** Forecasts of others, and what would have to be true for them. */
  readonly forecasts: ReadonlyArray<TestedRecord & { readonly name: string; readonly kind: 'freight' | 'passenger' }>;
  /** What the section that limits the main journey could take, and what would fill it; null where none limits it. */
  readonly room: (TestedRecord & { readonly line: string; readonly from: string; readonly to: string }) | null;
  /** Draws whose fixed point was reached in every year. */
  readonly converged: Figure;
}

/** A number of a year beside what is reckoned here, and what would have to be true for it. */
export interface TestedRecord {
  readonly year: Figure;
  readonly claimed: Figure;
  readonly reckoned: Figure;
  readonly across_border: Figure;
  /** Null where not even that suffices. */
  readonly needed: { readonly tariff: Figure | null; readonly border: Figure | null; readonly growth: Figure | null };
}

/** A station as the map and the diagrams show it. */
export interface StationRecord {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly country: string;
  readonly role: string | null;
  readonly position: readonly [latitude: number, longitude: number] | null;
  readonly elevation: Figure | null;
}

/** A line as the map and the tables show it. */
export interface LineRecord {
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly status: string;
  readonly length: Figure;
  /** Gauges in words: `1000 mm`, `1000 mm + 1435 mm`. */
  readonly gauges: string;
  readonly power: string;
  readonly tracks: string;
  /** Part of the length whose gradient is an estimate. */
  readonly estimated_gradient: Figure;
  /** Largest difference between integrated gradients and the elevations of its stations, where both are stated. */
  readonly elevation_mismatch: Figure | null;
  /** Course as latitude and longitude, for drawing. */
  readonly course: ReadonlyArray<readonly [latitude: number, longitude: number]>;
  readonly stations: readonly string[];
}

/** What stops a train at a border, and what follows. */
export interface BorderRecord {
  readonly name: string;
  readonly countries: readonly string[];
  readonly comparisons: ReadonlyArray<{
    readonly attribute: string;
    /** What each side has, by country id. */
    readonly sides: Readonly<Record<string, string>>;
    readonly finding: 'fits' | 'differs' | 'unknown';
    readonly stops: 'wagons' | 'locomotives' | 'limits';
    readonly works: string;
    /** Options in which this attribute no longer differs. */
    readonly removed_by: readonly string[];
  }>;
  readonly freight: readonly string[];
  readonly passenger: readonly string[];
}

/** One train of a service, alone on the line. */
export interface ServiceRecord {
  readonly name: string;
  readonly kind: 'freight' | 'passenger';
  readonly train_type: string;
  readonly consist: string;
  readonly mass: Figure;
  readonly trailing_mass: Figure;
  readonly net_load: Figure;
  readonly length: Figure;
  readonly distance: Figure;
  /** Lines used, in order. */
  readonly lines: readonly string[];
  readonly outcome: RunRecord | StoppedRecord;
}

/** A run that arrives. */
export interface RunRecord {
  readonly kind: 'run';
  /** Running time with its stops, and of it the standing time. */
  readonly time: Figure;
  readonly standing: Figure;
  readonly average_speed: Figure;
  readonly energy_at_wheel: Figure;
  /** Energy taken from wire or tank. */
  readonly energy_taken: Figure;
  readonly energy_source: string;
  /** Energy taken per net tonne-kilometre, for freight with a load. */
  readonly energy_per_net_tkm: Figure | null;
  /** Stations passed: id, distance (km), arrival (s), elevation (m), and whether the train reverses there. */
  readonly stations: Series;
  /** Distance (km), speed (km/h), permitted speed (km/h), gradient height (m), driving phase. */
  readonly profile: Series;
  /** Time and distance by driving phase. */
  readonly phases: Series;
}

/** A run that does not arrive, and why. */
export interface StoppedRecord {
  readonly kind: 'cannot-start' | 'cannot-climb' | 'cannot-brake' | 'no-route' | 'outside-model';
  readonly message: string;
  /** Where: distance from the start. */
  readonly at: Figure | null;
  /** Largest mass the train could take there. */
  readonly largest_mass: Figure | null;
}

/** An end-to-end journey with the border shown apart. */
export interface JourneyRecord {
  readonly name: string;
  readonly kind: 'freight' | 'passenger';
  /** Null when a leg does not arrive. */
  readonly total: Figure | null;
  readonly running: Figure | null;
  readonly border: Figure | null;
  readonly layover: Figure | null;
  readonly parts: ReadonlyArray<{
    readonly what: 'run' | 'border' | 'layover';
    /** Service, border or station id. */
    readonly id: string;
    readonly label: string;
    /** For a border: the kind of transfer. */
    readonly how: string | null;
    readonly time: Figure | null;
    readonly steps: ReadonlyArray<{ readonly label: string; readonly time: Figure }>;
  }>;
  readonly published: { readonly time: Figure | null; readonly compare: string } | null;
  /** What became of the draws: `arrives` and named outcomes, with counts. */
  readonly draws: Series;
}

/** What is behind a result. */
export interface Trace {
  readonly about: string;
  /** Keys of `inputs` that it uses itself. */
  readonly inputs: readonly string[];
  /** Keys of the traces of what it is made from, whose inputs are behind it too. */
  readonly through: readonly string[];
}

/** Simulated days of an option: what happens to its trains and to what they carry. */
export interface OperationsRecord {
  readonly days: Figure;
  readonly replications: Figure;
  /** How trains are dispatched when the plan breaks. */
  readonly dispatch: string;
  /** Times from end to end (h), with half of the 95 % interval of the mean; null where nothing arrived. */
  readonly journeys: Readonly<
    Record<
      string,
      {
        readonly mean: Figure | null;
        readonly half_width: Figure | null;
        readonly p10: Figure | null;
        readonly p50: Figure | null;
        readonly p90: Figure | null;
        /** Group of causes, time (h). */
        readonly groups: Series;
        /** Cause, its group, time (h); adds up to the mean. */
        readonly causes: Series;
      }
    >
  >;
  /** Service, trains a day by what became of them, times (h), shares of punctual trains, what is moved a day. */
  readonly services: Series;
  /** Commodity, mean time of the trains that carry it (h), what these trains move a day. */
  readonly commodities: Series;
  /** Node, step, hour of the day, mean number waiting. */
  readonly queues: Series;
  /** Node, resource, share of working time for which it is busy, number busy in the busiest hour. */
  readonly resources: Series;
  /** Kind, element, share of time for which it is taken, share at which it is called full; fullest first. */
  readonly elements: Series;
  readonly binding: { readonly kind: string; readonly name: string; readonly use: Figure } | null;
  /** What grows without end, in words. */
  readonly overload: readonly string[];
  /** Vehicle, number on trains that are on their way: mean and most. */
  readonly vehicles: Series;
  /** Fleet, units there are and needed at least, on trains (mean, most), sent over, under repair, light runs, waits for it. */
  readonly fleets: Series;
  /**
   * What one more machine or officer, or an hour more, buys where it works: facility, resource, change, use, stay (h),
   * change of the stay and half of its 95 % interval (h).
   */
  readonly levers: Series;
  /** How demand and these days agree; null for a corridor without markets. */
  readonly agreement: AgreementRecord | null;
}

/** Times of the year an option opens, as shippers expect them and as they were simulated. */
export interface AgreementRecord {
  readonly year: Figure;
  /** Journey, expected and simulated time (h), ports at its end left out. */
  readonly journeys: Series;
  /** Largest difference of a journey, as a part of the simulated time. */
  readonly residual: Figure;
  /** Node, waits in it (h): simulated, and as screened before anything was fitted. */
  readonly nodes: Series;
}

/** The daily timetable of an option, every day alike, and how full it leaves the lines. */
export interface TimetableRecord {
  /** Train, service, departure and arrival (h of the day on the clocks of its ends), journey (h), time alone (h), waiting (min). */
  readonly trains: Series;
  /** Train graphs by line: what runs on it, with times on the clock of the line's first station. */
  readonly graphs: Readonly<Record<string, TrainGraphRecord>>;
  /**
   * Sections with trains: line, from, to, length, trains a day, occupancy, limit; by the Chinese method the parallel
   * diagram and the goods trains left beside the others, in pairs on single and in trains one way on double track, or
   * why there is no number; Scott.
   */
  readonly sections: Series;
  /** The fullest section. */
  readonly binding: { readonly section: string; readonly occupancy: Figure } | null;
  /** Waiting by reason. */
  readonly waits: Series;
  readonly refused: ReadonlyArray<{
    readonly service: string;
    readonly count: Figure;
    readonly reason: string;
    readonly section: string | null;
  }>;
  /** How many more trains of a leg of the main journey fit, and what refuses the next. */
  readonly saturations: ReadonlyArray<{
    readonly services: readonly string[];
    readonly added: Figure;
    readonly refused: { readonly service: string; readonly reason: string; readonly section: string | null } | null;
  }>;
  /** Published capacities of parts of lines beside the parallel diagram and the goods pairs of their scarcest section. */
  readonly published: ReadonlyArray<{
    readonly line: string;
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly section: string | null;
    readonly published: Figure;
    readonly parallel: Figure | null;
    readonly goods: Figure | null;
    /** Most trains a day on one of its sections, both ways. */
    readonly trains: Figure;
  }>;
  /** Small works where the main journey is scarce, by the train paths they buy. */
  readonly works: ReadonlyArray<{
    readonly kind: 'crossing station' | 'station loop' | 'block signal';
    readonly line: string;
    readonly section: string;
    /** The station of a loop. */
    readonly station: string | null;
    readonly at: Figure;
    readonly gained: Figure;
    /** Trains a day that fit without and with it. */
    readonly before: Figure;
    readonly after: Figure;
    readonly refused: { readonly service: string; readonly reason: string; readonly section: string | null } | null;
  }>;
  /** Mean journey of the planned trains over that of each alone. */
  readonly extension: Figure;
}

/** A day on one line. */
export interface TrainGraphRecord {
  /** Station id, distance (km). */
  readonly stations: Series;
  /** Train, distance (km), time (h of the day, rising through midnight); the points of a train follow each other. */
  readonly points: Series;
}

/** What an option does to air, land, water and people. */
export interface ImpactRecord {
  /** Year; greenhouse gas of trains, of other transport by mode, of hubs and of all (kt); pollutants (t); people killed. */
  readonly transport: Series;
  /** Year in which emissions of options are compared. */
  readonly compared_in: Figure;
  /** Greenhouse gas of all transport in that year; null where flows are not known. */
  readonly emitted: Figure | null;
  /** The same against the do-minimum, draw by draw; null for the do-minimum and where flows are not known. */
  readonly emitted_against: Figure | null;
  /** Greenhouse gas of building. */
  readonly construction: Figure;
  readonly land_taken: Figure;
  readonly displaced: Figure;
  /** People exposed to noise above the limit by night along what is built. */
  readonly exposed: Figure;
  /** Against the do-minimum; null where nothing more is built, or flows are not known. */
  readonly payback: PaybackRecord | null;
  /** Alignment, length (km), land by class (ha), people, households, carbon (kt). */
  readonly land: Series;
  /** What is crossed certainly or possibly: feature, kind, alignment, finding, distance (km). */
  readonly crossings: Series;
  /** Id and name of the line, trains, level at 25 m, distances within which limits are exceeded, people there. */
  readonly noise: Series;
  /** Band of the day-evening-night level, people along each line. */
  readonly exposed_by_level: Series;
  readonly screenings: readonly ScreeningRecord[];
  /** Place, length built, land, people, noise, crossings, what was asked. */
  readonly places: Series;
  /** Deposit, kind and name of the nearest settlement, river and protected area, distance with the range of what is known. */
  readonly deposit_neighbours: Series;
  /** Deposit, thorium and uranium (ppm), activity (Bq/g) and its class; ore, tailings, residues and thorium (t a year). */
  readonly deposit_hazards: Series;
  readonly consultations: readonly ConsultationRecord[];
  /** Parks, rivers and the like, for drawing. */
  readonly features: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly names: Readonly<Record<string, string>>;
    readonly kind: string;
    readonly outline: ReadonlyArray<readonly [latitude: number, longitude: number]>;
    readonly finding: 'certain' | 'possible' | 'none';
  }>;
}

/** When savings of greenhouse gas make up for what building emitted. */
export interface PaybackRecord {
  /** The option that it is compared with, in words. */
  readonly against: string;
  /** Greenhouse gas of building beyond the other option (kt). */
  readonly built: Figure;
  /** What transport saves in the first year (kt a year); negative where it emits more. */
  readonly saved_first: Figure;
  /** The year; null when it never comes within a hundred years. */
  readonly year: Figure | null;
  /** Years before which one draw in ten, and nine in ten, have paid back; null where they have not. */
  readonly early: Figure | null;
  readonly late: Figure | null;
  /** Part of the draws that never pay back; null without draws. */
  readonly never: Figure | null;
}

/** The category into which a bank or state puts the option, and why. */
export interface ScreeningRecord {
  readonly id: string;
  readonly scheme: string;
  readonly category: string;
  readonly leads_to: string;
  readonly triggers: ReadonlyArray<{
    readonly category: string;
    readonly reference: string;
    readonly facts: readonly string[];
  }>;
  /** Rules of stricter categories for which a fact is missing. */
  readonly not_judged: readonly string[];
}

/** An entry of the consultation register; texts by language code, `en` always among them. */
export interface ConsultationRecord {
  readonly place: Readonly<Record<string, string>>;
  readonly group: Readonly<Record<string, string>>;
  readonly asked: Readonly<Record<string, string>>;
  readonly answer: Readonly<Record<string, string>> | null;
  readonly state: 'recorded' | 'expected';
  readonly date: string | null;
}

/** The line as a cable route. */
export interface TelecomRecord {
  /** Year of the traffic. */
  readonly year: Figure;
  readonly home: string;
  readonly near: string;
  readonly far: string;
  /** Hours a year in which something fails, without and with the railway's cables, each with its range. */
  readonly questions: Series;
  /** International traffic that is not carried on average. */
  readonly dropped: Figure;
  readonly dropped_without: Figure;
  /** One way between the two ends; null where no cable leads there. */
  readonly delay: Figure | null;
  readonly delay_without: Figure | null;
  /** There and back, and the length of the shortest way by cable. */
  readonly round_trip: Figure | null;
  readonly round_trip_without: Figure | null;
  readonly way: Figure | null;
  readonly way_without: Figure | null;
  /** Country, cable (km), laying (MUSD), rent (MUSD a year). */
  readonly fibre: Series;
  /** Null where nothing is laid along the line. */
  readonly rent: Figure | null;
  readonly laying: Figure | null;
  readonly worth: Figure;
  /** Cable, kind, capacity (Tbit/s), availability (%), repair (h). */
  readonly cables: Series;
  /** Part of a line, length (km), sites, sites needed, cover (%). */
  readonly cover: Series;
}
