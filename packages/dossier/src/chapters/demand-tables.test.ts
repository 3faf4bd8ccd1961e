import type { DemandRecord, Series } from '@throughline/engine';
import { describe, expect, it } from 'vitest';
import { trainsAndRoads } from './demand-supply.ts';
import { millions, share } from './demand-text.ts';
import { railShares } from './rail-shares.ts';
import { tradeObservatory } from './trade-observatory.ts';

/** Columns of a series by name. */
function seriesOf(columns: Readonly<Record<string, ReadonlyArray<string | number | null>>>): Series {
  return {
    rests_on: 'told',
    columns: Object.entries(columns).map(([name, values]) => ({ name, unit: null, values })),
  } as unknown as Series;
}

const figure = (value: number) => ({ value, unit: 'year', rests_on: 'told' });
/** Text without tags and with plain spaces. */
const textOf = (markup: { readonly text: string }) =>
  markup.text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

describe('the trade observatory', () => {
  const trade = seriesOf({
    reporter: ['Vietnam', 'China', 'China', 'Vietnam', 'Vietnam'],
    kind: ['trade', 'trade', 'trade', 'exports', 'investment'],
    name: ['Trade', 'Trade', 'Trade', 'Fruit to China', 'From China'],
    goods: [null, null, null, 'Fruit', null],
    year: [2024, 2024, 2025, 2024, 2023],
    months: [12, 12, 11, 11, 12],
    amount: [200, 260, 250, 4.1, 4.47],
  });

  it('has both counts of a year side by side, and by how much they are apart', () => {
    expect(textOf(tradeObservatory(trade))).toContain('2024 200.0 260.0 30 %');
  });

  it('does not compare a year with a part of one, and says what is in part', () => {
    expect(textOf(tradeObservatory(trade))).toContain('2025 – 250.0 (11 months) –');
  });

  it('has goods and investment by year', () => {
    const text = textOf(tradeObservatory(trade));
    expect(text).toContain('Fruit to China (Vietnam counts) 4.10 (11 months)');
    expect(text).toContain('From China (Vietnam counts) 4.47');
  });
});

describe('trains, roads and gates', () => {
  const record = {
    trains: seriesOf({
      year: [2030],
      service: ['Night train'],
      'whole trains': [2],
      tonnes: [null],
      travellers: [300],
      load: [77],
    }),
    roads: seriesOf({
      year: [2030, 2030],
      name: ['Gate', 'Road'],
      flow: [4480, 100],
      capacity: [8960, null],
      'hours free': [8, 3],
      hours: [8.5, 3],
    }),
    years: seriesOf({ 'road gap': [0.4] }),
  } as unknown as DemandRecord;

  it('are told with how full they are', () => {
    const text = textOf(trainsAndRoads(record));
    expect(text).toContain('Night train 2 × 300 77 %');
    expect(text).toContain('Gate, 8.0 h when empty 4480 t 50 % 8.5 h');
    expect(text).toContain('4e-10 at most');
  });

  it('leave out roads that nothing limits', () => {
    expect(textOf(trainsAndRoads(record))).not.toContain('Road,');
  });
});

describe('what the railways carry of each kind of goods', () => {
  const demand = (rail: number) =>
    ({
      before: figure(2026),
      after: figure(2032),
      ways: seriesOf({
        group: ['Ore', 'Ore', 'Ore'],
        mode: ['this railway', 'other railway', 'road'],
        'flow before': [1, 1, 2],
        'flow after': [rail, 1, 2],
      }),
    }) as unknown as DemandRecord;

  it('stands option beside option', () => {
    const told = [
      { title: 'Little', demand: demand(1) },
      { title: 'Much', demand: demand(3) },
    ];
    expect(textOf(railShares(told))).toContain('Ore 25.0 % 25.0 % 50.0 %');
  });
});

describe('a number of the answers', () => {
  it('that rounds to nothing throughout is none', () => {
    expect(millions({ ...figure(0.001), low: 0, high: 0.004 }, 'Mt')).toBe('none');
    expect(millions({ ...figure(0.001), low: 0, high: 0.4 }, 'Mt')).toBe('0.00\u00a0Mt (0.00–0.40)');
    expect(share({ ...figure(0), low: 0, high: 0 })).toBe('none');
  });
});
