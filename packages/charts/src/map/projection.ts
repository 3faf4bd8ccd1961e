import type { Box, Point } from './clip.ts';

/** Mercator's projection of a box of the earth onto a picture. */
export interface Projection {
  readonly width: number;
  readonly height: number;
  /** What the picture shows, degrees. */
  readonly bounds: Box;
  /** Pixels of a longitude and latitude. */
  toPixels(point: Point): [x: number, y: number];
  /** Pixels a kilometre at the middle latitude. */
  readonly pixelsPerKm: number;
}

const radians = Math.PI / 180;
const earthRadiusKm = 6371.0088;
const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)) / radians;
const inverse = (y: number) => (2 * Math.atan(Math.exp(y * radians)) - Math.PI / 2) / radians;

/**
 * Fits Mercator's projection to points, with room around them; angles stay true, and over a corridor so does scale to
 * some per cent.
 *
 * @param points - longitudes and latitudes, degrees
 * @param width - of the picture, pixels
 * @param padding - around the points, pixels
 * @returns the projection; its height follows from the points, between 0.62 and 0.9 of its width, on a phone 1.25
 */
export function fitMercator(points: readonly Point[], width: number, padding: number): Projection {
  const xs = points.map(([longitude]) => longitude);
  const ys = points.map(([, latitude]) => mercator(latitude));
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const [dx, dy] = [Math.max(x1 - x0, 0.05), Math.max(y1 - y0, 0.05)];
  const natural = ((width - 2 * padding) / dx) * dy + 2 * padding;
  const height = Math.round(Math.min((width > 500 ? 0.9 : 1.25) * width, Math.max(0.62 * width, natural)));
  const scale = Math.min((width - 2 * padding) / dx, (height - 2 * padding) / dy);
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const [halfX, halfY] = [width / 2 / scale, height / 2 / scale];
  return {
    width,
    height,
    bounds: { x0: cx - halfX, x1: cx + halfX, y0: inverse(cy - halfY), y1: inverse(cy + halfY) },
    toPixels: ([longitude, latitude]) => [
      width / 2 + (longitude - cx) * scale,
      height / 2 - (mercator(latitude) - cy) * scale,
    ],
    pixelsPerKm: scale / (earthRadiusKm * radians * Math.cos(inverse(cy) * radians)),
  };
}
