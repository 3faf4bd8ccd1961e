/**
 * Estimates how wide a text is set, for placing labels without a browser. Errs on the wide side.
 *
 * @param text - any text; Han characters and kana count as square
 * @param size - font size, pixels
 * @returns pixels
 */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text.normalize('NFC')) ems += emsOf(character);
  return ems * size;
}

function emsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (/[MWmw@%—]/.test(character)) return 0.87;
  if (/[A-Z0-9ÀÁÂÃÈÉÊĐƠƯ]/.test(character)) return 0.64;
  if (/[iljtfrI.,:;'|()[\]\s·]/.test(character)) return 0.34;
  return 0.57;
}

/**
 * Breaks a text into lines at spaces; a longer word keeps a line of its own.
 *
 * @param text - any text
 * @param size - font size, pixels
 * @param width - of the lines, pixels
 */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return lines;
}
