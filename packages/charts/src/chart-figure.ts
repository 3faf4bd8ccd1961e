/** One column of a figure's table. */
export interface TableColumn {
  readonly label: string;
  /** Unit of its numbers; null for words and bare counts. */
  readonly unit: string | null;
  /** Decimals its numbers are shown with, 0 by default. */
  readonly digits?: number;
}

/** What a figure shows, for those who cannot see it: one row a mark. */
export interface FigureTable {
  readonly columns: readonly TableColumn[];
  readonly rows: ReadonlyArray<ReadonlyArray<string | number | null>>;
}

/** How large and where a figure is drawn. */
export interface Drawing {
  /** Width in pixels, 320 to 1200; texts keep their size, so that a narrow drawing stays readable on a phone. */
  readonly width: number;
}

/**
 * A figure: what it is called, what it shows as a table, and how it draws itself into a document.
 * It holds no physics and no state: drawing twice gives the same bytes.
 *
 * @example
 * ```ts
 * import { parseHTML } from 'linkedom';
 * const { document } = parseHTML('<html></html>');
 * const figure = phaseBar({ id: 'phases', title: 'Driving phases', phases });
 * document.body.append(figure.draw(document, { width: 760 }));
 * ```
 */
export interface ChartFigure {
  /** Unique on its page: letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** Unit of what is compared, for the heading; null where a figure has none. */
  readonly unit: string | null;
  readonly caption?: string;
  readonly table: FigureTable;
  /**
   * @param document - the page's own document, or one of linkedom
   * @param drawing - 760 pixels wide when left out
   * @returns an `svg` element whose colours are the variables of {@link chartStyles}
   */
  draw(document: Document, drawing?: Drawing): Element;
}

/** Widths the dossier draws: a column of text on a desk or on paper, and a phone. */
export const wide = 760;
export const narrow = 340;
