import * as Plot from '@observablehq/plot';
import type { RunRecord, StationRecord } from '@throughline/engine';
import { type ChartFigure, wide } from './chart-figure.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { phaseOf, phases } from './phases.ts';
import { framed, kilometreText, plotted, tickText } from './plot-picture.ts';
import { numbers, words } from './series.ts';
import { callsOf, stationAxis, stationAxisHeight } from './station-axis.ts';
import { svg, tenths } from './svg.ts';
import { keptPoints } from './thin.ts';

/** What {@link speedDistance} draws. */
export interface SpeedDistanceInput {
  readonly id: string;
  readonly title: string;
  readonly run: RunRecord;
  readonly stations: Readonly<Record<string, StationRecord>>;
  /** How far, in pixels, a point left out may lie from the line drawn; 0.6 when left out. */
  readonly tolerance?: number;
}

interface Point {
  readonly distance: number;
  readonly speed: number;
  readonly permitted: number | null;
  readonly phase: string;
}

const margins = { marginTop: 22, marginRight: 10, marginBottom: 26, marginLeft: 34 };
const plotHeight = 220;
const lanePitch = 27;

/**
 * Speed over distance: what the train does, what is permitted, and which phase it drives in.
 *
 * @param input - the run to draw, and the stations by id
 */
export function speedDistance({ id, title, run, stations, tolerance = 0.6 }: SpeedDistanceInput): ChartFigure {
  const all = pointsOf(run);
  const kept = thinned(all, tolerance);
  return {
    id,
    title,
    unit: 'km/h',
    caption:
      'The strip below shows the driving phase. Points that a line through their neighbours tells are left out of the table.',
    table: {
      columns: [
        { label: 'Distance', unit: 'km', digits: 2 },
        { label: 'Speed', unit: 'km/h', digits: 1 },
        { label: 'Permitted', unit: 'km/h' },
        { label: 'Phase', unit: null },
      ],
      rows: kept.map((point) => [point.distance, point.speed, point.permitted, phaseOf(point.phase).label]),
    },
    draw: (document, { width } = { width: wide }) => {
      const points = width < 500 ? thinned(kept, 2 * tolerance) : kept;
      const steps = kept.filter((point, i) => i === kept.length - 1 || point.permitted !== kept[i - 1]?.permitted);
      const shown = phases.filter((phase) => phase.id !== 'dwell' && all.some((point) => point.phase === phase.id));
      const end = all.at(-1)?.distance ?? 1;
      const fastest = Math.max(10, ...kept.map((point) => Math.max(point.speed, point.permitted ?? 0)));
      const plot = plotted(document, {
        ...margins,
        width,
        height: plotHeight,
        x: { domain: [0, end] },
        y: { domain: [0, fastest * 1.05] },
        marks: [
          Plot.gridY({ stroke: colour('faint'), strokeOpacity: 1, ticks: 5 }),
          Plot.axisY({
            label: 'km/h',
            labelArrow: 'none',
            tickFormat: tickText,
            ticks: 5,
            tickSize: 0,
            color: colour('soft'),
          }),
          Plot.axisX({
            label: null,
            tickFormat: kilometreText,
            ticks: width > 500 ? 10 : 5,
            tickSize: 3,
            color: colour('soft'),
          }),
          Plot.areaY(steps, { x: 'distance', y: 'permitted', curve: 'step-after', fill: colour('wash') }),
          Plot.lineY(steps, {
            x: 'distance',
            y: 'permitted',
            curve: 'step-after',
            stroke: colour('soft'),
            strokeDasharray: '4 2',
            strokeWidth: 1,
          }),
          Plot.lineY(points, {
            className: 'marks',
            x: 'distance',
            y: 'speed',
            stroke: colour('blue'),
            strokeWidth: 1.75,
          }),
          Plot.ruleY([0], { stroke: colour('soft') }),
        ],
      });
      const key = legend(
        document,
        [
          {
            label: 'Speed',
            swatch: svg(document, 'path', { d: 'M0,6H18', stroke: colour('blue'), 'stroke-width': 2 }),
          },
          {
            label: 'Permitted speed',
            swatch: svg(
              document,
              'g',
              {},
              svg(document, 'rect', { y: 2, width: 18, height: 9, fill: colour('wash') }),
              svg(document, 'path', { d: 'M0,2H18', stroke: colour('soft'), 'stroke-dasharray': '4 2' }),
            ),
          },
        ],
        width,
      );
      const stationsTop = key.height + plotHeight + 2;
      const lanesTop = stationsTop + stationAxisHeight + 2;
      const lanes = shown.flatMap(({ id: phase, label, colour: name }, row) => {
        const top = lanesTop + row * lanePitch;
        return [
          svg(document, 'text', { x: margins.marginLeft, y: top + 9, class: 'small soft' }, label),
          svg(document, 'path', {
            d: lanePath(all, phase, plot.x, top + 16.5),
            stroke: colour(name),
            'stroke-width': 7,
            fill: 'none',
          }),
        ];
      });
      const height = lanesTop + shown.length * lanePitch + 4;
      return framed(
        document,
        `${title}: speed and permitted speed over distance`,
        { width, height },
        plot,
        key.height,
        key.element,
        stationAxis(document, callsOf(run.stations, stations), plot.x, stationsTop, width),
        ...lanes,
      );
    },
  };
}

function pointsOf({ profile }: RunRecord): Point[] {
  const distance = numbers(profile, 'distance', 'km');
  const speed = numbers(profile, 'speed', 'km/h');
  const permitted = numbers(profile, 'limit', 'km/h');
  const phase = words(profile, profile.columns.find(({ unit }) => unit === null)?.name ?? 'phase');
  return distance.flatMap((at, index) => {
    const v = speed[index];
    if (at === null || v === null || v === undefined) return [];
    return [{ distance: at, speed: v, permitted: permitted[index] ?? null, phase: phase[index] ?? '' }];
  });
}

/** Every change of the permitted speed, and what a line through the speeds needs. */
function thinned(points: readonly Point[], tolerance: number): Point[] {
  const fastest = Math.max(1, ...points.map((point) => point.permitted ?? point.speed));
  const end = points.at(-1)?.distance || 1;
  const kept = new Set(
    keptPoints(
      points.map((point) => (point.distance / end) * 716),
      points.map((point) => (point.speed / fastest) * 172),
      tolerance,
    ),
  );
  return points.filter((point, i) => kept.has(i) || point.permitted !== points[i - 1]?.permitted);
}

/** Strokes of one phase along the way, those closer than half a pixel joined. */
function lanePath(points: readonly Point[], phase: string, x: (distance: number) => number, y: number): string {
  const spans: Array<[from: number, to: number]> = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const point = points[i]!;
    if (point.phase !== phase) continue;
    const from = x(point.distance);
    const to = x(points[i + 1]!.distance);
    const last = spans.at(-1);
    if (last && from - last[1] < 0.5) last[1] = to;
    else if (to > from) spans.push([from, to]);
  }
  return spans.map(([from, to]) => `M${tenths(from)},${tenths(y)}h${tenths(Math.max(0.6, to - from))}`).join('');
}
