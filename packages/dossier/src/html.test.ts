import { describe, expect, it } from 'vitest';
import { anchor } from './anchors.ts';
import { html } from './html.ts';
import { cssString } from './style/print.ts';

describe('a template', () => {
  it('escapes texts and leaves markup', () => {
    expect(html`<p title="${`"'`}">${'<b>&'} ${html`<i>${'>'}</i>`}</p>`.text).toBe(
      '<p title="&quot;&#39;">&lt;b&gt;&amp; <i>&gt;</i></p>',
    );
  });

  it('joins lists and writes nothing for what is not there', () => {
    expect(html`${[1, [null, '<'], undefined, false, html`<br>`]}`.text).toBe('1&lt;<br>');
  });
});

describe('an id', () => {
  it('holds nothing that ends an attribute, and differs where keys differ', () => {
    const keys = ['a b', 'a_b', 'a-b', 'a"b', 'ä', '河口', 'a_20_b', ''];
    const ids = keys.map((key) => anchor('option', key));
    expect(new Set(ids).size).toBe(keys.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]+$/);
  });
});

describe('a string of CSS', () => {
  it('cannot be ended from inside, nor end the style sheet', () => {
    const text = cssString(`"</style><script>alert('x')\n`);
    expect(text.slice(1, -1)).not.toMatch(/["'<>\n]/);
  });
});
