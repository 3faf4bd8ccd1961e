import type { Diagnostics } from '../diagnostics.ts';
import type { Model } from '../model.ts';
import type { Place } from '../tree.ts';

/** What a check sees: the corridor of one year with its stated values, and where everything stands. */
export interface CheckContext {
  readonly model: Model;
  readonly diagnostics: Diagnostics;
  /** Where the entry with this dotted path stands. */
  readonly placeOf: (path: string) => Place | undefined;
}
