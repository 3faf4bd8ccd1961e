import { compareAtBorders, journeyTime, type Model, runService } from '@throughline/engine';

/** Times of the journeys that hauls take a part of, in s; null where one does not arrive. */
export function journeyTimes(model: Model): Record<string, number | null> {
  const ways = Object.values(model.minerals?.hauls ?? {}).flatMap((haul) => Object.values(haul.ways));
  const named = [...new Set(ways.flatMap(({ journey }) => journey ?? []))].filter((id) => model.journeys[id]);
  const legs = new Set(named.flatMap((id) => model.journeys[id]?.legs ?? []));
  const runs = Object.fromEntries([...legs].map((id) => [id, runService(model, id)]));
  const interoperability = compareAtBorders(model);
  return Object.fromEntries(named.map((id) => [id, journeyTime(model, id, runs, interoperability).total]));
}
