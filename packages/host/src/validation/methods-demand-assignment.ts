import {
  type Assignment,
  type AssignmentOutcome,
  type AssignmentProblem,
  EquilibriumSearch,
  type LinkPerformance,
  logitEquilibrium,
  pathSizeLogit,
  pathSizes,
  systemOptimum,
  userEquilibrium,
} from '@throughline/engine';
import { evaluateTntp } from './methods-demand-tntp.ts';
import type { JsonRecord } from './methods-file.ts';
import { type MethodsInputs, type MethodsShape, numberOf, OtherShape } from './methods-inputs.ts';

/** Shapes of the cases of assignment and of routes that overlap. */
export const assignmentShapes: readonly MethodsShape[] = [
  [['net', 'cost'], evaluateTntp],
  [['demand', 'links'], paradox],
  [['demand', 'route1', 'route2', 'bpr'], twoRoutes],
  [['routes'], overlap],
];

/** Small networks are solved as far as rounding allows. */
const exact = { relativeGap: 1e-15, iterations: 200 };

function found(outcome: AssignmentOutcome): Assignment {
  if (outcome.kind === 'no-route') throw new RangeError('the demand has no route');
  return outcome;
}

/**
 * One pair on links of linear cost, such as `50+v` from `1-4`: from the node that no link enters to the one that none
 * leaves; *without* is without the one link that touches neither.
 */
function paradox(inputs: MethodsInputs): JsonRecord {
  const demand = inputs.number('demand');
  const links = Object.entries(inputs.record('links')).map(([name, cost]) => {
    const [, from, to] = /^(\w+)-(\w+)$/.exec(name) ?? [];
    if (from === undefined) throw new OtherShape(`link ${name}`);
    return { from, to: to!, performance: linearCost(cost) };
  });
  const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  const origin = names.filter((name) => !links.some(({ to }) => to === name));
  const destination = names.filter((name) => !links.some(({ from }) => from === name));
  if (origin.length !== 1 || destination.length !== 1) throw new OtherShape('links without one begin and one end');
  const inner = links.filter(({ from, to }) => from !== origin[0] && to !== destination[0]);
  if (inner.length !== 1) throw new OtherShape(`${inner.length} links between`);
  const problem = (of: typeof links): AssignmentProblem => ({
    nodeCount: names.length,
    firstThroughNode: 0,
    from: of.map(({ from }) => names.indexOf(from)),
    to: of.map(({ to }) => names.indexOf(to)),
    performance: of.map(({ performance }) => performance),
    classes: [
      {
        id: 'all',
        demand: [
          { origin: names.indexOf(origin[0]!), destinations: [names.indexOf(destination[0]!)], flows: [demand] },
        ],
      },
    ],
  });
  const full = problem(links);
  const search = EquilibriumSearch.begin(full, 'user');
  if ('kind' in search) throw new RangeError('the demand has no route');
  while (search.relativeGap > exact.relativeGap && search.iterations < exact.iterations) search.iterate();
  const withLink = search.result('equilibrium');
  const without = found(userEquilibrium(problem(links.filter((link) => !inner.includes(link))), exact));
  const system = found(systemOptimum(full, exact));
  const { origin: from, destinations } = full.classes[0]!.demand[0]!;
  return {
    ue_cost_with_link: withLink.routeCosts[0]![0]![0]!,
    ue_total_with_link: withLink.totalCost,
    path_flows_with_link: search.routes(0, from, destinations[0]!).map(({ flow }) => flow),
    ue_cost_without_link: without.routeCosts[0]![0]![0]!,
    ue_total_without_link: without.totalCost,
    system_optimum_total: system.totalCost,
    price_of_anarchy: withLink.totalCost / system.totalCost,
  };
}

/** `10v`, `50+v`, `3+2v`, `7`. */
function linearCost(text: unknown): LinkPerformance {
  const [, free, , slope] = /^\s*(?:([\d.]+)\s*(\+|$))?\s*(?:([\d.]*)\s*v)?\s*$/.exec(String(text)) ?? [];
  if (free === undefined && slope === undefined) throw new OtherShape(`cost ${String(text)}`);
  const from = Number(free ?? 0);
  if (slope === undefined) return { kind: 'constant', cost: from };
  const rise = slope === '' ? 1 : Number(slope);
  return {
    kind: 'points',
    points: [
      [0, from],
      [1, from + rise],
    ],
  };
}

/** Two parallel routes with the bureau's curve, under three principles. */
function twoRoutes(inputs: MethodsInputs): JsonRecord {
  const demand = inputs.number('demand');
  const [b, power] = inputs.numbers('bpr');
  if (b === undefined || power === undefined) throw new OtherShape('bpr is no pair');
  const performance = ['route1', 'route2'].map((name): LinkPerformance => {
    const { t0, cap } = inputs.record(name);
    return { kind: 'bpr', freeFlow: numberOf(t0, `${name}.t0`), capacity: numberOf(cap, `${name}.cap`), b, power };
  });
  const problem: AssignmentProblem = {
    nodeCount: 2,
    firstThroughNode: 0,
    from: [0, 0],
    to: [1, 1],
    performance,
    classes: [{ id: 'all', demand: [{ origin: 0, destinations: [1], flows: [demand] }] }],
  };
  const user = found(userEquilibrium(problem, exact));
  const system = found(systemOptimum(problem, exact));
  const results: JsonRecord = {
    ue_flow_1: user.flows[0]!,
    ue_time: user.routeCosts[0]![0]![0]!,
    ue_total: user.totalCost,
    so_flow_1: system.flows[0]!,
    so_total: system.totalCost,
  };
  if (!inputs.has('theta')) return results;
  const pairs = [{ flow: demand, routes: [[0], [1]] }];
  const logit = logitEquilibrium({ performance, pairs, theta: inputs.number('theta') });
  return { ...results, sue_flow_1: logit.routeFlows[0]![0]!, sue_times: [...logit.routeCosts[0]!] };
}

/** Routes told in words: one alone, two that share a part of their length, all at the same cost. */
function overlap(inputs: MethodsInputs): JsonRecord {
  const words = String(inputs.any('routes'));
  const shape =
    /^route 1 independent; routes 2 and 3 share ([\d.]+) % of their length; equal cost; beta_PS = ([\d.]+)$/;
  const [, percent, beta] = shape.exec(words) ?? [];
  if (percent === undefined) throw new OtherShape(`routes ${words}`);
  const shared = Number(percent) / 100;
  const links = [[0], [1, 2], [1, 3]];
  const lengths = [1, shared, 1 - shared, 1 - shared];
  const routes = links.map((of) => ({ links: of, cost: 0 }));
  return {
    path_size: pathSizes(links, lengths),
    probabilities: pathSizeLogit(routes, lengths, { theta: 1, beta: Number(beta) }),
    mnl_probabilities: pathSizeLogit(routes, lengths, { theta: 1, beta: 0 }),
  };
}
