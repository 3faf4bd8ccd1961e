import fc from 'fast-check';
import type { LinkPerformance } from '../src/demand/assignment/performance.ts';
import type { AssignmentProblem } from '../src/demand/assignment/problem.ts';

type FreeFlowAndCapacity = readonly [freeFlow: number, capacity: number];

/** Two parallel links with the bureau's usual curve. */
export function twoLinks(first: FreeFlowAndCapacity, second: FreeFlowAndCapacity, flow: number): AssignmentProblem {
  const performance = [first, second].map(([freeFlow, capacity]) => {
    return { kind: 'bpr', freeFlow, capacity, b: 0.15, power: 4 } as const;
  });
  return {
    nodeCount: 2,
    firstThroughNode: 0,
    from: [0, 0],
    to: [1, 1],
    performance,
    classes: [{ id: 'all', demand: [{ origin: 0, destinations: [1], flows: [flow] }] }],
  };
}

const curve: fc.Arbitrary<LinkPerformance> = fc
  .record({
    freeFlow: fc.double({ min: 1, max: 20, noNaN: true }),
    capacity: fc.double({ min: 5, max: 40, noNaN: true }),
    kind: fc.constantFrom('quartic', 'linear', 'odd power', 'conical', 'queue'),
  })
  .map(({ freeFlow, capacity, kind }): LinkPerformance => {
    if (kind === 'conical') return { kind, freeFlow, capacity, alpha: 4 };
    if (kind === 'queue') return { kind, free: freeFlow, capacity, service: 1, cv: 0.5, upTo: 0.9 };
    const power = kind === 'quartic' ? 4 : kind === 'linear' ? 1 : 2.7;
    return { kind: 'bpr', freeFlow, capacity, b: 0.5, power };
  });

/** Networks whose nodes lie on a ring with links both ways and across it, with demand between all of some zones. */
export function randomProblem(classes: number): fc.Arbitrary<AssignmentProblem> {
  return fc
    .record({
      nodeCount: fc.integer({ min: 4, max: 12 }),
      chords: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 14 }),
      curves: fc.array(curve, { minLength: 12, maxLength: 12 }),
      flows: fc.array(fc.double({ min: 0.5, max: 15, noNaN: true }), { minLength: 12, maxLength: 12 }),
      zones: fc.integer({ min: 2, max: 4 }),
      extra: fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 7, maxLength: 7 }),
    })
    .map(({ nodeCount, chords, curves, flows, zones, extra }): AssignmentProblem => {
      const links: [number, number][] = [];
      for (let node = 0; node < nodeCount; node++) {
        links.push([node, (node + 1) % nodeCount], [(node + 1) % nodeCount, node]);
      }
      for (const [a, b] of chords) if (a < nodeCount && b < nodeCount && a !== b) links.push([a, b]);
      const nodes = Array.from({ length: zones }, (_, zone) => zone);
      return {
        nodeCount,
        firstThroughNode: 0,
        from: links.map(([from]) => from),
        to: links.map(([, to]) => to),
        performance: links.map((_, link) => curves[link % curves.length]!),
        classes: Array.from({ length: classes }, (_, k) => ({
          id: `class ${k}`,
          demand: nodes.map((origin) => ({
            origin,
            destinations: nodes.filter((node) => node !== origin),
            flows: nodes.filter((node) => node !== origin).map((node) => flows[(origin * 5 + node + 3 * k) % 12]!),
          })),
          ...(k > 0 ? { extraCost: links.map((_, link) => extra[(link * k) % extra.length]!) } : {}),
        })),
      };
    });
}
