/**
 * Picks the points of a line that a drawing needs (Douglas and Peucker, The Canadian Cartographer 10, 1973):
 * the others lie within the tolerance of the line through these.
 *
 * @param x - abscissae, pixels, not decreasing
 * @param y - ordinates, pixels
 * @param tolerance - largest distance of a point left out, pixels
 * @returns indices kept, increasing; first and last always
 */
export function keptPoints(x: readonly number[], y: readonly number[], tolerance: number): number[] {
  const last = x.length - 1;
  if (last < 1) return x.map((_, index) => index);
  const kept = new Set([0, last]);
  const open: Array<[number, number]> = [[0, last]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const far = farthest(x, y, from, to);
    if (far.distance <= tolerance) continue;
    kept.add(far.index);
    open.push([from, far.index], [far.index, to]);
  }
  return [...kept].sort((a, b) => a - b);
}

function farthest(x: readonly number[], y: readonly number[], from: number, to: number) {
  const [ax, ay, bx, by] = [x[from]!, y[from]!, x[to]!, y[to]!];
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  let index = from;
  let distance = -1;
  for (let i = from + 1; i < to; i++) {
    const [px, py] = [x[i]! - ax, y[i]! - ay];
    const along = squared === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
    const d = Math.hypot(px - along * dx, py - along * dy);
    if (d > distance) [index, distance] = [i, d];
  }
  return { index, distance };
}
