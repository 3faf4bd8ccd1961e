import type { Model } from '../corridor/index.ts';
import type { LineSection } from './infrastructure/line-sections.ts';

/** A signal in the middle of a section of absolute block, so that a train can follow another into it. Plain data. */
export interface BlockSignal {
  readonly kind: 'block signal';
  /** Id of the section of line, `line/from/to`. */
  readonly section: string;
  readonly line: string;
  /** Chainage on the line, m. */
  readonly at: number;
}

/**
 * The signal that would divide a section into two blocks.
 *
 * @param section - a section of line, as in `Timetable.sections`
 * @returns the signal, or undefined where the section has several blocks already
 * @example
 * ```ts
 * blockSignalIn(timetable.sections[0]);
 * ```
 */
export function blockSignalIn({ id, line, begin, end, signals }: LineSection): BlockSignal | undefined {
  if (signals.length > 2) return undefined;
  return { kind: 'block signal', section: id, line, at: Math.round((begin + end) / 2) };
}

/**
 * A corridor in which a section is divided into two blocks.
 *
 * @param model - the corridor as drawn; stays as it is
 * @param signal - the signal
 * @param section - the section it stands in
 * @returns the corridor that has it
 * @example
 * ```ts
 * planTimetable(withBlockSignal(model, signal, section));
 * ```
 */
export function withBlockSignal(model: Model, signal: BlockSignal, { begin, end }: LineSection): Model {
  const line = model.lines[signal.line]!;
  const divided: Model['lines'][string]['stretches'][string] = {
    begin: { chainage: begin },
    end: { chainage: end },
    block: 'automatic',
    block_length: (end - begin) / 2,
  };
  const stretches = { ...line.stretches, [`signal ${signal.section}`]: divided };
  return { ...model, lines: { ...model.lines, [signal.line]: { ...line, stretches } } };
}
