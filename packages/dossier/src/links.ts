import type { Assessment } from '@throughline/engine';
import { anchor } from './anchors.ts';
import { type Content, html, type Markup } from './html.ts';

/** Links to options by their titles, separated by commas. */
export function optionLinks({ options }: Assessment, ids: readonly string[]): Markup {
  return joined(
    ids.map((id) => {
      const option = options[id];
      return option ? html`<a href="#${anchor('option', id)}">${option.title}</a>` : id;
    }),
    ', ',
  );
}

/** Links to sources by their ids; an id that the register lacks stays a word. */
export function sourceLinks({ sources }: Assessment, ids: readonly string[]): Markup {
  return joined(
    ids.map((id) => (sources[id] ? html`<a href="#${anchor('source', id)}">${id}</a>` : id)),
    ', ',
  );
}

/** Links to claims by their ids. */
export function claimLinks({ claims }: Assessment, ids: readonly string[]): Markup {
  return joined(
    ids.map((id) => (claims[id] ? html`<a href="#${anchor('claim', id)}">${id}</a>` : id)),
    ', ',
  );
}

/** Contents with a separator between them. */
export function joined(contents: readonly Content[], separator: string): Markup {
  return html`${contents.map((content, index) => (index === 0 ? content : [separator, content]))}`;
}
