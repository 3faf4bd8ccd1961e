import { legend } from './legend.ts';
import { colour } from './palette.ts';
import { pathOf } from './path-data.ts';
import { picture, svg } from './svg.ts';
import { textWidth } from './text/width.ts';
import { keptPoints } from './thin.ts';
import { type RunPoint, wrapped, wrappedSpans } from './time-window.ts';
import { stationLines, timeAxis } from './train-graph-axes.ts';
import type { GraphTrain, TrainGraphInput } from './train-graph-input.ts';

/** Looks of types of train in their order; vermilion is kept for conflicts. */
const looks = [
  { name: 'blue', width: 1.8, dash: undefined },
  { name: 'green', width: 1.5, dash: '7 2' },
  { name: 'plum', width: 2.6, dash: undefined },
  { name: 'sand', width: 1.8, dash: '2 2' },
  { name: 'grey', width: 1.2, dash: '9 2 2 2' },
] as const;

const wholeDay = { from: 0, to: 86_400 };
const plotHeight = { wide: 420, narrow: 360 };
/** At the right, for half a label of the time axis, pixels. */
const margin = 20;

/**
 * Draws a train graph.
 *
 * @param document - the page's own document, or one of linkedom
 * @param input - what it shows
 * @param width - pixels
 */
export function drawTrainGraph(document: Document, input: TrainGraphInput, width: number): Element {
  const { stations, trains, blocking = [], conflicts = [], window = wholeDay, namesTrains = true } = input;
  const isWide = width > 500;
  const height = Math.min(isWide ? plotHeight.wide : plotHeight.narrow, 40 + 45 * (stations.length - 1));
  const nameWidth = isWide ? 150 : 100;
  const left = Math.min(nameWidth, 14 + Math.max(...stations.map(({ name }) => textWidth(name, 11))));
  const known = [...new Set([...(input.kinds ?? []), ...trains.map(({ kind }) => kind)])];
  const lookOf = (kind: string) => looks[known.indexOf(kind) % looks.length]!;
  const kinds = known.filter((kind) => trains.some((train) => train.kind === kind));
  const lookOfTrain = new Map(trains.map(({ id, kind }) => [id, lookOf(kind)]));
  const key = graphLegend(document, kinds, lookOf, blocking.length > 0, conflicts.length > 0, width);
  const top = key.height + 8;
  const ends = stations.map(({ distance }) => distance);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const x = (time: number) => left + ((time - window.from) / (window.to - window.from)) * (width - left - margin);
  const y = (distance: number) => top + ((distance - least) / (most - least || 1)) * height;
  const lines = trains.flatMap((train) => wrapped(train.points, window).map((points) => ({ train, points })));
  return picture(
    document,
    `${input.title}: train graph`,
    width,
    top + height + 30,
    key.element,
    timeAxis(document, window, x, top, height, isWide),
    stationLines(document, stations, y, left, width - margin),
    svg(
      document,
      'g',
      { class: 'blocking' },
      ...blocking.flatMap((block) =>
        wrappedSpans(block.start, block.end, window).map((span) => {
          const name = lookOfTrain.get(block.train)?.name ?? 'grey';
          const [upper, lower] = [Math.min(y(block.from), y(block.to)), Math.max(y(block.from), y(block.to))];
          return svg(document, 'rect', {
            x: x(span.from),
            y: upper,
            width: Math.max(0.5, x(span.to) - x(span.from)),
            height: lower - upper,
            fill: colour(name),
            'fill-opacity': '0.16',
            stroke: colour(name),
            'stroke-width': 0.5,
          });
        }),
      ),
    ),
    svg(
      document,
      'g',
      { class: 'trains' },
      ...kinds.map((kind) => {
        const { name, width, dash } = lookOf(kind);
        const look = {
          fill: 'none',
          stroke: colour(name),
          'stroke-width': width,
          'stroke-dasharray': dash,
          'stroke-linejoin': 'round',
        };
        const own = lines.filter(({ train }) => train.kind === kind);
        return svg(document, 'g', look, ...own.map(({ points }) => trainLine(document, points, x, y)));
      }),
    ),
    ...(namesTrains ? [trainLabels(document, lines, x, y, width)] : []),
    ...conflicts.flatMap(({ distance, time }) =>
      wrappedSpans(time, time, window).map((span) => conflictMark(document, x(span.from), y(distance))),
    ),
  );
}

function trainLine(
  document: Document,
  points: readonly RunPoint[],
  x: (time: number) => number,
  y: (distance: number) => number,
): Element {
  const [xs, ys] = [points.map(({ time }) => x(time)), points.map(({ distance }) => y(distance))];
  return svg(document, 'path', { d: pathOf(keptPoints(xs, ys, 0.5).map((index) => [xs[index]!, ys[index]!])) });
}

/** Names the trains whose label touches no other, at the beginning of their lines. */
function trainLabels(
  document: Document,
  lines: ReadonlyArray<{ readonly train: GraphTrain; readonly points: readonly RunPoint[] }>,
  x: (time: number) => number,
  y: (distance: number) => number,
  width: number,
): Element {
  const taken: Array<readonly [x0: number, x1: number, y: number]> = [];
  const named = new Set<string>();
  const labels = lines.flatMap(({ train, points }) => {
    if (named.has(train.id)) return [];
    const [first, last] = [points[0]!, points.at(-1)!];
    const isDown = y(last.distance) >= y(first.distance);
    const x0 = x(first.time) + 4;
    const x1 = x0 + textWidth(train.label, 11);
    const at = y(first.distance) + (isDown ? 12 : -5);
    const isFree = taken.every(([from, to, other]) => x1 + 3 < from || x0 - 3 > to || Math.abs(other - at) > 12);
    if (!isFree || x1 > width) return [];
    taken.push([x0, x1, at]);
    named.add(train.id);
    return [svg(document, 'text', { x: x0, y: at, class: 'small halo' }, train.label)];
  });
  return svg(document, 'g', { class: 'labels' }, ...labels);
}

function conflictMark(document: Document, x: number, y: number): Element {
  return svg(
    document,
    'g',
    { class: 'conflict', transform: `translate(${Math.round(x * 10) / 10},${Math.round(y * 10) / 10})` },
    svg(document, 'circle', { r: 6, fill: colour('paper'), stroke: colour('vermilion'), 'stroke-width': 2 }),
    svg(document, 'path', { d: 'M-3,-3L3,3M-3,3L3,-3', stroke: colour('vermilion'), 'stroke-width': 2 }),
  );
}

function graphLegend(
  document: Document,
  kinds: readonly string[],
  lookOf: (kind: string) => (typeof looks)[number],
  hasBlocking: boolean,
  hasConflicts: boolean,
  width: number,
): { readonly element: Element; readonly height: number } {
  const entries = kinds.map((kind) => {
    const { name, width, dash } = lookOf(kind);
    const line = { d: 'M0,6H18', stroke: colour(name), 'stroke-width': width, 'stroke-dasharray': dash };
    return { label: kind, swatch: svg(document, 'path', line) };
  });
  if (hasBlocking) {
    const box = { y: 1, width: 18, height: 10, fill: colour('grey'), 'fill-opacity': '0.16', stroke: colour('grey') };
    entries.push({ label: 'Blocking time', swatch: svg(document, 'rect', box) });
  }
  if (hasConflicts) entries.push({ label: 'Conflict', swatch: conflictMark(document, 9, 6) });
  return legend(document, entries, width);
}
