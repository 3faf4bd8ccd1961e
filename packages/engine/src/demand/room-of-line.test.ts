import { describe, expect, it } from 'vitest';
import { modelWithMarkets } from '../../test/markets.ts';
import { compareAtBorders, type Model } from '../corridor/index.ts';
import { journeyTime, runService } from '../running/index.ts';
import { calibrate } from './calibration.ts';
import { marketFlows } from './market-flows.ts';
import { demandNetwork, observedSupply } from './network.ts';
import { testRoom } from './room-of-line.ts';
import { journeyFlows } from './trains.ts';
import { withRoom } from './what-if.ts';

function questionOf(model: Model) {
  const borders = compareAtBorders(model);
  const services = Object.fromEntries(Object.keys(model.services).map((id) => [id, runService(model, id)]));
  const journeys = { box: journeyTime(model, 'box', services, borders) };
  const network = demandNetwork(model, { services, journeys });
  const supply = observedSupply(network);
  return { network, question: { model, year: 2025, supply, calibration: calibrate(model, supply) } };
}

describe('what would fill the line', () => {
  const main = modelWithMarkets((model) => ({ ...model, corridor: { ...model.corridor, main_journey: 'box' } }));
  const { network, question } = questionOf(main);
  const room = testRoom(network, question);

  it('is what the section that limits the main journey could take', () => {
    const { line: capacity } = question.supply.journeys.box;
    expect(capacity.binding).toBe(`line ${room?.line}/${room?.from}/${room?.to}`);
    expect(room?.claimed).toBeCloseTo(capacity.mass, 9);
    expect(room?.reckoned).toBeCloseTo(journeyFlows(main, marketFlows(question)).box, 9);
  });

  it('is reached when the markets are as many times as large as is said', () => {
    const factor = room?.needed.growth ?? 0;
    expect(factor).toBeGreaterThan(1);
    const offers = Object.fromEntries(
      Object.entries(marketFlows(question)).map(([id, { withoutInducement }]) => [id, factor * withoutInducement]),
    );
    const grown = marketFlows({ ...question, supply: withRoom(question.supply), offers });
    expect(journeyFlows(main, grown).box / (room?.claimed ?? 1)).toBeCloseTo(1, 4);
  });

  it('is not asked of a corridor without a main journey', () => {
    const { network: other, question: asked } = questionOf(modelWithMarkets());
    expect(testRoom(other, asked)).toBeNull();
  });
});
