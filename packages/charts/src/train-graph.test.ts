import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { occupancyBars } from './occupancy-bars.ts';
import { trainGraph } from './train-graph.ts';

const { document } = parseHTML('<html></html>');
const hour = 3600;
const stations = [
  { name: 'A', distance: 0 },
  { name: 'B', distance: 10_000 },
  { name: 'C', distance: 40_000 },
];
const trains = [
  {
    id: '1',
    label: 'T1',
    kind: 'Freight',
    points: [
      { distance: 0, time: 23 * hour },
      { distance: 40_000, time: 25 * hour },
    ],
  },
  {
    id: '2',
    label: 'T2',
    kind: 'Passenger',
    points: [
      { distance: 40_000, time: 8 * hour },
      { distance: 0, time: 9 * hour },
    ],
  },
];
const graph = trainGraph({
  id: 'g',
  title: 'Graph',
  stations,
  trains,
  blocking: [{ train: '2', from: 10_000, to: 40_000, start: 8 * hour, end: 8.75 * hour }],
  conflicts: [{ distance: 9000, time: 30 * hour, what: 'T1 and T2 want B' }],
});

describe('the train graph', () => {
  it('says in its table where each train runs, and what conflicts', () => {
    expect(graph.table.rows).toEqual([
      ['T1', 'Freight', 'A', '23:00', 'C', '01:00 (+1 d)'],
      ['T2', 'Passenger', 'C', '08:00', 'A', '09:00'],
      ['T1 and T2 want B', 'Conflict', 'B', '06:00 (+1 d)', null, null],
    ]);
  });

  it('sets the stations to scale', () => {
    const at = [...graph.draw(document).querySelectorAll('.stations text')].map(
      (text) => [text.textContent, Number(text.getAttribute('y'))] as const,
    );
    const y = Object.fromEntries(at);
    expect((y.B! - y.A!) / (y.C! - y.A!)).toBeCloseTo(0.25, 2);
  });

  it('draws one line a train and another where it runs past midnight, types told apart by more than colour', () => {
    const lines = [...graph.draw(document).querySelectorAll('.trains path')];
    expect(lines).toHaveLength(3);
    const looks = lines.map(
      ({ parentElement: look }) => `${look?.getAttribute('stroke-width')} ${look?.getAttribute('stroke-dasharray')}`,
    );
    expect(new Set(looks).size).toBe(2);
    expect(looks[0]).toBe(looks[1]);
  });

  it('gives a type the same look in graphs that do not have all types', () => {
    const lookOf = (own: typeof trains, kinds?: string[]) =>
      trainGraph({ id: 'k', title: 'K', stations, trains: own, ...(kinds ? { kinds } : {}) })
        .draw(document)
        .querySelector('.trains g')
        ?.getAttribute('stroke');
    const [freight, passenger] = [lookOf(trains.slice(0, 1)), lookOf(trains.slice(1), ['Freight', 'Passenger'])];
    expect(passenger).not.toBe(freight);
    expect(lookOf(trains.slice(1))).toBe(freight);
  });

  it('draws blocking times over their stretch, and marks conflicts on the day they repeat on', () => {
    const drawn = graph.draw(document);
    const block = drawn.querySelector('.blocking rect')!;
    const y = [...drawn.querySelectorAll('.stations text')].map((text) => Number(text.getAttribute('y')) - 4);
    const [top, height] = [Number(block.getAttribute('y')), Number(block.getAttribute('height'))];
    expect(y.some((at) => Math.abs(at - top) < 0.2)).toBe(true);
    expect(y.some((at) => Math.abs(at - top - height) < 0.2)).toBe(true);
    expect(drawn.querySelectorAll('.conflict')).toHaveLength(2);
    const plain = trainGraph({ id: 'p', title: 'Plain', stations, trains }).draw(document);
    expect(plain.querySelectorAll('.conflict, .blocking rect')).toHaveLength(0);
  });

  it('draws a thousand trains, and none', () => {
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...trains[0]!, id: String(i), label: String(i) }));
    expect(trainGraph({ id: 'm', title: 'Many', stations, trains: many }).draw(document, { width: 340 })).toBeDefined();
    expect(trainGraph({ id: 'n', title: 'None', stations, trains: [] }).table.rows).toEqual([]);
    expect(trainGraph({ id: 'n', title: 'None', stations, trains: [] }).draw(document)).toBeDefined();
  });
});

describe('the occupancy bars', () => {
  const bars = occupancyBars({
    id: 'o',
    title: 'Occupancy',
    window: '24 hours',
    sections: [
      { name: 'A – B', occupancy: 0.5, limit: 0.6, trains: '12 pairs' },
      { name: 'B – C', occupancy: 1.2, limit: 0.75 },
    ],
  });

  it('say occupancy, limit and trains of each section', () => {
    expect(bars.table.rows).toEqual([
      ['A – B', 50, 60, '12 pairs'],
      ['B – C', 120, 75, null],
    ]);
  });

  it('say in words which section is over its limit, and draw beyond 100 %', () => {
    const texts = [...bars.draw(document).querySelectorAll('text')].map((text) => text.textContent);
    expect(texts).toContain('50 % · 12 pairs');
    expect(texts).toContain('120 % · over the limit of 75 %');
    expect(texts).toContain('Occupied, over the limit');
    expect(texts).toContain('120');
  });

  it('do not speak of a limit that nobody exceeds', () => {
    const calm = occupancyBars({
      id: 'c',
      title: 'C',
      window: 'a day',
      sections: [{ name: 'A', occupancy: 0.6, limit: 0.6 }],
    });
    expect(calm.draw(document).textContent).not.toContain('over the limit');
  });
});
