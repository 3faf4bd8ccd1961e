import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutLine } from './line-network.ts';
import { SafeStates } from './safe-states.ts';
import { lineOf } from './testing/random-line.ts';

interface Standing {
  readonly kind: number;
  readonly point: number;
  readonly track: number;
}

/** The ordering of the banker in its plainest form: whoever finds a free track at every station ahead goes. */
function allGetAway(line: ReturnType<typeof layOutLine>, trains: readonly Standing[]): boolean {
  let left = [...trains];
  for (;;) {
    const taken = new Set(left.map(({ track }) => track));
    const still = left.filter(({ kind, point }) => {
      const { states } = line.kinds[kind]!.graph;
      const { points } = line.kinds[kind]!;
      for (let p = point + 1; p < points; p++)
        if (states.every((state) => state.point !== p || state.tracks.every((track) => taken.has(track)))) return true;
      return false;
    });
    if (still.length === 0) return true;
    if (still.length === left.length) return false;
    left = still;
  }
}

test('a state is safe exactly when the trains can go one after the other', () => {
  const places = fc.record({ train: fc.nat(13), point: fc.nat(40), track: fc.nat(3) });
  let [safe, unsafe] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 36 }),
      fc.array(places, { minLength: 1, maxLength: 90 }),
      (tracks, tries) => {
        const last = tracks.length - 1;
        const trains = Array.from({ length: 14 }, (_, i) => ({
          from: i % 2 === 0 ? 0 : last,
          to: i % 2 === 0 ? last : 0,
          departure: 0,
          long: i % 3 === 0,
        }));
        const line = layOutLine(lineOf({ tracks, times: tracks.slice(1).map(() => 300), trains }));
        const states = new SafeStates(line);
        const standing = new Map<number, Standing>();
        for (const { train, point, track } of tries) {
          const kind = line.kindOf[train]!;
          const graph = line.kinds[kind]!.graph;
          const before = standing.get(train);
          const next = Math.min(last - 1, (before?.point ?? 0) + 1 + (point % 4));
          if (before && next <= before.point) continue;
          const stop = graph.states.find((state) => state.point === next && state.stops)!;
          const to = { kind, point: next, track: stop.tracks[track % stop.tracks.length]! };
          const others = [...standing].filter(([other]) => other !== train).map(([, where]) => where);
          if (others.some((other) => other.track === to.track)) {
            expect(states.isSafe(train, kind, to.point, to.track)).toBe(false);
            continue;
          }
          const expected = allGetAway(line, [...others, to]);
          expect(states.isSafe(train, kind, to.point, to.track)).toBe(expected);
          if (expected) {
            safe++;
            standing.set(train, to);
            states.stand(train, kind, to.point, to.track);
          } else unsafe++;
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(Math.min(safe, unsafe)).toBeGreaterThan(50);
});

test('a train that comes through its station again does not stand in its own way', () => {
  const [there, back] = [0, 4];
  const problem = lineOf({
    tracks: [2, 2, 1, 2, 1],
    times: [300, 300, 300, 300],
    trains: [
      { from: there, to: back, departure: 0, long: false },
      { from: there, to: back, departure: 0, long: true },
      { from: back, to: there, departure: 0, long: true },
    ],
  });
  const track = (id: string) => problem.resources.findIndex((resource) => resource.id === id);
  // The first train turns back behind the second station: what was its fourth is the second once more.
  const second = [track('S1 track 0'), track('S1 track 1')];
  const trains = problem.trains.map((train, i) => {
    if (i > 0) return train;
    const states = train.graph.states.map((state) => (state.point === 3 ? { ...state, tracks: second } : state));
    return { ...train, graph: { ...train.graph, states } };
  });
  const line = layOutLine({ ...problem, trains });
  const kind = (train: number) => line.kindOf[train]!;
  const states = new SafeStates(line);
  states.stand(0, kind(0), 0, track('S0 track 1'));
  states.stand(1, kind(1), 0, track('S0 track 0'));
  // Long and against it: it waits for the track that the second train holds, which cannot leave either.
  states.stand(2, kind(2), 3, track('S1 track 0'));
  expect(states.isSafe(0, kind(0), 1, track('S1 track 1'))).toBe(true);
});
