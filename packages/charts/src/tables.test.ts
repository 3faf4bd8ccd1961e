import { createRequire } from 'node:module';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { wide } from './chart-figure.ts';
import { fixtureAssessment } from './fixture.test-data.ts';
import { galleryFigures } from './gallery.test-data.ts';

const mapData = createRequire(import.meta.url)('world-atlas/countries-10m.json');
const { document } = parseHTML('<html></html>');
const figures = galleryFigures(fixtureAssessment(), mapData);
const ofAssessments = figures.filter(({ id }) => !/^(train-graph|occupancy|hours-by|queues-by)/.test(id));

/** Marks drawn: elements called a mark, texts and bars of a layer of marks, and points of lines in one. */
function marksOf(drawing: Element): number {
  let count = drawing.querySelectorAll('.mark').length;
  let pointsBefore = 0;
  for (const layer of drawing.querySelectorAll('.marks')) {
    for (const mark of layer.children) {
      if (mark.localName !== 'path') {
        count += 1;
        continue;
      }
      const points = (mark.getAttribute('d') ?? '').split(/[MLlhv]/).filter(Boolean).length;
      count += pointsBefore > 0 ? points - 1 : points;
      pointsBefore += points;
    }
  }
  return count;
}

describe('the table of a figure', () => {
  for (const figure of ofAssessments) {
    it(`has a row for each mark of ${figure.id}`, () => {
      expect(figure.table.rows.length).toBeGreaterThan(0);
      expect(marksOf(figure.draw(document, { width: wide }))).toBe(figure.table.rows.length);
    });

    it(`has as many cells in each row of ${figure.id} as columns`, () => {
      for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
    });
  }
});

describe('a drawing', () => {
  for (const figure of figures) {
    it(`of ${figure.id} names itself to those who do not see it, and repeats itself exactly`, () => {
      const drawing = figure.draw(document);
      expect(drawing.getAttribute('role')).toBe('img');
      expect(drawing.getAttribute('aria-label')).toContain(figure.title);
      expect(drawing.querySelector('title')?.textContent).toBe(drawing.getAttribute('aria-label'));
      expect(figure.draw(document).outerHTML).toBe(drawing.outerHTML);
    });

    it(`of ${figure.id} holds no number that is none, and no long ones`, () => {
      const text = figure.draw(document).outerHTML;
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      expect(text).not.toMatch(/\d\.\d{3,}/);
    });
  }
});
