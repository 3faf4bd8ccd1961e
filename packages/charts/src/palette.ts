/**
 * The colours of all drawings, as CSS variables, by light and dark. Blue, vermilion, sand and green keep apart for
 * people with any of the common colour-vision deficiencies (after Okabe and Ito, 2008), and every drawing also tells
 * its kinds apart by place, dash, shape or hatching.
 */
export const palette: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  ink: ['#1a2330', '#e8ecf1'],
  soft: ['#545f6d', '#a9b4c2'],
  faint: ['#d6dbe1', '#38424e'],
  paper: ['#ffffff', '#11161c'],
  blue: ['#0f5c99', '#6fb4ea'],
  vermilion: ['#b94a0c', '#f2955d'],
  sand: ['#c79b22', '#dfbf5c'],
  green: ['#1c7a5b', '#5dc49c'],
  plum: ['#7a3b7e', '#cf93d3'],
  grey: ['#7d8794', '#8a95a3'],
  wash: ['#dbe7f1', '#1d3447'],
  sea: ['#dde8ef', '#16222d'],
  land: ['#f6f3ec', '#242c35'],
  abroad: ['#ebe7de', '#1c232b'],
  frontier: ['#8b8478', '#7b8592'],
};

/**
 * A colour of {@link palette} for an attribute of a drawing: a variable that the page defines.
 *
 * @param name - key of the palette
 */
export function colour(name: string): string {
  return `var(--tl-${name})`;
}

/**
 * Declarations of the variables of one theme, for a rule of the page.
 *
 * @param theme - light or dark
 */
export function paletteVariables(theme: 'light' | 'dark'): string {
  const index = theme === 'light' ? 0 : 1;
  return Object.entries(palette)
    .map(([name, pair]) => `--tl-${name}:${pair[index]};`)
    .join('');
}
