import type { Corridor } from '../corridor/index.ts';

/** A source as the dossier lists it. */
export interface SourceRecord {
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly address: string | null;
  readonly kind: string;
  readonly confidence: string | null;
}

/** A claim with its check. */
export interface ClaimRecord {
  readonly source: string;
  readonly says: string;
  readonly quote: string | null;
  readonly kind: 'fact' | 'forecast' | 'opinion';
  readonly topic: string;
  readonly check: string | null;
  readonly verdict: string;
  readonly evidence: readonly string[];
}

/** Claims that cannot all be true, and which we follow. */
export interface ConflictRecord {
  readonly question: string;
  readonly positions: Readonly<
    Record<string, { readonly says: string; readonly claims: readonly string[]; readonly sources: readonly string[] }>
  >;
  readonly verdict: string;
  readonly because: string;
  readonly evidence: readonly string[];
  readonly bears_on: string | null;
}

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
 * @returns sources, claims and conflicts by id, `null` for what is not stated
 * @example
 * ```ts
 * const { conflicts } = evidenceRecords(corridor);
 * ```
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
