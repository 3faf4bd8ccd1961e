import { paletteVariables } from '@throughline/charts';

/** Variables by theme: the system's wish, unless the reader chose; paper is always light. */
export function themes(): string {
  const light = `color-scheme:light;${paletteVariables('light')}--rule:#dfe3e8;--quiet:#f5f6f8;--link:#0f5c99;--warn:#8a4b00;--warn-ground:#fdf3e3;`;
  const dark = `color-scheme:dark;${paletteVariables('dark')}--rule:#2c3540;--quiet:#191f27;--link:#86c1f0;--warn:#f0b56c;--warn-ground:#2d2417;`;
  return [
    `:root{${light}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${dark}}}`,
    `:root[data-theme="dark"]{${dark}}`,
    `@media print{:root,:root:not([data-theme="light"]),:root[data-theme="dark"]{${light}}}`,
  ].join('\n');
}
