import { needFinite } from '../numerics/ranges.ts';

/** How far something may change before the answer turns. `change` is a part of it: −0.11 is 11 % less. */
export type SwitchingValue =
  | { readonly kind: 'switches'; readonly change: number }
  | { readonly kind: 'never'; readonly reason: string };

const STEPS = 200;
const HALVINGS = 200;

/**
 * The change of one thing at which the net present value becomes zero, solved again and not extrapolated: the nearest to
 * no change, in either direction.
 *
 * Source: ADB, Guidelines for the Economic Analysis of Projects (1997), appendix 21.
 *
 * @param valueAt - net present value when the thing is multiplied by a factor; continuous
 * @param most - largest change looked at, as a part: 10 goes from −100 % to +1000 %
 * @throws RangeError when the value is no number
 *
 * @example
 * ```ts
 * switchingValue((factor) => 120 - 100 * factor); // { kind: 'switches', change: 0.2 }
 * ```
 */
export function switchingValue(valueAt: (factor: number) => number, most = 10): SwitchingValue {
  const at = (change: number) => {
    const value = valueAt(1 + change);
    needFinite(value, `net present value at a change of ${change}`);
    return value;
  };
  const now = at(0);
  if (now === 0) return { kind: 'switches', change: 0 };
  let found: number | undefined;
  for (const direction of [1, -1]) {
    const end = direction === 1 ? most : Math.min(most, 1);
    let before = 0;
    for (let step = 1; step <= STEPS; step++) {
      const change = (direction * end * step * step) / (STEPS * STEPS);
      if (found !== undefined && Math.abs(change) > Math.abs(found) && Math.abs(before) > Math.abs(found)) break;
      if (at(change) > 0 !== now > 0) {
        const root = bisected(at, before, change, now > 0);
        if (found === undefined || Math.abs(root) < Math.abs(found)) found = root;
        break;
      }
      before = change;
    }
  }
  if (found !== undefined) return { kind: 'switches', change: found };
  return { kind: 'never', reason: `the sign stays the same from −100 % to +${100 * most} %` };
}

function bisected(at: (change: number) => number, from: number, to: number, positive: boolean): number {
  let [same, other] = [from, to];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = same + 0.5 * (other - same);
    if (middle === same || middle === other) break;
    if (at(middle) > 0 === positive) same = middle;
    else other = middle;
  }
  return Math.abs(at(same)) < Math.abs(at(other)) ? same : other;
}

/**
 * Sensitivity indicator: by how many per cent the net present value changes when a thing changes by one per cent.
 *
 * Source: as {@link switchingValue}.
 *
 * @param valueAt - net present value when the thing is multiplied by a factor
 * @param change - the change tried, as a part
 * @throws RangeError when the net present value is zero without a change
 *
 * @example
 * ```ts
 * sensitivityIndicator((factor) => 150 - 100 * factor); // -2
 * ```
 */
export function sensitivityIndicator(valueAt: (factor: number) => number, change = 0.1): number {
  const now = valueAt(1);
  if (now === 0) throw new RangeError('the net present value is 0, so a relative change of it means nothing');
  return (valueAt(1 + change) - now) / now / change;
}
