import { type BlockedPath, compressSequence, compressTimetable } from '@throughline/engine';
import { isRecord, type Json, type JsonRecord } from './methods-file.ts';
import { type MethodsInputs, numbersOf, OtherShape } from './methods-inputs.ts';

/**
 * Evaluates a compression. Inputs: `trains` by name or as a list, each with the time it takes and frees its sections,
 * `{ section: [taken, freed] }` or `[[taken, freed], …]`; and either `order`, the sequence in which they run in every
 * section, or nothing, when the given times are a timetable. All times are in one unit, which the results have too.
 *
 * @param inputs - of the case
 * @param asked - names of the expected results; what follows the last `_` of a time is its unit
 * @throws OtherShape when the inputs are not such trains
 */
export function evaluateCompression(inputs: MethodsInputs, asked: readonly string[]): JsonRecord {
  const given = inputs.any('trains');
  const entries = Array.isArray(given)
    ? given.map((blocks: Json, index) => [String(index), blocks] as const)
    : Object.entries(isRecord(given) ? given : {});
  const paths = new Map(entries.map(([name, blocks]) => [name, pathOf(name, blocks)]));
  const result = inputs.has('order')
    ? compressSequence(
        inputs.list('order').map((name) => {
          const path = paths.get(String(name));
          if (path === undefined) throw new OtherShape(`order names ${String(name)}, which is no train`);
          return path;
        }),
      )
    : compressTimetable([...paths.values()]);
  const answers: Record<string, Json> = {
    shifts: result.shifts,
    occupancy: result.occupancyTime,
    cycle: result.occupancyTime,
    span: result.span,
  };
  return Object.fromEntries(
    asked.flatMap((name) => {
      const answer = answers[name.replace(/(_time)?(_s|_min)?$/, '')];
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
}

function pathOf(train: string, blocks: Json): BlockedPath {
  const sections = Array.isArray(blocks)
    ? blocks.map((times: Json, index) => [String(index), times] as const)
    : Object.entries(isRecord(blocks) ? blocks : {});
  return {
    train,
    blocks: sections.map(([section, times]) => {
      const [start, end, ...more] = numbersOf(times, `${train} ${section}`);
      if (start === undefined || end === undefined || more.length > 0) throw new OtherShape(`${train} has no times`);
      return { section, start, end };
    }),
  };
}
