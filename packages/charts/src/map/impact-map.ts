import type { ImpactRecord, LineRecord } from '@throughline/engine';
import { type ChartFigure, wide } from '../chart-figure.ts';
import { legend } from '../legend.ts';
import { colour } from '../palette.ts';
import { pathOf } from '../path-data.ts';
import { picture, svg } from '../svg.ts';
import { backdrop } from './backdrop.ts';
import { cutBaseLayer, foldedCountry, knowsAny, type MapData, nowhere } from './base-layer.ts';
import type { Point } from './clip.ts';
import { placeLabels } from './label-placement.ts';
import { fitMercator, type Projection } from './projection.ts';
import { scaleBar } from './scale-bar.ts';
import { samples } from './track.ts';

type Feature = ImpactRecord['features'][number];

/** What {@link impactMap} draws. */
export interface ImpactMapInput {
  readonly id: string;
  readonly title: string;
  /** The lines that are built, by id. */
  readonly lines: Readonly<Record<string, LineRecord>>;
  readonly features: readonly Feature[];
  readonly countries: readonly string[];
  readonly mapData: MapData;
}

const findings = {
  certain: { label: 'crossed', stroke: 'vermilion', opacity: 0.45 },
  possible: { label: 'possibly crossed', stroke: 'sand', opacity: 0.35 },
  none: { label: 'not crossed', stroke: 'green', opacity: 0.18 },
} as const;

/**
 * What a built line crosses: parks, wetlands and rivers by how sure it is.
 *
 * @param input - lines, ground features, and a map of the world
 */
export function impactMap(input: ImpactMapInput): ChartFigure {
  const { id, title, features } = input;
  return {
    id,
    title,
    unit: null,
    caption:
      'Outlines have few points and say in the data how far off they may be; the finding takes that and the width of the alignment into account.',
    table: {
      columns: ['Name', 'Local name', 'Kind', 'Finding'].map((label) => ({ label, unit: null })),
      rows: features.map(({ name, names, kind, finding }) => [
        name,
        Object.values(names).join(' · '),
        kind,
        findings[finding].label,
      ]),
    },
    draw: (document, { width } = { width: wide }) => draw(document, input, width),
  };
}

const geographic = ([latitude, longitude]: readonly [number, number]): Point => [longitude, latitude];

function draw(document: Document, input: ImpactMapInput, width: number): Element {
  const { lines, features, countries, title } = input;
  const mapData = knowsAny(input.mapData, countries) ? input.mapData : nowhere;
  const courses = Object.values(lines).map(({ course }) => course.map(geographic));
  const points = [...courses.flat(), ...features.flatMap(({ outline }) => outline.map(geographic))];
  const projection = fitMercator(points.length > 0 ? points : [[0, 0]], width, width > 500 ? 40 : 26);
  const base = cutBaseLayer(mapData, projection.bounds);
  const paths = courses.map((course) => course.map(projection.toPixels));
  const labels = placeLabels(
    features.map((feature) => ({
      id: feature.id,
      at: middle(feature, projection),
      lines: [feature.name],
      rank: feature.finding === 'none' ? 2 : 1,
      size: 11,
    })),
    paths.flatMap((path) => samples(path, 4)),
    { x0: 4, y0: 4, x1: width - 4, y1: projection.height - 4 },
  );
  const key = legend(
    document,
    [
      ...Object.values(findings).map(({ label, stroke, opacity }) => ({
        label,
        swatch: svg(document, 'rect', {
          y: 1,
          width: 18,
          height: 10,
          fill: colour(stroke),
          'fill-opacity': opacity,
          stroke: colour(stroke),
        }),
      })),
      {
        label: 'what is built',
        swatch: svg(document, 'path', { d: 'M0,6H18', stroke: colour('ink'), 'stroke-width': 2.5 }),
      },
    ],
    width,
  );
  key.element.setAttribute('transform', `translate(0,${projection.height + 10})`);
  return picture(
    document,
    `${title}: map`,
    width,
    projection.height + 10 + key.height,
    backdrop(document, base, projection, new Set(countries.map(foldedCountry))),
    ...features.map((feature) => shape(document, feature, projection)),
    ...paths.map((path) =>
      svg(document, 'path', { d: pathOf(path), fill: 'none', stroke: colour('ink'), 'stroke-width': 2.5 }),
    ),
    ...labels.map(({ x, y, anchor, lines: texts, size }) =>
      svg(
        document,
        'text',
        { class: 'on-map', 'font-size': size, 'text-anchor': anchor },
        ...texts.map((text, index) => svg(document, 'tspan', { x, y: y + index * size * 1.25 }, text)),
      ),
    ),
    scaleBar(document, projection, 14, projection.height - 14),
    key.element,
  );
}

function shape(document: Document, { outline, kind, finding }: Feature, projection: Projection): Element {
  const { stroke, opacity } = findings[finding];
  const path = pathOf(outline.map(geographic).map(projection.toPixels));
  return kind === 'river'
    ? svg(document, 'path', { d: path, fill: 'none', stroke: colour(stroke), 'stroke-width': 3, 'stroke-opacity': 0.8 })
    : svg(document, 'path', {
        d: `${path}Z`,
        fill: colour(stroke),
        'fill-opacity': opacity,
        stroke: colour(stroke),
        'stroke-width': 1.2,
      });
}

/** Where the name of a feature stands: the mean of its points. */
function middle({ outline }: Feature, projection: Projection): [x: number, y: number] {
  const points = outline.map(geographic).map(projection.toPixels);
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}
