import type { LineRecord, StationRecord } from '@throughline/engine';
import { type ChartFigure, wide } from '../chart-figure.ts';
import { colour } from '../palette.ts';
import { picture, svg } from '../svg.ts';
import { inUnit } from '../text/units.ts';
import { backdrop } from './backdrop.ts';
import { type BaseLayer, cutBaseLayer, foldedCountry, knowsAny, type MapData, nowhere } from './base-layer.ts';
import type { Box, Point } from './clip.ts';
import { placeCountryNames } from './country-names.ts';
import { type Placed, placeLabels, type Wanted } from './label-placement.ts';
import { gaugeLabel, gaugesOf } from './line-style.ts';
import { mapLegend } from './map-legend.ts';
import { fitMercator, type Projection } from './projection.ts';
import { scaleBar } from './scale-bar.ts';
import { languagesOf, namesOnMap } from './station-names.ts';
import { samples, track } from './track.ts';

/** What {@link corridorMap} draws. */
export interface CorridorMapInput {
  readonly id: string;
  readonly title: string;
  readonly lines: Readonly<Record<string, LineRecord>>;
  readonly stations: Readonly<Record<string, StationRecord>>;
  /** Names of the corridor's countries; their land is lighter than that of neighbours. */
  readonly countries: readonly string[];
  readonly mapData: MapData;
}

/**
 * The corridor on a map: coast, borders and neighbours, lines by gauge, status and wire, stations with their names.
 *
 * @param input - lines and stations by id, and a map of the world
 */
export function corridorMap(input: CorridorMapInput): ChartFigure {
  const { id, title } = input;
  const isOnEarth = knowsAny(input.mapData, input.countries);
  const languages = languagesOf(input.stations);
  const lines = Object.entries(input.lines).filter(([, line]) => line.course.length > 1);
  const stations = Object.entries(input.stations).filter(([, s]) => s.position !== null && s.role !== 'marker');
  const km = (line: LineRecord) => inUnit(line.length.value, line.length.unit, 'km');
  const metres = (s: StationRecord) => (s.elevation ? inUnit(s.elevation.value, s.elevation.unit, 'm') : null);
  return {
    id,
    title,
    unit: null,
    caption: isOnEarth
      ? 'Mercator projection. Coast and borders: Natural Earth. Borders as drawn there imply no position on them.'
      : 'Mercator projection. The countries of this corridor are on no map of the world: none is drawn.',
    table: {
      columns: [
        { label: 'Kind', unit: null },
        { label: 'Name', unit: null },
        { label: 'Local name', unit: null },
        { label: 'Description', unit: null },
        { label: 'Length', unit: 'km', digits: 1 },
        { label: 'Elevation', unit: 'm' },
      ],
      rows: [
        ...lines.map(([, line]) => [
          'Line',
          line.name,
          Object.values(line.names).join(' · '),
          `${gaugeLabel(gaugesOf(line))}, ${line.tracks}, ${line.power}, ${line.status}`,
          km(line),
          null,
        ]),
        ...stations.map(([, station]) => [
          'Station',
          station.name,
          station.names[languages[station.country] ?? ''] ?? '',
          station.role ?? 'station',
          null,
          metres(station),
        ]),
      ],
    },
    draw: (document, { width } = { width: wide }) =>
      drawMap(document, isOnEarth ? input : { ...input, mapData: nowhere }, width),
  };
}

const geographic = ([latitude, longitude]: readonly [number, number]): Point => [longitude, latitude];

