const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Writes a text so that HTML, XML and quoted attributes read it back as it was.
 *
 * @param text - any text
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * Writes a drawing as text that is valid in HTML and as XML, every text and attribute escaped.
 *
 * @param element - from `draw` of a figure
 */
export function serialize(element: Element): string {
  const name = element.localName;
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${escapeText(value)}"`).join('');
  const content = [...element.childNodes].map((node) => {
    if (node.nodeType === 1) return serialize(node as Element);
    return node.nodeType === 3 ? escapeText(node.textContent ?? '') : '';
  });
  return content.length === 0 ? `<${name}${attributes}/>` : `<${name}${attributes}>${content.join('')}</${name}>`;
}
