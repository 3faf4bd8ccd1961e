import { type ChartFigure, wide } from '../chart-figure.ts';
import { legend } from '../legend.ts';
import { modes } from '../mode-shares.ts';
import { colour } from '../palette.ts';
import { picture, svg } from '../svg.ts';
import { decimal } from '../text/numbers.ts';
import { backdrop } from './backdrop.ts';
import { cutBaseLayer, foldedCountry, knowsAny, type MapData, nowhere } from './base-layer.ts';
import type { Point } from './clip.ts';
import { placeLabels } from './label-placement.ts';
import { fitMercator } from './projection.ts';

/** A zone on the map. */
export interface FlowZone {
  readonly name: string;
  readonly kind: string;
  readonly position: readonly [latitude: number, longitude: number];
}

/** What {@link flowMap} draws. */
export interface FlowMapInput {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly moments: readonly [before: string, after: string];
  readonly zones: Readonly<Record<string, FlowZone>>;
  readonly flows: ReadonlyArray<{
    readonly from: string;
    readonly to: string;
    readonly mode: string;
    readonly before: number;
    readonly after: number;
  }>;
  readonly countries: readonly string[];
  readonly mapData: MapData;
}

/**
 * What travels between zones, as bands as wide as the flow, on a map.
 *
 * @param input - zones, flows between them, and a map of the world
 */
export function flowMap(input: FlowMapInput): ChartFigure {
  const { id, title, unit, moments, zones, flows } = input;
  const nameOf = (zone: string) => zones[zone]?.name ?? zone;
  return {
    id,
    title,
    unit,
    caption: `Goods in ${moments[1]}, both directions together; a band is as wide as the root of its flow. Bands join zones and follow no road. Mercator projection; coast and borders: Natural Earth. Borders as drawn there imply no position on them.`,
    table: {
      columns: [
        { label: 'Between', unit: null },
        { label: 'and', unit: null },
        { label: 'by', unit: null },
        { label: moments[0], unit, digits: 2 },
        { label: moments[1], unit, digits: 2 },
      ],
      rows: [...flows]
        .filter(({ after, from, to }) => after > 0 && zones[from] && zones[to])
        .sort((a, b) => b.after - a.after)
        .map((flow) => [nameOf(flow.from), nameOf(flow.to), flow.mode, flow.before, flow.after]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, input, width),
  };
}

const geographic = ([latitude, longitude]: readonly [number, number]): Point => [longitude, latitude];

function draw(document: Document, input: FlowMapInput, width: number): Element {
  const { zones, flows, countries, mapData, title } = input;
  const entries = Object.entries(zones);
  const points = entries.map(([, { position }]) => geographic(position));
  const projection = fitMercator(points.length > 0 ? points : [[0, 0]], width, width > 500 ? 48 : 30);
  const base = cutBaseLayer(knowsAny(mapData, countries) ? mapData : nowhere, projection.bounds);
  const at = new Map(entries.map(([id, { position }]) => [id, projection.toPixels(geographic(position))] as const));
  const most = Math.max(1e-9, ...flows.map(({ after }) => after));
  const widthOf = (flow: number) => Math.max(0.8, (width > 500 ? 16 : 10) * Math.sqrt(flow / most));
  const order = modes.map(([mode]) => mode);
  const bands = [...flows]
    .filter(({ after, from, to }) => after > 0 && at.has(from) && at.has(to))
    .sort((a, b) => b.after - a.after)
    .map(({ from, to, mode, after }) => {
      const fill = modes.find(([id]) => id === mode)?.[2] ?? 'grey';
      const bend = (order.indexOf(mode) - 1.5) * 0.09;
      return svg(document, 'path', {
        class: 'mark',
        d: bow(at.get(from)!, at.get(to)!, bend),
        fill: 'none',
        stroke: colour(fill),
        'stroke-width': widthOf(after),
        'stroke-opacity': 0.75,
        'stroke-linecap': 'round',
      });
    });
  const wanted = entries.flatMap(([id, { name, kind }]) =>
    kind === 'region' ? [{ id, at: at.get(id)!, lines: [name], rank: 1, size: width > 500 ? 12 : 11 }] : [],
  );
  const frame = { x0: 4, y0: 4, x1: width - 4, y1: projection.height - 4 };
  const labels = placeLabels(wanted, [], frame);
  const used = modes.filter(([mode]) => flows.some((flow) => flow.mode === mode && flow.after > 0));
  const key = legend(
    document,
    [
      ...used.map(([, label, fill]) => ({
        label,
        swatch: svg(document, 'rect', { y: 1, width: 18, height: 10, fill: colour(fill) }),
      })),
      {
        label: `${decimal(most, 1)} ${input.unit}`,
        swatch: svg(document, 'path', { d: 'M0,6H18', stroke: colour('soft'), 'stroke-width': widthOf(most) }),
      },
    ],
    width,
  );
  key.element.setAttribute('transform', `translate(0,${projection.height + 10})`);
  return picture(
    document,
    title,
    width,
    projection.height + 10 + key.height,
    backdrop(document, base, projection, new Set(countries.map(foldedCountry))),
    ...bands,
    ...entries.map(([id, { kind }]) => {
      const [x, y] = at.get(id)!;
      const r = kind === 'region' ? 4 : 2;
      return svg(document, 'circle', {
        cx: x,
        cy: y,
        r,
        fill: colour('paper'),
        stroke: colour('ink'),
        'stroke-width': 1.2,
      });
    }),
    ...labels.map(({ x, y, anchor, lines, size }) =>
      svg(
        document,
        'text',
        { x, y, 'text-anchor': anchor, 'font-size': size, class: 'on-map strong' },
        lines.join(' '),
      ),
    ),
    svg(document, 'rect', {
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: projection.height - 1,
      fill: 'none',
      stroke: colour('faint'),
    }),
    key.element,
  );
}

/** A curve from one point to another, bent aside by a part of its length, so that modes between two zones lie apart. */
function bow([x0, y0]: Point, [x1, y1]: Point, bend: number): string {
  const [mx, my] = [(x0 + x1) / 2 - bend * (y1 - y0), (y0 + y1) / 2 + bend * (x1 - x0)];
  const text = (value: number) => value.toFixed(1);
  return `M${text(x0)},${text(y0)}Q${text(mx)},${text(my)} ${text(x1)},${text(y1)}`;
}
