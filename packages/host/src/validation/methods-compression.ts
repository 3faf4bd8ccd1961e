import { type BlockedPath, compressSequence, compressTimetable, consumptionByTimes } from '@throughline/engine';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numbersOf, OtherShape } from './methods-inputs.ts';

/**
 * Evaluates a compression. Inputs: `trains` by name or as a list, each with the time it takes and frees its sections:
 * `{ section: [taken, freed] }` or `[[taken, freed], …]`, or, counted from its own start, as
 * `{ offsets: […], durations: […] }`. `order` is the sequence in which they run in every section; without it the given
 * times are a timetable, and offsets run as listed. All times are in one unit, which the results have too.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results; what follows the last `_` of a time is its unit
 * @throws OtherShape when the inputs are not such trains
 */
export function evaluateCompression(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const given = inputs.any('trains');
  const entries = Array.isArray(given)
    ? given.map((train: Json, index) => [String(index), train] as const)
    : Object.entries(isRecord(given) ? given : {});
  const paths = new Map(entries.map(([name, train]) => [name, pathOf(name, train)]));
  const areOffsets = entries.some(([, train]) => isRecord(train) && 'offsets' in train);
  const result = inputs.has('order')
    ? compressSequence(inputs.list('order').map((name) => named(paths, String(name))))
    : areOffsets
      ? compressSequence([...paths.values()])
      : compressTimetable([...paths.values()]);
  const answers: Record<string, Json> = {
    shifts: result.shifts,
    starts: result.shifts,
    occupancy: result.occupancyTime,
    cycle: result.occupancyTime,
    span: result.span,
  };
  const window = inputs.names.find((name) => /^window(_s|_min)?$/.test(name));
  if (window !== undefined) {
    const { occupancyRate } = consumptionByTimes({
      occupancyTime: result.occupancyTime,
      window: inputs.number(window),
    });
    answers.occupancy_rate = occupancyRate;
    answers.occupancy_rate_pct = 100 * occupancyRate;
  }
  return Object.fromEntries(
    asked.flatMap((name) => {
      const answer = answers[name] ?? answers[name.replace(/(_time)?(_s|_min)?$/, '')];
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
}

function named(paths: ReadonlyMap<string, BlockedPath>, name: string): BlockedPath {
  const path = paths.get(name);
  if (path === undefined) throw new OtherShape(`order names ${name}, which is no train`);
  return path;
}

function pathOf(train: string, given: Json): BlockedPath {
  if (isRecord(given) && 'offsets' in given) return fromOffsets(train, given);
  const sections = Array.isArray(given)
    ? given.map((times: Json, index) => [String(index), times] as const)
    : Object.entries(isRecord(given) ? given : {});
  return {
    train,
    blocks: sections.map(([section, times]) => {
      const [start, end, ...more] = numbersOf(times, `${train} ${section}`);
      if (start === undefined || end === undefined || more.length > 0) throw new OtherShape(`${train} has no times`);
      return { section, start, end };
    }),
  };
}

function fromOffsets(train: string, { offsets, durations, ...more }: JsonRecord): BlockedPath {
  const [starts, lengths] = [numbersOf(offsets, `${train} offsets`), numbersOf(durations, `${train} durations`)];
  const others = Object.keys(more);
  if (others.length > 0) throw new OtherShape(`input ${train}.${others.join(', ')} is not understood`);
  if (starts.length !== lengths.length) throw new OtherShape(`${train} has unlike numbers of offsets and durations`);
  const blocks = starts.map((start, index) => ({ section: String(index), start, end: start + lengths[index]! }));
  return { train, blocks };
}
