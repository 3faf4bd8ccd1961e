/**
 * Tractive effort of one locomotive at the wheel rim.
 *
 * - `power`: the smaller of `maxForce` and `power / v`.
 * - `table`: straight lines between points (speed m/s, force N), constant beyond the ends.
 * - `adhesion`: the smaller of `maxForce`, `power / v` and what the rail carries after Curtius and Kniffler,
 *   `adhesionFactor · (0.161 + 7.5 / (44 + 3.6 v)) · adhesiveMass · g`.
 *
 * Power (W) is that at the rim: no efficiency, no auxiliaries.
 */
export type Traction =
  | { readonly kind: 'power'; readonly power: number; readonly maxForce: number }
  | { readonly kind: 'table'; readonly points: readonly (readonly [speed: number, force: number])[] }
  | {
      readonly kind: 'adhesion';
      readonly power: number;
      readonly maxForce: number;
      /** Share of the Curtius–Kniffler adhesion that can be used, 0…1 and above for sanded rails. */
      readonly adhesionFactor: number;
      /** Mass on the driven axles, kg. */
      readonly adhesiveMass: number;
    };

/**
 * Running resistance of the whole train on straight, level track.
 *
 * - `davis`: `a + b v + c v²` with `a` in N, `b` in N/(m/s), `c` in N/(m/s)². It also holds at standstill.
 * - `table`: straight lines between points (speed m/s, force N), constant beyond the ends.
 */
export type Resistance =
  | { readonly kind: 'davis'; readonly a: number; readonly b: number; readonly c: number }
  | { readonly kind: 'table'; readonly points: readonly (readonly [speed: number, force: number])[] };

/**
 * How the train brakes for limits and stops.
 *
 * - `brake-percentage` (what timetables should use): the speed-dependent deceleration and the build-up time of the
 *   brake follow from braked-weight percentage, brake position and train length (conversion model of SUBSET-026,
 *   appendix A.3.7, built on UIC 544-1), the gradient helps or hinders, and on descents the speed is capped so that the
 *   train stops within {@link Path.brakingDistance}.
 * - `constant-net`: one net deceleration (m/s²) whatever the gradient; usual in published comparisons.
 * - `constant-force`: one braking force (N) at the rim; running resistance and gradient add to it.
 */
export type Braking =
  | {
      readonly kind: 'brake-percentage';
      /** Braked weight over mass, per cent, 30…250. */
      readonly percentage: number;
      /** Brake position: goods (slow) or passenger (fast). */
      readonly position: 'G' | 'P';
      /** Share of the full brake that a planned braking uses, 0…1; default 0.4. */
      readonly serviceShare?: number;
    }
  | { readonly kind: 'constant-net'; readonly deceleration: number }
  | { readonly kind: 'constant-force'; readonly force: number };

/** A train as one body with a length: what its motion needs and nothing else, in SI units. */
export type Train = {
  /** Mass of locomotives, wagons and load, kg. */
  readonly mass: number;
  /** Length over couplers, m. */
  readonly length: number;
  /** Inertia over mass, 1 and above (1.06 = 6 % more inertia); it acts on inertia only, never on weight. */
  readonly rotatingMassFactor: number;
  /** Highest speed of the train, m/s. */
  readonly maxSpeed: number;
  /** One entry per locomotive; their efforts add up. An empty list is a cut of wagons. */
  readonly traction: readonly Traction[];
  readonly resistance: Resistance;
  readonly braking: Braking;
};
