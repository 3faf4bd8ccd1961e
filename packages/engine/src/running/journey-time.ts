import { type BorderInteroperability, consistOf, gaugesFit, type Model, type TransferKind } from '../corridor/index.ts';
import type { ServiceOutcome } from './service-outcome.ts';

/** One part of a journey and how long it takes (s). */
export interface JourneyPart {
  readonly what: 'run' | 'border' | 'layover';
  /** Service, border or station. */
  readonly id: string;
  /** For a border: what is done; null when no transfer the obstacles allow is provided. */
  readonly how: TransferKind | null;
  /** Null when this part cannot be done. */
  readonly time: number | null;
  readonly steps: ReadonlyArray<{ readonly label: string; readonly time: number }>;
}

/** A journey from end to end, with the border apart. Times in s; null when a part of it cannot be done. */
export interface JourneyTime {
  readonly parts: readonly JourneyPart[];
  readonly total: number | null;
  readonly running: number | null;
  readonly border: number | null;
  readonly layover: number | null;
  /** `arrives`, or the named outcome of the part that cannot be done. */
  readonly outcome: string;
}

/**
 * Adds up a journey: its services, the borders between or within them, its layovers. At a border the quickest transfer
 * among those provided there that the obstacles (and the wagons of the two legs, where the train is changed) leave
 * possible is taken, and every procedure adds its stated time. Two countries are crossed once.
 *
 * @param model - the corridor as drawn
 * @param id - id of the journey
 * @param runs - outcome of each service
 * @param interoperability - what stops trains at each border
 */
export function journeyTime(
  model: Model,
  id: string,
  runs: Readonly<Record<string, ServiceOutcome>>,
  interoperability: readonly BorderInteroperability[],
): JourneyTime {
  const journey = model.journeys[id];
  const crossed = new Set<string>();
  let legBefore: string | undefined;
  const parts: JourneyPart[] = [];
  const visited: string[] = [];
  for (const leg of journey.legs) {
    const run = runs[leg];
    const stations = run.route?.stations.map(({ station }) => station) ?? model.services[leg].route;
    visited.push(...stations);
    const legPart: JourneyPart = {
      what: 'run',
      id: leg,
      how: null,
      time: run.kind === 'run' ? run.time : null,
      steps: [],
    };
    const border = interoperability.find(
      (candidate) => !crossed.has(pairOf(model, candidate.border)) && crosses(model, candidate.border, visited),
    );
    if (!border) {
      parts.push(legPart);
    } else if (legBefore !== undefined && isSideOf(model, border.border, stations[0])) {
      const kinds = kindsBetween(model, legBefore, leg, border);
      parts.push(borderPart(model, border.border, kinds, journey.kind), legPart);
    } else {
      parts.push(legPart, borderPart(model, border.border, border[journey.kind], journey.kind));
    }
    if (border) crossed.add(pairOf(model, border.border));
    legBefore = leg;
  }
  for (const layover of Object.values(journey.layovers)) {
    parts.push({
      what: 'layover',
      id: layover.station,
      how: null,
      time: layover.time,
      steps: [{ label: layover.why, time: layover.time }],
    });
  }
  const failed = parts.find(({ time }) => time === null);
  const failure = failed && (failed.what === 'run' ? runs[failed.id].kind : 'no-transfer');
  const sum = (what?: JourneyPart['what']) =>
    failed
      ? null
      : parts
          .filter((part) => what === undefined || part.what === what)
          .reduce((total, part) => total + (part.time ?? 0), 0);
  return {
    parts,
    total: sum(),
    running: sum('run'),
    border: sum('border'),
    layover: sum('layover'),
    outcome: failure ?? 'arrives',
  };
}

/** Whether stations visited so far include both sides of a border and lie in both of its countries. */
function crosses(model: Model, border: string, visited: readonly string[]): boolean {
  const { approaches, countries } = model.borders[border];
  const sides = Object.values(approaches).every(({ at }) => visited.includes(at));
  return sides && countries.every((country) => visited.some((station) => model.stations[station].country === country));
}

function isSideOf(model: Model, border: string, station: string): boolean {
  return Object.values(model.borders[border].approaches).some(({ at }) => at === station);
}

/** Two countries have one border on a journey, whichever of their crossings it takes first. */
function pairOf(model: Model, border: string): string {
  return [...model.borders[border].countries].sort().join(' ');
}

/**
 * What can be done where a journey changes trains at a border: the wagons of the two legs decide. Wagons that run on both
 * gauges, or can be given the other bogies, go on; otherwise what they carry changes wagons.
 */
function kindsBetween(
  model: Model,
  one: string,
  other: string,
  border: BorderInteroperability,
): readonly TransferKind[] {
  const [before, after] = [wagonsOf(model, one), wagonsOf(model, other)];
  const gaugeDiffers = border.comparisons.some(
    ({ attribute, finding }) => attribute === 'track gauge' && finding === 'differs',
  );
  const travels = model.train_types[model.services[one].train_type].kind;
  const gauges = after.flatMap((wagon) => wagon.gauges);
  if (before.every((wagon) => gaugesFit(wagon.gauges, gauges))) {
    return gaugeDiffers ? ['gauge-changing wheelsets'] : border[travels];
  }
  const carriedOver: TransferKind = travels === 'freight' ? 'transshipment' : 'change of train';
  const exchangeable = before.every((wagon) => gaugesFit(wagon.bogie_exchange ?? [], gauges));
  return exchangeable ? [carriedOver, 'bogie exchange'] : [carriedOver];
}

function wagonsOf(model: Model, service: string) {
  const type = model.train_types[model.services[service].train_type];
  return consistOf(model, type).flatMap(({ vehicle }) => (vehicle.kind === 'locomotive' ? [] : [vehicle]));
}

function borderPart(
  model: Model,
  id: string,
  kinds: readonly TransferKind[],
  travels: 'freight' | 'passenger',
): JourneyPart {
  const border = model.borders[id];
  const concerns = ({ applies }: { readonly applies: string }) => applies === travels || applies === 'both';
  const possible = Object.values(border.transfers).filter(
    (transfer) => concerns(transfer) && kinds.includes(transfer.kind),
  );
  const needless = kinds.includes('through running');
  const quickest = possible.reduce<(typeof possible)[number] | undefined>(
    (best, transfer) => (!best || transfer.time < best.time ? transfer : best),
    undefined,
  );
  const procedures = Object.values(border.procedures).filter(concerns);
  const steps = [
    ...(quickest ? [{ label: quickest.kind as string, time: quickest.time }] : []),
    ...procedures.map(({ name, time }) => ({ label: name, time })),
  ];
  const time = quickest || needless ? steps.reduce((total, step) => total + step.time, 0) : null;
  return {
    what: 'border',
    id,
    how: quickest?.kind ?? (needless ? 'through running' : null),
    time,
    steps,
  };
}
