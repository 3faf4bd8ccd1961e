import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';

function drain(queue: EventQueue): number[] {
  const order: number[] = [];
  while (queue.size > 0) order.push(queue.pop());
  return order;
}

describe('event queue', () => {
  it('hands events out by time, those of one time in the order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 300 }), (times) => {
        const queue = new EventQueue();
        times.forEach((time, i) => {
          queue.push(time, i);
        });
        const sorted = times.map((time, i) => ({ time, i })).sort((a, b) => a.time - b.time || a.i - b.i);
        expect(drain(queue)).toEqual(sorted.map(({ i }) => i));
      }),
    );
  });

  it('agrees with a sorted list when pushes and pops alternate', () => {
    const step = fc.option(fc.double({ min: -5, max: 5, noNaN: true }).map(Math.round), { freq: 3 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const queue = new EventQueue();
        const list: { time: number; i: number }[] = [];
        steps.forEach((time, i) => {
          if (time !== null) {
            queue.push(time, i);
            list.push({ time, i });
            list.sort((a, b) => a.time - b.time || a.i - b.i);
          } else if (list.length > 0) {
            expect(queue.nextTime).toBe(list[0]!.time);
            expect(queue.pop()).toBe(list.shift()!.i);
          }
          expect(queue.size).toBe(list.length);
        });
      }),
    );
  });

  it('grows past its first capacity and keeps what it holds', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 1000; i++) queue.push(1000 - i, i);
    expect(drain(queue)).toEqual(Array.from({ length: 1000 }, (_, i) => 999 - i));
  });

  it('is as new after clear', () => {
    const queue = new EventQueue();
    queue.push(1, 1);
    queue.clear();
    expect(queue.size).toBe(0);
    expect(queue.nextTime).toBe(Infinity);
    queue.push(2, 7);
    queue.push(2, -7);
    expect(drain(queue)).toEqual([7, -7]);
  });

  it('refuses NaN, numbers that are no event, and pop of nothing', () => {
    const queue = new EventQueue();
    expect(() => queue.push(NaN, 0)).toThrow(/NaN/);
    expect(() => queue.push(0, 1.5)).toThrow(/32-bit/);
    expect(() => queue.push(0, 2 ** 31)).toThrow(/32-bit/);
    expect(() => queue.pop()).toThrow(/empty/);
    expect(queue.size).toBe(0);
  });
});
