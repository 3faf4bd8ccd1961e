import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from './graph.ts';
import { pathEdges, shortestPaths } from './shortest-path.ts';

type Edge = [from: number, to: number, weight: number];

function solve(nodeCount: number, edges: Edge[], source: number) {
  const graph = buildGraph(
    nodeCount,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );
  const weights = Float64Array.from(graph.sources, (edge) => edges[edge]![2]);
  return { graph, weights, paths: shortestPaths(graph, weights, source) };
}

/** Bellman and Ford: relax every edge until nothing changes. */
function relaxed(nodeCount: number, edges: Edge[], source: number): number[] {
  const distances = new Array<number>(nodeCount).fill(Infinity);
  distances[source] = 0;
  for (let round = 0; round < nodeCount; round++) {
    for (const [from, to, weight] of edges) distances[to] = Math.min(distances[to]!, distances[from]! + weight);
  }
  return distances;
}

const nodeCount = 12;
const node = fc.integer({ min: 0, max: nodeCount - 1 });
const edgeLists = fc.array(fc.tuple(node, node, fc.integer({ min: 0, max: 4 })), { maxLength: 50 });

describe('shortest paths', () => {
  it('are as long as relaxation says, and the path to each node adds up', () => {
    fc.assert(
      fc.property(edgeLists, node, (edges, source) => {
        const { graph, weights, paths } = solve(nodeCount, edges, source);
        expect([...paths.distances]).toEqual(relaxed(nodeCount, edges, source));
        for (let target = 0; target < nodeCount; target++) {
          const path = pathEdges(paths, target);
          if (path === undefined) {
            expect(paths.distances[target]).toBe(Infinity);
            continue;
          }
          let at = source;
          let length = 0;
          for (const edge of path) {
            expect(edges[graph.sources[edge]!]![0]).toBe(at);
            at = graph.targets[edge]!;
            length += weights[edge]!;
          }
          expect(at).toBe(target);
          expect(length).toBe(paths.distances[target]);
        }
      }),
    );
  });

  it('run through the same nodes in whatever order the edges are given', () => {
    fc.assert(
      fc.property(edgeLists, fc.array(fc.nat(), { minLength: 50, maxLength: 50 }), node, (edges, keys, source) => {
        const shuffled = edges.map((edge, i) => ({ edge, key: keys[i]! })).sort((a, b) => a.key - b.key);
        const a = solve(nodeCount, edges, source).paths;
        const b = solve(
          nodeCount,
          shuffled.map(({ edge }) => edge),
          source,
        ).paths;
        expect([...b.previousNodes]).toEqual([...a.previousNodes]);
      }),
    );
  });

  it('of two equally long keep the one over the smaller id', () => {
    const { paths } = solve(
      4,
      [
        [0, 2, 1],
        [2, 3, 1],
        [0, 1, 1],
        [1, 3, 1],
      ],
      0,
    );
    expect(paths.previousNodes[3]).toBe(1);
  });

  it('end at an edge closed by Infinity', () => {
    const { paths } = solve(
      3,
      [
        [0, 1, 1],
        [1, 2, Infinity],
      ],
      0,
    );
    expect(pathEdges(paths, 2)).toBeUndefined();
    expect(pathEdges(paths, 0)).toEqual([]);
  });

  it('refuse negative lengths, NaN and nodes that do not exist', () => {
    expect(() => solve(2, [[0, 1, -1]], 0)).toThrow(/weight -1/);
    expect(() => solve(2, [[0, 1, NaN]], 0)).toThrow(/weight NaN/);
    expect(() => solve(2, [[0, 2, 1]], 0)).toThrow(/node 2/);
    expect(() => solve(2, [], 2)).toThrow(/source is 2/);
  });
});
