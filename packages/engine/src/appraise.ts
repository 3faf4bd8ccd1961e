import type { Outcome } from './simulate.ts';

/** What the options of one draw mean beside each other. */
export interface Appraisal {
  /** For each option, the others under which everything computed is the same. */
  readonly sameAs: Readonly<Record<string, readonly string[]>>;
  /** For each border and attribute that differs somewhere, the options in which it no longer does. */
  readonly removedBy: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/**
 * All options of one draw: what one changes against the others.
 *
 * @param outcomes - the outcome of each option, by id
 * @returns which options come to the same, and which obstacles each removes
 * @example
 * ```ts
 * const { sameAs } = await appraise({ present: outcome, 'new-line': other });
 * ```
 */
export async function appraise(outcomes: Readonly<Record<string, Outcome>>): Promise<Appraisal> {
  return { sameAs: sameResults(outcomes), removedBy: obstaclesRemoved(outcomes) };
}

function sameResults(outcomes: Readonly<Record<string, Outcome>>): Record<string, string[]> {
  const fingerprints = Object.entries(outcomes).map(([id, outcome]) => [id, fingerprint(outcome)] as const);
  return Object.fromEntries(
    fingerprints.map(([id, own]) => [
      id,
      fingerprints.filter(([other, theirs]) => other !== id && theirs === own).map(([other]) => other),
    ]),
  );
}

/** Everything of an outcome that a reader is told, as one text. */
function fingerprint({ interoperability, services, journeys, timetable, operations, minerals }: Outcome): string {
  const trains = Object.entries(services).map(([id, run]) =>
    run.kind === 'run' ? [id, run.time, run.standing, run.energyTaken, run.train.mass] : [id, run.kind, run.message],
  );
  const planned = timetable?.plan.trains.map(({ id, departure, arrival }) => [id, departure, arrival]);
  const days = operations?.journeys;
  return JSON.stringify([interoperability, trains, journeys, planned, timetable?.sections, days, minerals]);
}

function obstaclesRemoved(outcomes: Readonly<Record<string, Outcome>>): Record<string, Record<string, string[]>> {
  // Without a prototype: a border may go by the name of what every object has.
  const removed: Record<string, Record<string, string[]>> = Object.create(null);
  for (const [option, { interoperability }] of Object.entries(outcomes)) {
    for (const { border, comparisons } of interoperability) {
      for (const { attribute, finding } of comparisons) {
        removed[border] ??= {};
        removed[border][attribute] ??= [];
        if (finding === 'fits') removed[border][attribute].push(option);
      }
    }
  }
  return removed;
}
