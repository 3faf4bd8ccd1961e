/**
 * One room of the engine: a folder of `packages/engine/src` that answers one question.
 *
 * @example
 * ```ts
 * import { type Room, rooms } from './rooms.ts';
 * const first: Room = rooms[0];
 * console.log(`${first.id} asks: ${first.asks}?`);
 * ```
 */
export type Room = {
  /** Name of the folder, and of the room in messages and documents. */
  readonly id: string;
  /** The question the room answers, without its question mark. */
  readonly asks: string;
  /** What the room hands to those after it. */
  readonly returns: string;
};

/**
 * The rooms of the engine in the order in which one follows from another: a room may use the results of those before
 * it and knows nothing of those after it. The import check, the command line and the documents read the order here.
 *
 * Rooms up to `telecom` describe one option in one draw, `economy` to `negotiation` compare the options of one draw,
 * `risk` and `evidence` look at all draws.
 *
 * @example
 * ```ts
 * import { rooms } from './rooms.ts';
 * console.log(rooms.map((room, index) => `${index + 1} ${room.id}`).join('\n'));
 * ```
 */
export const rooms = [
  {
    id: 'corridor',
    asks: 'what is there, what could be built, what do we know and from whom',
    returns: 'network, stock, services, border and options; every number a quantity with unit, range and source',
  },
  {
    id: 'running',
    asks: 'how fast is one train alone, on what energy',
    returns: 'speed profiles, minimum running times (pass/pass, pass/stop, stop/pass, stop/stop), energy',
  },
  {
    id: 'timetable',
    asks: 'which trains fit together; how many more would',
    returns: 'conflict-free train paths, blocking times, UIC 406 occupancy, capacity',
  },
  {
    id: 'operations',
    asks: 'what happens on the day, through the break of gauge and customs',
    returns: 'simulated days: transit times, punctuality, queues, tonnes moved, dwell by cause',
  },
  {
    id: 'demand',
    asks: 'who sends what by which way, at that service',
    returns: 'flows by commodity, mode, route and year; passengers; generalised costs',
  },
  {
    id: 'minerals',
    asks: 'where is ore mined, refined, sold, under which policy',
    returns: 'rare-earth flows, prices, plant use, concentration, disruption loss',
  },
  {
    id: 'impact',
    asks: 'what does it do to air, land, water and people',
    returns: 'emissions, land take, protected areas, noise, resettlement, screening category',
  },
  {
    id: 'telecom',
    asks: 'what does the fibre along the line add',
    returns: 'coverage, latency, availability of the international links',
  },
  {
    id: 'economy',
    asks: 'is it worth it for society',
    returns: 'costs and benefits by year and by country, ENPV, EIRR, switching values',
  },
  {
    id: 'finance',
    asks: 'can it be paid for',
    returns: 'loan schedules, grant element, FIRR, DSCR, debt indicators',
  },
  {
    id: 'negotiation',
    asks: 'who would agree to which split',
    returns: 'Shapley, core, Nash splits; the range in which each party says yes',
  },
  {
    id: 'risk',
    asks: 'how sure are we, what would change the answer',
    returns: 'distributions, Sobol indices, value of information, regret across scenarios',
  },
  {
    id: 'evidence',
    asks: 'which claims does the answer hang on',
    returns: 'trace of each result to its sources, conflicts between claims, the claim that flips the ranking',
  },
] as const satisfies readonly Room[];

/** Name of a room. */
export type RoomId = (typeof rooms)[number]['id'];
