import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { narrow, wide } from './chart-figure.ts';
import { fixtureAssessment } from './fixture.test-data.ts';
import { galleryFigures } from './gallery.test-data.ts';
import { galleryPage } from './gallery-page.test-data.ts';
import { standaloneSvg } from './standalone.ts';

const folder = fileURLToPath(new URL('../gallery/', import.meta.url));
const mapData = createRequire(import.meta.url)('world-atlas/countries-10m.json');
const { document } = parseHTML('<html></html>');
const figures = galleryFigures(fixtureAssessment(), mapData);

/** `UPDATE_GALLERY=1 npx vitest run packages/charts` draws the pictures anew, to be looked at before they are kept. */
const isRedrawn = process.env.UPDATE_GALLERY === '1';

describe('the gallery', () => {
  for (const figure of figures) {
    for (const [name, width] of [
      ['', wide],
      ['-narrow', narrow],
    ] as const) {
      const file = `${figure.id}${name}.svg`;
      it(`shows ${file} as it was`, () => {
        const drawn = standaloneSvg(figure, document, { width });
        if (isRedrawn) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(folder + file, drawn);
        }
        expect(drawn).toBe(readFileSync(folder + file, 'utf8'));
      });
    }
  }

  it('has a page to look at all of them', () => {
    const page = galleryPage(figures);
    if (isRedrawn) writeFileSync(`${folder}index.html`, page);
    expect(page).toBe(readFileSync(`${folder}index.html`, 'utf8'));
  });
});
