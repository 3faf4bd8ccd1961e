import { describe, expect, it } from 'vitest';
import { DeparturePool } from './departure-pool.ts';

describe('what is ready to leave', () => {
  it('waits until nine tenths of a train are filled, and leaves room until then', () => {
    const pool = new DeparturePool(2);
    expect(pool.room).toBe(1);
    pool.add([1], 0.7);
    expect(pool.room).toBeCloseTo(0.3, 12);
    expect(pool.take()).toBeUndefined();
    pool.add([2], 0.3);
    expect(pool.room).toBe(1);
    expect(pool.takeWaiting()?.shipments).toEqual([1, 2]);
  });

  it('goes as it is with a train that runs in any case', () => {
    const pool = new DeparturePool(2);
    expect(pool.takeFirst()).toEqual([]);
    pool.add([1], 0.2);
    expect(pool.takeFirst()).toEqual([1]);
    expect(pool.loads).toBe(0);
  });

  it('is no more than the trains of a week take', () => {
    const pool = new DeparturePool(1);
    for (let load = 0; load < 7; load++) pool.add([load], 1);
    expect(pool.isFull).toBe(true);
  });
});
