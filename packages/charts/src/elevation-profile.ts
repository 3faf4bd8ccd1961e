import * as Plot from '@observablehq/plot';
import type { LineRecord, RunRecord, StationRecord } from '@throughline/engine';
import { type ChartFigure, wide } from './chart-figure.ts';
import { type Basis, estimatedAlong } from './estimated-stretches.ts';
import { hatching } from './hatching.ts';
import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { framed, kilometreText, plotted, tickText } from './plot-picture.ts';
import { numbers } from './series.ts';
import { callsOf, stationAxis, stationAxisHeight } from './station-axis.ts';
import { svg } from './svg.ts';
import { inUnit } from './text/units.ts';
import { keptPoints } from './thin.ts';

/** What {@link elevationProfile} draws. */
export interface ElevationProfileInput {
  readonly id: string;
  readonly title: string;
  readonly run: RunRecord;
  readonly stations: Readonly<Record<string, StationRecord>>;
  readonly lines: Readonly<Record<string, LineRecord>>;
  /** How far, in pixels, a point left out may lie from the line drawn; 0.6 when left out. */
  readonly tolerance?: number;
}

interface Point {
  readonly distance: number;
  readonly height: number;
  readonly basis: Basis;
}

const margins = { marginTop: 22, marginRight: 10, marginBottom: 26, marginLeft: 44 };
const plotHeight = 190;

/**
 * The height of the track along a run: solid where gradients are cited, hatched and dashed where mostly estimated.
 *
 * @param input - the run, and the stations and lines by id
 */
export function elevationProfile(input: ElevationProfileInput): ChartFigure {
  const { id, title, run, stations, lines, tolerance = 0.6 } = input;
  const points = thinned(pointsOf(run, lines), tolerance);
  const marks = stationHeights(run, stations);
  return {
    id,
    title,
    unit: 'm',
    caption:
      'Heights are integrated gradients. Hatched and dashed: more than half of the gradient of that line is an estimate. Points: elevations of stations.',
    table: {
      columns: [
        { label: 'Distance', unit: 'km', digits: 2 },
        { label: 'Height', unit: 'm' },
        { label: 'Basis', unit: null },
      ],
      rows: points.map((point) => [point.distance, point.height, point.basis]),
    },
    draw: (document, { width } = { width: wide }) => {
      const hatch = `${id}-${width}-estimated`;
      const heights = [...points, ...marks].map((point) => point.height);
      const [lowest, highest] = [Math.min(0, ...heights), Math.max(50, ...heights)];
      const runs = sameBasis(width < 500 ? thinned(points, 2 * tolerance) : points);
      const end = points.at(-1)?.distance ?? 1;
      const plot = plotted(document, {
        ...margins,
        width,
        height: plotHeight,
        x: { domain: [0, end] },
        y: { domain: [lowest, lowest + (highest - lowest) * 1.08] },
        marks: [
          Plot.gridY({ stroke: colour('faint'), strokeOpacity: 1, ticks: 5 }),
          Plot.axisY({
            label: numbers(run.stations, 'elevation', 'm')[0] === null ? 'm above the start' : 'm above sea level',
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
          ...runs.flatMap(({ basis, part }) => [
            Plot.areaY(part, {
              x: 'distance',
              y1: lowest,
              y2: 'height',
              fill: basis === 'estimated' ? `url(#${hatch})` : colour('wash'),
            }),
            Plot.lineY(part, {
              className: 'marks',
              x: 'distance',
              y: 'height',
              stroke: colour('green'),
              strokeWidth: 1.75,
              strokeDasharray: basis === 'estimated' ? '5 3' : undefined,
            }),
          ]),
          Plot.dot(marks, {
            x: 'distance',
            y: 'height',
            r: 2.25,
            fill: colour('paper'),
            stroke: colour('ink'),
            strokeWidth: 1,
          }),
        ],
      });
      const key = legend(document, entries(document, hatch), width);
      const stationsTop = key.height + plotHeight + 2;
      return framed(
        document,
        `${title}: height of the track over distance`,
        { width, height: stationsTop + stationAxisHeight },
        plot,
        key.height,
        svg(document, 'defs', {}, hatching(document, hatch, 'faint')),
        key.element,
        stationAxis(document, callsOf(run.stations, stations), plot.x, stationsTop, width),
      );
    },
  };
}

function entries(document: Document, hatch: string) {
  const swatch = (fill: string, dash?: string) =>
    svg(
      document,
      'g',
      {},
      svg(document, 'rect', { y: 2, width: 18, height: 10, fill }),
      svg(document, 'path', { d: 'M0,2H18', stroke: colour('green'), 'stroke-width': 2, 'stroke-dasharray': dash }),
    );
  return [
    { label: 'Gradient mostly cited', swatch: swatch(colour('wash')) },
    { label: 'Gradient mostly estimated', swatch: swatch(`url(#${hatch})`, '5 3') },
    {
      label: 'Elevation of a station',
      swatch: svg(document, 'circle', { cx: 9, cy: 6, r: 2.5, fill: colour('paper'), stroke: colour('ink') }),
    },
  ];
}

function pointsOf(run: RunRecord, lines: Readonly<Record<string, LineRecord>>): Point[] {
  const distance = numbers(run.profile, 'distance', 'km');
  const column = run.profile.columns.some(({ name }) => name.startsWith('height')) ? 'height' : 'elevation';
  const base = column === 'height' ? baseHeight(run) : 0;
  const height = numbers(run.profile, column, 'm').map((value) => (value === null ? null : value + base));
  const basisAt = estimatedAlong(run, lines);
  return distance.flatMap((at, index): Point[] => {
    const value = height[index];
    return at === null || value === null || value === undefined
      ? []
      : [{ distance: at, height: value, basis: basisAt(at, index) }];
  });
}

function thinned(all: readonly Point[], tolerance: number): Point[] {
  const end = all.at(-1)?.distance || 1;
  const heights = all.map((point) => point.height);
  const span = Math.max(50, Math.max(...heights) - Math.min(...heights));
  const kept = new Set(
    keptPoints(
      all.map((point) => (point.distance / end) * 712),
      all.map((point) => (point.height / span) * 142),
      tolerance,
    ),
  );
  return all.filter((point, i) => kept.has(i) || (i > 0 && point.basis !== all[i - 1]?.basis));
}

/** Elevation of the first station, from which the heights of a profile count; 0 where it is not known. */
function baseHeight({ stations }: RunRecord): number {
  return numbers(stations, 'elevation', 'm')[0] ?? 0;
}

/** Stretches of one basis, each reaching the first point of the next. */
function sameBasis(points: readonly Point[]): Array<{ readonly basis: Basis; readonly part: Point[] }> {
  const runs: Array<{ basis: Basis; part: Point[] }> = [];
  for (const point of points) {
    const last = runs.at(-1);
    last?.part.push(point);
    if (last?.basis !== point.basis) runs.push({ basis: point.basis, part: [point] });
  }
  return runs;
}

function stationHeights(run: RunRecord, stations: Readonly<Record<string, StationRecord>>) {
  const ids = run.stations.columns.find(({ unit }) => unit === null)?.values ?? [];
  const distance = numbers(run.stations, 'distance', 'km');
  return ids.flatMap((station, index) => {
    const elevation = stations[String(station)]?.elevation;
    const at = distance[index];
    if (!elevation || at === null || at === undefined) return [];
    return [{ distance: at, height: inUnit(elevation.value, elevation.unit, 'm') }];
  });
}
