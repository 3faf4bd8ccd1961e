import { attributeAlong, type Model, type RouteLeg, type Stretch } from '../corridor/index.ts';
import { curveResistance } from './curve-resistance.ts';
import type { Path } from './path.ts';

/**
 * The path that a train sees along legs of a route: limits, gradients and curves by distance from its beginning, with
 * the signs of its direction of travel.
 *
 * @param model - the corridor as drawn
 * @param legs - legs of a route, one after the other, without a reversal between them
 */
export function pathOf(model: Model, legs: readonly RouteLeg[]): Path {
  const speedLimits: Path['speedLimits'][number][] = [];
  const gradients: Path['gradients'][number][] = [];
  const curves: Path['curves'][number][] = [];
  const brakingDistances: number[] = [];
  let start = 0;
  for (const leg of legs) {
    const line = model.lines[leg.line];
    const sign = leg.direction === 'rising' ? 1 : -1;
    const along = <K extends keyof Stretch>(attribute: K) => alongLeg(model, leg, attribute, start);
    for (const { from, to, value } of along('line_speed')) speedLimits.push({ from, to, speed: value });
    const oneWay = sign > 0 ? 'line_speed_rising' : 'line_speed_falling';
    for (const { from, to, value } of along(oneWay)) speedLimits.push({ from, to, speed: value });
    for (const { from, to, value } of along('gradient')) gradients.push({ from, to, gradient: sign * value });
    const shares = along('curve_share');
    for (const { from, to, value: radius } of along('curve_radius')) {
      const share = shares.find((piece) => piece.from <= from && from < piece.to)?.value ?? 1;
      curves.push({ from, to, resistance: share * curveResistance(line.curve_resistance, radius) });
    }
    brakingDistances.push(...along('braking_distance').map(({ value }) => value));
    start += Math.abs(leg.end - leg.begin);
  }
  return {
    length: start,
    speedLimits,
    gradients: withoutGaps(gradients.sort((a, b) => a.from - b.from)),
    curves: curves.sort((a, b) => a.from - b.from),
    brakingDistance: Math.min(...brakingDistances),
  };
}

/** Gradients of which each ends where the next begins: the checks let pass gaps shorter than a step. */
function withoutGaps(gradients: Path['gradients']): Path['gradients'] {
  return gradients.map((piece, i) => ({ ...piece, to: gradients[i + 1]?.from ?? piece.to }));
}

/** An attribute along one leg, by distance from the beginning of the path, in the order of travel. */
function alongLeg<K extends keyof Stretch>(model: Model, leg: RouteLeg, attribute: K, start: number) {
  const [low, high] = leg.direction === 'rising' ? [leg.begin, leg.end] : [leg.end, leg.begin];
  const pieces = attributeAlong(model.lines[leg.line], attribute, low, high);
  const placed = pieces.map(({ begin, end, value }) =>
    leg.direction === 'rising'
      ? { from: start + begin - low, to: start + end - low, value }
      : { from: start + high - end, to: start + high - begin, value },
  );
  return leg.direction === 'rising' ? placed : placed.reverse();
}
