import type { RunOutcome } from './run-outcome.ts';

/** Lowest share of the highest speed down to which a train coasts. */
const LOWEST_SHARE = 0.2;
/** Halvings of the interval of shares: 2⁻³⁰ of a share is far below a second. */
const HALVINGS = 30;

/**
 * Finds the run that coasts just enough to take the supplement.
 *
 * Bisection on the speed share at which coasting gives way to the brake: the lower it is, the longer the train rolls.
 * Where even the lowest share does not use up the supplement, that run is returned: its time says so.
 *
 * @param supplement share by which the running time may grow
 * @param runAt the run for a share; 1 never coasts
 */
export function coastingRun(supplement: number, runAt: (share: number) => RunOutcome): RunOutcome {
  const fastest = runAt(1);
  if (fastest.kind !== 'run' || supplement === 0) return fastest;
  const target = fastest.runningTime * (1 + supplement);
  let low = LOWEST_SHARE;
  let high = 1;
  let best = fastest;
  const slowest = runAt(low);
  if (slowest.kind === 'run' && slowest.runningTime <= target) return slowest;
  for (let i = 0; i < HALVINGS; i++) {
    const share = (low + high) / 2;
    const run = runAt(share);
    if (run.kind === 'run' && run.runningTime <= target) {
      best = run;
      high = share;
    } else low = share;
  }
  return best;
}
