/** A number with its unit. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** 10th and 90th percentile over the draws, where the figure was drawn. */
  readonly low?: number;
  readonly high?: number;
  /** Key in `traces`. */
  readonly rests_on: string;
}

/** Columns of equal length, each with its unit (`null` for words). */
export interface Series {
  readonly columns: ReadonlyArray<{
    readonly name: string;
    readonly unit: string | null;
    readonly values: ReadonlyArray<number | string | null>;
  }>;
  readonly rests_on: string;
}
