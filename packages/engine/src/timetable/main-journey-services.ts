import type { Model } from '../corridor/index.ts';

/**
 * The demand-driven services of each leg of the main journey, with the service that runs it the other way where there
 * is one: the trains of which a study asks how many more would fit.
 *
 * @param model - the corridor as drawn
 * @returns ids of one or two services for each demand-driven leg; none when the corridor names no main journey
 */
export function mainJourneyServices(model: Model): string[][] {
  const main = model.corridor.main_journey;
  const legs = main === undefined ? [] : (model.journeys[main]?.legs ?? []);
  const ends = (id: string) => [model.services[id]!.route[0], model.services[id]!.route.at(-1)];
  return legs
    .filter((leg) => model.services[leg]!.kind === 'demand-driven')
    .map((leg) => {
      const [from, to] = ends(leg);
      const type = model.train_types[model.services[leg]!.train_type]!.kind;
      const back = Object.keys(model.services).find((id) => {
        const [start, end] = ends(id);
        const service = model.services[id]!;
        const sameKind = model.train_types[service.train_type]!.kind === type;
        return start === to && end === from && sameKind && service.kind === 'demand-driven';
      });
      return back === undefined ? [leg] : [leg, back];
    });
}
