import type { Needed, TestedClaim, TestedForecast } from './demand-outcome.ts';
import { type MarketQuestion, marketFlows } from './market-flows.ts';
import type { DemandNetwork } from './network.ts';
import { type JourneyFlows, journeyFlows } from './trains.ts';
import { onCorridorLinks, withJourneyTimes, withRoom, withTariffs } from './what-if.ts';

type Measured = (question: MarketQuestion) => number;

/** Markets a thousand times as large count as out of reach. */
const mostGrowth = 1000;

/**
 * Forecasts of others beside the model's own numbers, with what would have to be true for them: how little the railway
 * could charge, how little time borders could take, or by what the markets would have to be larger, one at a time and
 * with room for all.
 *
 * @param network - the network the forecasts speak of
 * @param questionIn - the question about a year: corridor, service and constants
 * @returns one entry a forecast, year and kind
 * @example
 * ```ts
 * testForecasts(network, questionIn).map(({ year, claimed, reckoned }) => [year, reckoned / claimed]);
 * ```
 */
export function testForecasts(network: DemandNetwork, questionIn: (year: number) => MarketQuestion): TestedForecast[] {
  return Object.entries(network.model.forecasts).flatMap(([id, forecast]) =>
    Object.values(forecast.years).flatMap(({ year, mass, persons }) => {
      const question = questionIn(year);
      return (['freight', 'passenger'] as const).flatMap((kind): TestedForecast[] => {
        const claimed = kind === 'freight' ? mass : persons;
        if (claimed === undefined) return [];
        const over = journeysOver(network, forecast.lines, kind);
        return [{ forecast: id, name: forecast.name, year, kind, ...testClaim(network, question, over, claimed) }];
      });
    }),
  );
}

/**
 * A number for what journeys carry together beside the model's own, with what would have to be true for it.
 *
 * @param network - the network the journeys are of
 * @param question - the question about the year: corridor, service and constants
 * @param over - ids of the journeys
 * @param claimed - the number, kg/s or person/s
 * @returns what the model says, what of it crosses a border, and what would be needed
 * @example
 * ```ts
 * testClaim(network, question, ['box'], 300).needed.growth; // 7.2
 * ```
 */
export function testClaim(
  network: DemandNetwork,
  question: MarketQuestion,
  over: readonly string[],
  claimed: number,
): TestedClaim {
  const abroad = over.filter((journey) => crossesBorder(network, journey));
  const measured: Measured = (asked) => sum(journeyFlows(asked.model, marketFlows(asked)), over);
  const flows = journeyFlows(question.model, marketFlows(question));
  return {
    claimed,
    reckoned: sum(flows, over),
    acrossBorder: sum(flows, abroad),
    needed: neededFor(network, question, over, claimed, measured),
  };
}

/**
 * Journeys of a kind that pass any of some lines.
 *
 * @param network - the network
 * @param lines - ids of the lines
 * @param kind - of goods or of travellers
 * @returns ids of the journeys, in the order of the file
 * @example
 * ```ts
 * journeysOver(network, ['one'], 'freight'); // ['box']
 * ```
 */
export function journeysOver(
  { model, ground }: DemandNetwork,
  lines: readonly string[],
  kind: 'freight' | 'passenger',
): string[] {
  return Object.entries(model.journeys).flatMap(([id, journey]) => {
    const passed = journey.legs.flatMap((leg) => ground.services[leg]?.route?.legs.map(({ line }) => line) ?? []);
    return journey.kind === kind && passed.some((line) => lines.includes(line)) ? [id] : [];
  });
}

function crossesBorder({ ground }: DemandNetwork, journey: string): boolean {
  return ground.journeys[journey]?.parts.some(({ what }) => what === 'border') ?? false;
}

function sum(flows: JourneyFlows, journeys: readonly string[]): number {
  return journeys.reduce((total, journey) => total + (flows[journey] ?? 0), 0);
}

function neededFor(
  { ground }: DemandNetwork,
  question: MarketQuestion,
  over: readonly string[],
  target: number,
  measured: Measured,
): Needed {
  const free = { ...question, supply: withRoom(question.supply) };
  const links = onCorridorLinks(question.model).filter((id) => over.includes(question.model.links[id].journey ?? ''));
  const atBorder = Object.fromEntries(over.map((id) => [id, ground.journeys[id]?.border ?? 0]));
  const mean =
    over.reduce((total, id) => total + atBorder[id], 0) / Math.max(1, over.filter((id) => atBorder[id] > 0).length);
  const saving = (part: number) => Object.fromEntries(over.map((id) => [id, atBorder[id] * (1 - part)]));
  const sizes = Object.entries(marketFlows(free)).map(([id, market]) => [id, market.withoutInducement] as const);
  const grown = (factor: number) => ({
    ...free,
    offers: Object.fromEntries(sizes.map(([id, size]) => [id, size * factor])),
  });
  const border = falling((part) => measured(withJourneyTimes(free, 1, saving(part))), target, 1);
  return {
    tariff: falling((factor) => measured(withTariffs(free, links, factor)), target, 3),
    border: border === null || mean === 0 ? null : border * mean,
    growth: rising((factor) => measured(grown(factor)), target, mostGrowth),
  };
}

/** Largest x from 0 to `high` at which a falling function still reaches the target; null where it never does. */
function falling(value: (x: number) => number, target: number, high: number): number | null {
  if (value(0) < target) return null;
  if (value(high) >= target) return high;
  return halved((x) => value(x) >= target, 0, high);
}

/** Smallest x from 0 to `high` at which a rising function reaches the target; null where it never does. */
function rising(value: (x: number) => number, target: number, high: number): number | null {
  if (value(high) < target) return null;
  return halved((x) => value(x) < target, 0, high);
}

/** The place where a condition that holds at `low` ceases to hold, to one part in ten million of the range. */
function halved(holds: (x: number) => boolean, low: number, high: number): number {
  let [yes, no] = [low, high];
  for (let i = 0; i < 40 && no - yes > 1e-7 * high; i++) {
    const middle = (yes + no) / 2;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return (yes + no) / 2;
}
