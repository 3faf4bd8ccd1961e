import { type ChartFigure, wide } from './chart-figure.ts';
import { colour } from './palette.ts';
import { picture, svg } from './svg.ts';
import { decimal } from './text/numbers.ts';
import { textWidth } from './text/width.ts';

/** Something that goes from one node of a stage to one of the next. */
export interface ChainFlow {
  /** Index of the stage it leaves, from 0. */
  readonly stage: number;
  readonly from: string;
  readonly to: string;
  readonly mass: number;
  /** Value of what flows, for the table. */
  readonly value: number;
}

/** What {@link chainDiagram} draws. */
export interface ChainDiagramInput {
  readonly id: string;
  readonly title: string;
  /** Names of the stages, one more than flows have. */
  readonly stages: readonly string[];
  readonly massUnit: string;
  readonly valueUnit: string;
  readonly flows: readonly ChainFlow[];
  /** Node whose flows are marked. */
  readonly home: string;
  readonly caption?: string;
}

const barWidth = 12;
const gap = 16;
const headHeight = 34;
/** Room below a node of no size, so that its label does not run into the next. */
const leastHeight = 4;

/**
 * A chain of stages: nodes as tall as what passes through them, flows as bands between them. Its table has mass and
 * value of every flow.
 *
 * @param input - the stages and flows
 *
 * @example
 * ```ts
 * const flows = [{ stage: 0, from: 'South', to: 'North', mass: 5, value: 40 }];
 * chainDiagram({ id: 'chain', title: 'Ore', stages: ['mined', 'refined'], massUnit: 'kt', valueUnit: 'MUSD', flows, home: 'South' });
 * ```
 */
export function chainDiagram(input: ChainDiagramInput): ChartFigure {
  const { id, title, stages, massUnit, valueUnit, flows } = input;
  return {
    id,
    title,
    unit: massUnit,
    ...(input.caption === undefined ? {} : { caption: input.caption }),
    table: {
      columns: [
        { label: 'From', unit: null },
        { label: 'To', unit: null },
        { label: 'Mass', unit: massUnit, digits: 2 },
        { label: 'Value', unit: valueUnit, digits: 1 },
      ],
      rows: flows.map(({ stage, from, to, mass, value }) => [
        `${from} (${stages[stage]})`,
        `${to} (${stages[stage + 1]})`,
        mass,
        value,
      ]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, input, width),
  };
}

interface Node {
  readonly name: string;
  readonly size: number;
  readonly height: number;
  readonly y: number;
  /** How far bands have been stacked on its left and right. */
  in: number;
  out: number;
}

function draw(document: Document, { title, stages, massUnit, flows, home }: ChainDiagramInput, width: number): Element {
  const columns = stages.map((_, stage) => sizes(flows, stage));
  const most = Math.max(1e-9, ...columns.map((column) => sum([...column.values()])));
  const tallest = Math.max(1, ...columns.map((column) => column.size));
  const body = Math.max(220, 26 * tallest);
  const scale = (body - gap * (tallest - 1)) / most;
  const nodes = columns.map((column) => placed(column, Math.max(0, scale)));
  const x = (stage: number) => (stage * (width - barWidth)) / Math.max(1, stages.length - 1);
  const height = headHeight + Math.max(...nodes.map((column) => bottomOf([...column.values()]))) + 8;
  const bands = [...flows]
    .sort(
      (a, b) =>
        a.stage - b.stage ||
        order(nodes, a.stage, a.from) - order(nodes, a.stage, b.from) ||
        order(nodes, a.stage + 1, a.to) - order(nodes, a.stage + 1, b.to),
    )
    .map((flow) => band(document, nodes, flow, x, scale, home));
  return picture(
    document,
    title,
    width,
    height,
    ...bands,
    ...nodes.flatMap((column, stage) =>
      [...column.values()].map((node) => bar(document, node, x(stage), stage, stages.length, massUnit, width, home)),
    ),
    ...stages.map((name, stage) =>
      svg(
        document,
        'text',
        {
          x: anchorX(x(stage), stage, stages.length),
          y: 14,
          class: 'strong',
          'text-anchor': anchorOf(stage, stages.length),
        },
        name,
      ),
    ),
  );
}

/** Nodes of a stage with what passes through them, the largest first, ties by name. */
function sizes(flows: readonly ChainFlow[], stage: number): Map<string, number> {
  const ins = new Map<string, number>();
  const outs = new Map<string, number>();
  for (const { stage: at, from, to, mass } of flows) {
    if (at === stage) outs.set(from, (outs.get(from) ?? 0) + mass);
    if (at === stage - 1) ins.set(to, (ins.get(to) ?? 0) + mass);
  }
  const names = [...new Set([...ins.keys(), ...outs.keys()])];
  const size = (name: string) => Math.max(ins.get(name) ?? 0, outs.get(name) ?? 0);
  return new Map(
    names.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1)).map((name) => [name, size(name)] as const),
  );
}

