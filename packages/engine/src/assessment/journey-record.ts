import type { Model } from '../corridor/index.ts';
import type { JourneyPart, JourneyTime } from '../running/index.ts';
import type { DrawResult } from '../study.ts';
import type { JourneyRecord } from './assessment.ts';
import { figure, series } from './figures.ts';

/**
 * A journey as the assessment tells it, with the border apart and its spread over the draws.
 *
 * @param model - the corridor with its stated values
 * @param id - id of the journey
 * @param journey - its times with stated values
 * @param draws - the draws of the option
 * @param restsOn - key of its trace
 * @returns the record; times `null` where the journey does not arrive
 * @example
 * ```ts
 * const record = journeyRecord(model, 'container', outcome.journeys.container, draws, 'journeys.container');
 * ```
 */
export function journeyRecord(
  model: Model,
  id: string,
  journey: JourneyTime,
  draws: readonly DrawResult[],
  restsOn: string,
): JourneyRecord {
  const { name, kind, published, compare } = model.journeys[id];
  const drawn = draws.flatMap((draw) => (draw.journeys[id]?.times ? [draw.journeys[id].times] : []));
  const told = (value: number | null, index: number) =>
    value === null
      ? null
      : figure(
          value,
          's',
          restsOn,
          drawn.map((times) => times[index]),
        ); // prettier-ignore
  const outcomes = new Map<string, number>();
  for (const draw of draws) outcomes.set(draw.journeys[id].outcome, (outcomes.get(draw.journeys[id].outcome) ?? 0) + 1);
  return {
    name,
    kind,
    total: told(journey.total, 0),
    running: told(journey.running, 1),
    border: told(journey.border, 2),
    layover: told(journey.layover, 3),
    parts: journey.parts.map((part) => ({
      what: part.what,
      id: part.id,
      label: labelOf(model, part),
      how: part.how,
      time: part.time === null ? null : figure(part.time, 's', restsOn),
      steps: part.steps.map(({ label, time }) => ({ label, time: figure(time, 's', restsOn) })),
    })),
    published:
      published === undefined && compare === undefined
        ? null
        : { time: published === undefined ? null : figure(published, 's', restsOn), compare: compare ?? '' },
    draws: series(
      [
        ['outcome', null, [...outcomes.keys()]],
        ['draws', '1', [...outcomes.values()]],
      ],
      restsOn,
    ),
  };
}

function labelOf(model: Model, { what, id }: JourneyPart): string {
  if (what === 'run') return model.services[id].name;
  return what === 'border' ? model.borders[id].name : model.stations[id].name;
}
