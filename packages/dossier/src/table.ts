import { decimal, type FigureTable, unitText } from '@throughline/charts';
import { type Content, html, Markup } from './html.ts';

/** A column of a table of the dossier. */
export interface Column {
  readonly head: Content;
  /** Numbers stand right-aligned under each other. */
  readonly isNumber?: boolean;
}

/** How a table is set. */
export interface TableStyle {
  readonly caption: string;
  /** Whether the caption is only for those who hear the page. */
  readonly hidesCaption?: boolean;
  /** Whether each row becomes a card on a narrow screen. */
  readonly stacks?: boolean;
}

/**
 * A table whose first column heads its rows. Ends of cells and rows are left to the parser, as HTML allows: a dossier
 * has tens of thousands of them.
 *
 * @param columns - from left to right
 * @param rows - cells, as many as columns
 * @param style - caption and layout
 */
export function table(columns: readonly Column[], rows: ReadonlyArray<readonly Content[]>, style: TableStyle): Markup {
  const classes = [
    ...(style.stacks ? ['stacks'] : []),
    ...columns.flatMap(({ isNumber }, i) => (isNumber ? [`n${i + 1}`] : [])),
  ];
  const roles = (role: string) => (style.stacks ? html` role="${role}"` : '');
  const label = (index: number) =>
    style.stacks ? html` data-head="${new Markup(plainText(columns[index]?.head))}"` : '';
  const head = columns.map(({ head }) => html`<th scope="col"${roles('columnheader')}>${head}`);
  const body = rows.map((cells) => {
    const [first, ...others] = cells;
    const tds = others.map((cell, i) => html`<td${roles('cell')}${label(i + 1)}>${cell}`);
    return html`<tr${roles('row')}><th scope="row"${roles('rowheader')}>${first}${tds}\n`;
  });
  const caption = html`<caption${style.hidesCaption ? html` class="heard"` : ''}>${style.caption}</caption>`;
  const set = html`<table${classes.length > 0 ? html` class="${classes.join(' ')}"` : ''}${roles('table')}>${caption}
<thead${roles('rowgroup')}><tr${roles('row')}>${head}</thead>
<tbody${roles('rowgroup')}>
${body}</tbody></table>`;
  return style.stacks
    ? set
    : html`<div class="scrolls" tabindex="0" role="group" aria-label="${style.caption}">${set}</div>`;
}

/** The text of a head, still escaped, for an attribute. */
function plainText(content: Content): string {
  return html`${content}`.text.replace(/<br>/g, ', ').replace(/<[^>]*>/g, '');
}

/**
 * The table of a figure.
 *
 * @param figure - its columns and rows
 * @param caption - what it shows
 */
export function figureTable({ columns, rows }: FigureTable, caption: string): Markup {
  return table(
    columns.map(({ label, unit }, index) => ({
      head: unit ? html`${label} <span class="unit">${unitText(unit)}</span>` : label,
      isNumber: rows.some((row) => typeof row[index] === 'number'),
    })),
    rows.map((row) =>
      row.map((cell, index) => (typeof cell === 'number' ? decimal(cell, columns[index]?.digits ?? 0) : (cell ?? '–'))),
    ),
    { caption, hidesCaption: true },
  );
}
