import type { ClaimRecord, ConflictRecord, SourceRecord } from '../assessment/assessment.ts';
import type { Corridor } from '../corridor/index.ts';

/** Sources, claims and conflicts as the assessment lists them. */
export interface EvidenceRecords {
  readonly sources: Readonly<Record<string, SourceRecord>>;
  readonly claims: Readonly<Record<string, ClaimRecord>>;
  readonly conflicts: Readonly<Record<string, ConflictRecord>>;
}

/**
 * What a corridor's sources say, and where they contradict each other.
 *
 * @param corridor - the corridor as read
 */
export function evidenceRecords(corridor: Corridor): EvidenceRecords {
  return {
    sources: each(corridor.sources, ({ title, publisher, date, address, kind, confidence }) => ({
      title,
      publisher: publisher ?? null,
      date: date ?? null,
      address: address ?? null,
      kind,
      confidence: confidence ?? null,
    })),
    claims: each(corridor.claims, ({ source, says, quote, kind, topic, check, verdict, evidence }) => ({
      source,
      says,
      quote: quote ?? null,
      kind,
      topic,
      check: check ?? null,
      verdict,
      evidence: evidence ?? [],
    })),
    conflicts: each(corridor.conflicts, ({ question, positions, verdict, because, evidence, bears_on }) => ({
      question,
      positions: each(positions, ({ says, claims, sources }) => ({
        says,
        claims: claims ?? [],
        sources: sources ?? [],
      })),
      verdict,
      because,
      evidence: evidence ?? [],
      bears_on: bears_on ?? null,
    })),
  };
}

function each<T, R>(entries: Readonly<Record<string, T>>, tell: (entry: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, tell(entry)]));
}
