import type { Diagnostics } from '../diagnostics.ts';
import type { Corridor, Model } from '../model.ts';
import type { Place } from '../tree.ts';

/** What a check sees: the corridor of one year with its stated values, and where everything stands. */
export interface CheckContext {
  readonly year: number;
  /** The corridor of the year with its quantities. */
  readonly corridor: Corridor;
  readonly model: Model;
  readonly diagnostics: Diagnostics;
  /** Where the entry with this dotted path stands. */
  readonly placeOf: (path: string) => Place | undefined;
}

/** What a check of one entry reports through: a path below the entry, a sentence, what was found and expected. */
export type Report = (path: string, message: string, found: string, expected: string) => void;
