import { commonGauges, consistOf } from '../consist.ts';
import { gaugesFit } from '../route.ts';
import type { CheckContext } from './context.ts';

type Link = CheckContext['model']['links'][string];
type Journey = CheckContext['model']['journeys'][string];

/**
 * Ways and their links: chains without gaps, rail links whose trains begin and end where the link does and whose
 * gauges connect.
 *
 * @param context - the corridor of the year; receives what is wrong
 * @example
 * ```ts
 * checkWays(context); // a way whose second link begins elsewhere is now among `context.diagnostics.all`
 * ```
 */
export function checkWays(context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  for (const [id, way] of Object.entries(model.ways)) {
    const path = `ways.${id}.links`;
    if (way.links.length === 0)
      diagnostics.error(path, placeOf(`ways.${id}`), 'A way has at least one link.', {
        found: 'none',
        expected: 'ids of links',
      });
    for (const [i, name] of way.links.entries()) {
      const [before, link] = [model.links[way.links[i - 1]], model.links[name]];
      if (i === 0 || !before || !link || before.destination === link.origin) continue;
      diagnostics.error(path, placeOf(`ways.${id}`), `Link ${i + 1} does not begin where link ${i} ends.`, {
        found: `${way.links[i - 1]} ends at ${before.destination}, ${name} begins at ${link.origin}`,
        expected: 'links one after the other',
      });
    }
  }
  for (const [id, link] of Object.entries(model.links)) checkJourneyOf(id, link, context);
}

/** The trains of a rail link's journey begin and end at stations of its zones, and their gauges connect. */
function checkJourneyOf(id: string, link: Link, context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  const journey = link.journey === undefined ? undefined : model.journeys[link.journey];
  if (!journey || journey.legs.some((leg) => !model.services[leg])) return;
  const [first, last] = [model.services[journey.legs[0]], model.services[journey.legs[journey.legs.length - 1]]];
  const ends = [
    { zone: link.origin, station: first.route[0] },
    { zone: link.destination, station: last.route[last.route.length - 1] },
  ];
  for (const { zone, station } of ends) {
    const stations = model.zones[zone]?.stations;
    const path = `links.${id}.journey`;
    if (!stations?.includes(station))
      diagnostics.error(path, placeOf(`links.${id}`), `Journey ${link.journey} does not meet the zone ${zone}.`, {
        found: `its trains call at ${station}`,
        expected: `one of ${stations?.join(', ') || 'no stations, for none are stated'}`,
      });
  }
  for (let i = 1; i < journey.legs.length; i++) checkBreakOfGauge(id, journey, i, context);
}

const changes: Readonly<Record<'freight' | 'passenger', readonly string[]>> = {
  freight: ['transshipment', 'bogie exchange', 'gauge-changing wheelsets'],
  passenger: ['change of train'],
};

/** Where two legs of a journey have no gauge in common, what travels can change from one to the other. */
function checkBreakOfGauge(id: string, journey: Journey, leg: number, context: CheckContext): void {
  const { model, diagnostics, placeOf } = context;
  const [before, after] = [model.services[journey.legs[leg - 1]], model.services[journey.legs[leg]]];
  const [one, other] = [before, after].map(({ train_type }) => wagonGauges(model, train_type));
  if (one.length === 0 || other.length === 0 || gaugesFit(one, other)) return;
  const meeting = [before.route[before.route.length - 1], after.route[0]];
  if (Object.values(journey.layovers).some(({ station }) => meeting.includes(station))) return;
  const provided = Object.values(model.borders).flatMap(({ approaches, transfers }) =>
    Object.values(approaches).some(({ at }) => meeting.includes(at))
      ? Object.values(transfers).filter(({ applies }) => applies === journey.kind || applies === 'both')
      : [],
  );
  if (provided.some(({ kind }) => changes[journey.kind].includes(kind))) return;
  diagnostics.error(
    `links.${id}.journey`,
    placeOf(`links.${id}`),
    `Its trains have no gauge in common at ${meeting[1]}, and nothing is provided to change there.`,
    {
      found: `${inMillimetres(one)} and ${inMillimetres(other)}; ${provided.map(({ kind }) => kind).join(', ') || 'no transfer'}`,
      expected: `${changes[journey.kind].join(', ')}, or a layover of the journey there`,
    },
  );
}

function wagonGauges(model: CheckContext['model'], trainType: string): readonly number[] {
  const type = model.train_types[trainType];
  if (!type) return [];
  return commonGauges(consistOf(model, type).filter(({ vehicle }) => vehicle.kind !== 'locomotive'));
}

function inMillimetres(gauges: readonly number[]): string {
  return [...new Set(gauges.map((gauge) => `${Math.round(gauge * 1000)} mm`))].join(' and ');
}