function drawMap(document: Document, input: CorridorMapInput, width: number): Element {
  const lines = Object.entries(input.lines).filter(([, line]) => line.course.length > 1);
  const stations = Object.entries(input.stations).filter(([, s]) => s.position !== null && s.role !== 'marker');
  const points = [
    ...lines.flatMap(([, line]) => line.course.map(geographic)),
    ...stations.map(([, station]) => geographic(station.position!)),
  ];
  const projection = fitMercator(points.length > 0 ? points : [[0, 0]], width, width > 500 ? 56 : 34);
  const base = cutBaseLayer(input.mapData, projection.bounds);
  const courses = lines.map(([key, line]) => ({
    key,
    line,
    path: line.course.map(geographic).map(projection.toPixels),
  }));
  const tracks = courses.flatMap(({ path }) => samples(path, 4));
  const frame = { x0: 4, y0: 4, x1: width - 4, y1: projection.height - 4 };
  const labels = placeLabels(wantedLabels(input, stations, projection), tracks, frame);
  const key = mapLegend(
    document,
    lines.map(([, line]) => line),
    width,
  );
  key.element.setAttribute('transform', `translate(0,${projection.height + 10})`);
  return picture(
    document,
    `${input.title}: map`,
    width,
    projection.height + 10 + key.height,
    backdrop(document, base, projection, new Set(input.countries.map(foldedCountry))),
    ...countryNames(document, base, projection, tracks, labels),
    ...courses.map(({ line, path }) => track(document, line, path)),
    ...dots(document, stations, projection),
    ...labels.map((label) => labelText(document, label)),
    scaleBar(document, projection, 14, projection.height - 14),
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

function countryNames(
  document: Document,
  base: BaseLayer,
  projection: Projection,
  tracks: readonly Point[],
  labels: readonly Placed[],
): Element[] {
  const scale: Box = { x0: 0, y0: projection.height - 44, x1: projection.width / 3, y1: projection.height };
  return placeCountryNames(base.lands, projection, tracks, [scale, ...labels.map(({ box }) => box)]).map(
    ({ name, x, y }) =>
      svg(
        document,
        'text',
        { x, y, 'text-anchor': 'middle', class: 'soft', 'letter-spacing': '0.14em' },
        name.toUpperCase(),
      ),
  );
}

function dots(document: Document, stations: ReadonlyArray<readonly [string, StationRecord]>, projection: Projection) {
  const kinds = [
    { width: 0.9, has: (s: StationRecord) => rankOf(s) > 1 },
    { width: 1.75, has: (s: StationRecord) => rankOf(s) <= 1 },
  ];
  return kinds.map(({ width, has }) =>
    svg(
      document,
      'g',
      { fill: colour('paper'), stroke: colour('ink'), 'stroke-width': width },
      ...stations.filter(([, station]) => has(station)).map(([, station]) => dot(document, station, projection)),
    ),
  );
}

function dot(document: Document, station: StationRecord, projection: Projection): Element {
  const [x, y] = projection.toPixels(geographic(station.position!));
  return station.role === 'border'
    ? svg(document, 'rect', { class: 'mark', x: x - 4, y: y - 4, width: 8, height: 8 })
    : svg(document, 'circle', { class: 'mark', cx: x, cy: y, r: rankOf(station) <= 1 ? 4 : 1.7 });
}

const ranks: Readonly<Record<string, number>> = { terminal: 0, border: 0, port: 1, junction: 2, yard: 2, station: 3 };
const rankOf = (station: StationRecord) => ranks[station.role ?? ''] ?? 4;

function wantedLabels(
  input: CorridorMapInput,
  stations: ReadonlyArray<readonly [string, StationRecord]>,
  projection: Projection,
): Wanted[] {
  const languages = languagesOf(input.stations);
  return stations.map(([id, station]) => ({
    id,
    at: projection.toPixels(geographic(station.position!)),
    lines: namesOnMap(station, languages[station.country]),
    rank: rankOf(station),
    size: rankOf(station) <= 1 ? 12.5 : 11,
  }));
}

function labelText(document: Document, { x, y, anchor, lines, size }: Placed): Element {
  return svg(
    document,
    'text',
    { class: size > 12 ? 'on-map strong' : 'on-map', 'font-size': size, 'text-anchor': anchor },
    ...lines.map((line, index) => svg(document, 'tspan', { x, y: y + index * size * 1.25 }, line)),
  );
}
