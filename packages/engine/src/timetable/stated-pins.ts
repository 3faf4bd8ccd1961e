import { type Model, timeOfDay } from '../corridor/index.ts';
import { stationClock } from './infrastructure/time-base.ts';
import { DAY, type Pin } from './plan-options.ts';

/** The pins of a corridor, their times in the time base. */
export function statedPins(model: Model): Pin[] {
  return Object.values(model.pins).map((stated): Pin => {
    const { service, number = 1, station, track, stop, arrival, departure, before, before_number = 1 } = stated;
    const clock = stationClock(model, station);
    const time = (text: string) => (((timeOfDay(text) - clock) % DAY) + DAY) % DAY;
    return {
      service,
      number,
      station,
      ...(track === undefined ? {} : { track }),
      ...(stop === undefined ? {} : { stop }),
      ...(arrival === undefined ? {} : { arrival: time(arrival) }),
      ...(departure === undefined ? {} : { departure: time(departure) }),
      ...(before === undefined ? {} : { before: { service: before, number: before_number } }),
    };
  });
}