function placed(column: ReadonlyMap<string, number>, scale: number): Map<string, Node> {
  let y = headHeight;
  const nodes = new Map<string, Node>();
  for (const [name, size] of column) {
    const height = size * scale;
    nodes.set(name, { name, size, height, y, in: 0, out: 0 });
    y += Math.max(leastHeight, height) + gap;
  }
  return nodes;
}

function bottomOf(nodes: readonly Node[]): number {
  return nodes.reduce((most, { y, height }) => Math.max(most, y + Math.max(leastHeight, height) - headHeight + 14), 0);
}

function order(nodes: ReadonlyArray<ReadonlyMap<string, Node>>, stage: number, name: string): number {
  return nodes[stage]?.get(name)?.y ?? 0;
}

function band(
  document: Document,
  nodes: ReadonlyArray<Map<string, Node>>,
  { stage, from, to, mass }: ChainFlow,
  x: (stage: number) => number,
  scale: number,
  home: string,
): Element {
  const source = nodes[stage]?.get(from) as Node;
  const target = nodes[stage + 1]?.get(to) as Node;
  const thick = mass * scale;
  const [x0, x1] = [x(stage) + barWidth, x(stage + 1)];
  const y0 = source.y + source.out + thick / 2;
  const y1 = target.y + target.in + thick / 2;
  source.out += thick;
  target.in += thick;
  const middle = (x0 + x1) / 2;
  const own = from === home || to === home;
  return svg(document, 'path', {
    d: `M${round(x0)},${round(y0)}C${round(middle)},${round(y0)} ${round(middle)},${round(y1)} ${round(x1)},${round(y1)}`,
    fill: 'none',
    stroke: colour(own ? 'vermilion' : 'blue'),
    'stroke-opacity': own ? 0.75 : 0.28,
    'stroke-width': Math.max(own ? 1.5 : 0.5, thick),
    // What is marked by colour is also dashed where it is thin.
    ...(own && thick < 3 ? { 'stroke-dasharray': '5 2' } : {}),
  });
}

function bar(
  document: Document,
  { name, size, height, y }: Node,
  x: number,
  stage: number,
  count: number,
  unit: string,
  width: number,
  home: string,
): Element {
  const anchor = anchorOf(stage, count);
  const amount = `${decimal(size, size < 10 ? 2 : 0)} ${unit}`;
  const full = `${name} ${amount}`;
  const label = textWidth(full, 12) < width / count - 24 ? full : name;
  const textX = anchor === 'end' ? x - 4 : x + barWidth + 4;
  return svg(
    document,
    'g',
    {},
    svg(document, 'rect', {
      class: 'mark',
      x,
      y,
      width: barWidth,
      height: Math.max(1.5, height),
      fill: colour(name === home ? 'vermilion' : 'ink'),
    }),
    svg(
      document,
      'text',
      {
        x: textX,
        y: y + Math.max(leastHeight, height) / 2 + 4,
        'text-anchor': anchor === 'end' ? 'end' : 'start',
        class: 'small halo',
      },
      label,
    ),
  );
}

function anchorOf(stage: number, count: number): 'start' | 'middle' | 'end' {
  if (stage === 0) return 'start';
  return stage === count - 1 ? 'end' : 'middle';
}

function anchorX(x: number, stage: number, count: number): number {
  if (stage === 0) return x;
  return stage === count - 1 ? x + barWidth : x + barWidth / 2;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
