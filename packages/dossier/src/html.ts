import { escapeText } from '@throughline/charts';

/** A piece of HTML whose texts are escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts and numbers are escaped, markup is not, lists are joined, nothing is empty. */
export type Content = string | number | Markup | null | undefined | false | readonly Content[];

/**
 * Writes HTML. Whatever stands in braces is escaped unless it is markup itself; attributes must be quoted.
 *
 * @example
 * ```ts
 * html`<p>${'<script>'}</p>`.text // => '<p>&lt;script&gt;</p>'
 * ```
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + written(contents[index - 1]) + part));
}

function written(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escapeText(content);
  return typeof content === 'number' ? String(content) : content.map(written).join('');
}
