import { TntpFaults } from './fault.ts';
import { countIn, eachLine, numberIn, readMetadata } from './lines.ts';

/** Trips from one zone; zones are numbered from 1. */
export interface TntpOrigin {
  readonly origin: number;
  readonly destinations: Int32Array;
  readonly trips: Float64Array;
}

/** A trip table. */
export interface TntpTrips {
  readonly zones: number;
  readonly origins: readonly TntpOrigin[];
  readonly total: number;
  /** The total that the file states, where it does. */
  readonly statedTotal: number | undefined;
  /** What is odd and was read all the same, in sentences. */
  readonly notes: readonly string[];
}

/** Larger numbers in a header are not believed. */
const mostZones = 100_000;
/** A sum that falls short of the stated one by more, as a part of it, while origins are lacking: the file is cut. */
const furthestTotal = 1e-3;
/** A sum that is nearer is rounding. */
const rounding = 1e-6;

/**
 * Reads a TNTP trip table (`…_trips.tntp`): metadata, then `Origin 1` and `2 : 100.0; 3 : 50.0;` for each zone.
 *
 * @param text - of the file
 * @throws TntpError with the line and reason of every fault: negative trips, an unknown zone, a file that is cut, …
 * @see https://github.com/bstabler/TransportationNetworks (the format)
 *
 * @example
 * ```ts
 * readTntpTrips('<NUMBER OF ZONES> 2\n<END OF METADATA>\nOrigin 1\n  2 : 100.0;\n').total; // 100
 * ```
 */
export function readTntpTrips(text: string): TntpTrips {
  const faults = new TntpFaults();
  const metadata = readMetadata(text, faults);
  faults.throwIfAny();
  const zones = countIn(metadata, 'NUMBER OF ZONES', mostZones, faults);
  const statedTotal = numberIn(metadata, 'TOTAL OD FLOW', faults);
  faults.throwIfAny();
  const origins: { origin: number; destinations: number[]; trips: number[] }[] = [];
  let total = 0;
  let last = { line: metadata.endLine, ended: true };
  eachLine(text, metadata.end, metadata.endLine + 1, (content, line) => {
    const [heading, name] = /^origin\s+([^\s;:]+)\s*/i.exec(content) ?? [];
    if (heading !== undefined) {
      origins.push({ origin: faults.id(name, line, 'an origin', zones), destinations: [], trips: [] });
    }
    const entries = (heading === undefined ? content : content.slice(heading.length)).split(';');
    const rest = entries.at(-1)!.trim();
    last = { line, ended: rest === '' };
    for (const entry of entries) {
      if (entry.trim() === '') continue;
      const of = origins.at(-1);
      if (of === undefined) {
        faults.add(line, `expected \`Origin\` and a zone before trips, found ${entry.trim().slice(0, 30)}`);
        return true;
      }
      const colon = entry.indexOf(':');
      if (colon < 0) {
        faults.add(line, `expected \`zone : trips;\`, found ${entry.trim().slice(0, 30)}`);
        continue;
      }
      const destination = faults.id(entry.slice(0, colon).trim(), line, 'a destination', zones);
      const what = `the number of trips from ${of.origin} to ${destination}`;
      const trips = faults.number(entry.slice(colon + 1).trim(), line, what, 0);
      of.destinations.push(destination);
      of.trips.push(trips);
      total += trips;
    }
    return false;
  });
  if (!last.ended && text.includes(';'))
    faults.add(last.line, 'the last entry does not end with `;`: is the file cut?');
  const notes: string[] = [];
  if (statedTotal !== undefined && !Number.isNaN(total)) {
    const off = Math.abs(total - statedTotal) / Math.max(Math.abs(statedTotal), 1e-9);
    const lacks = total < statedTotal && new Set(origins.map(({ origin }) => origin)).size < zones;
    const words = `<TOTAL OD FLOW> is ${statedTotal}, but the trips sum to ${total}`;
    const { line } = metadata.values.get('TOTAL OD FLOW')!;
    if (lacks && off > furthestTotal) {
      faults.add(line, `${words} up to line ${last.line}: is the file cut?`);
    } else if (off > rounding) notes.push(`line ${line}: ${words}.`);
  }
  faults.throwIfAny();
  return {
    zones,
    origins: origins.map(({ origin, destinations, trips }) => ({
      origin,
      destinations: Int32Array.from(destinations),
      trips: Float64Array.from(trips),
    })),
    total,
    statedTotal,
    notes,
  };
}
