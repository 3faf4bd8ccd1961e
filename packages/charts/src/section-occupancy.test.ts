import { describe, expect, it } from 'vitest';
import { stations } from './fixture.test-data.ts';
import { fullestSections, mainSections, sectionRows } from './section-occupancy.ts';
import { fixtureTimetable } from './timetable.test-data.ts';

const timetable = fixtureTimetable();
const named = { stations };

describe('sections of a timetable', () => {
  it('are named by their ends, double track without single-track formulae', () => {
    const rows = sectionRows(timetable, named);
    expect(rows[0]).toEqual({
      id: 'kunming-hekou/kunming/yuxi',
      line: 'kunming-hekou',
      name: 'Kunming – Yuxi',
      length: 90,
      trains: 2,
      occupancy: 0.21,
      limit: 0.6,
      parallel: { count: 8.4, unit: 'pairs' },
      goods: { count: 8, unit: 'pairs' },
      scott: 11.9,
    });
    expect(rows.at(-1)).toMatchObject({ parallel: null, goods: null, scott: null });
  });

  it('belong to the main journey only as far as its trains go', () => {
    const ends = (main: string[]) => mainSections(timetable, { ...named, main: new Set(main) }).map(({ name }) => name);
    expect(ends(['south-freight'])).toEqual(['Lao Cai – Yen Bai', 'Yen Bai – Yen Vien', 'Yen Vien – Hai Phong']);
    expect(ends(['heavy'])).toEqual([]);
    const { points } = timetable.graphs['lao-cai-hai-phong']!;
    // The first train is seen at its first two stations only.
    const cut = {
      ...points,
      columns: points.columns.map((column) => ({ ...column, values: column.values.slice(0, 2) })),
    };
    const short = {
      ...timetable,
      graphs: { ...timetable.graphs, 'lao-cai-hai-phong': { ...timetable.graphs['lao-cai-hai-phong']!, points: cut } },
    };
    const main = new Set(['south-freight']);
    expect(mainSections(short, { ...named, main }).map(({ name }) => name)).toEqual(['Lao Cai – Yen Bai']);
  });

  it('are picked by how full they are and stay in their order along the line', () => {
    const figure = fullestSections(sectionRows(timetable, named), { id: 'f', title: 'F', count: 3 });
    expect(figure.table.rows.map(([name, share]) => [name, share])).toEqual([
      ['Mengzi North – Hekou North', 40],
      ['Lao Cai – Yen Bai', 72],
      ['Yen Bai – Yen Vien', expect.closeTo(55, 9)],
    ]);
  });
});
