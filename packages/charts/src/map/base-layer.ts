/// <reference path="../topojson-client.d.ts" />
import { feature, mesh, type Topology } from 'topojson-client';
import { pathOf } from '../path-data.ts';
import { keptPoints } from '../thin.ts';
import { type Box, clipLine, clipRing, type Point } from './clip.ts';
import type { Projection } from './projection.ts';

/** Countries of the world as TopoJSON, such as `countries-10m.json` of world-atlas. */
export type MapData = Topology;

/** A country in the picture. */
export interface Land {
  readonly name: string;
  readonly rings: ReadonlyArray<ReadonlyArray<Point>>;
}

/** Land, coast and borders of a part of the earth, in degrees. */
export interface BaseLayer {
  readonly lands: readonly Land[];
  readonly coasts: ReadonlyArray<readonly Point[]>;
  readonly borders: ReadonlyArray<readonly Point[]>;
}

/** A map of a world without countries. */
export const nowhere: MapData = {
  type: 'Topology',
  arcs: [],
  objects: { countries: { type: 'GeometryCollection', geometries: [] } },
};

/** A country's name without accents, spaces and capitals. */
export function foldedCountry(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}

/**
 * Whether a map of the world has any of some countries; those of tutorials are on none.
 *
 * @param data - TopoJSON with an object `countries`
 * @param countries - names
 */
export function knowsAny(data: MapData, countries: readonly string[]): boolean {
  const wanted = new Set(countries.map(foldedCountry));
  return feature(data, data.objects.countries).features.some(({ properties }) =>
    wanted.has(foldedCountry(properties.name ?? '')),
  );
}

/**
 * Cuts land, coast and borders out of a map of the world.
 *
 * @param data - TopoJSON with an object `countries`
 * @param bounds - degrees
 */
export function cutBaseLayer(data: MapData, bounds: Box): BaseLayer {
  const { countries } = data.objects;
  const lands = feature(data, countries).features.flatMap((country) => {
    const { geometry } = country;
    const polygons = !geometry ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons
      .flat()
      .filter((ring) => touches(ring, bounds))
      .map((ring) => clipRing(ring, bounds))
      .filter((ring) => ring.length > 2);
    return rings.length > 0 ? [{ name: country.properties.name ?? '', rings }] : [];
  });
  const cut = (lines: readonly Point[][]) =>
    lines.flatMap((line) => (touches(line, bounds) ? clipLine(line, bounds) : []));
  return {
    lands,
    coasts: cut(mesh(data, countries, (a, b) => a === b).coordinates),
    borders: cut(mesh(data, countries, (a, b) => a !== b).coordinates),
  };
}

/**
 * Path data of lines of the earth, thinned to what the picture can show.
 *
 * @param lines - degrees
 * @param projection - of the picture
 * @param close - whether each returns to its first point
 */
export function projected(lines: ReadonlyArray<readonly Point[]>, projection: Projection, close = false): string {
  return lines
    .map((line) => {
      const points = line.map((point) => projection.toPixels(point));
      const [x, y] = [points.map((p) => p[0]), points.map((p) => p[1])];
      const kept = keptPoints(x, y, 0.4);
      return close && kept.length < 4
        ? ''
        : pathOf(
            kept.map((index) => points[index]!),
            close,
          );
    })
    .join('');
}

function touches(points: readonly Point[], { x0, x1, y0, y1 }: Box): boolean {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return smallest(xs) <= x1 && largest(xs) >= x0 && smallest(ys) <= y1 && largest(ys) >= y0;
}

const smallest = (values: readonly number[]) => values.reduce((a, b) => (b < a ? b : a), Number.POSITIVE_INFINITY);
const largest = (values: readonly number[]) => values.reduce((a, b) => (b > a ? b : a), Number.NEGATIVE_INFINITY);
