/** A number, and its 10th and 90th percentile where it was drawn. */
interface Ranged {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/**
 * Hours with the range of the draws: `41.2 h (26.9–63.4)`; a dash for what does not arrive.
 *
 * @param figure - a time in s, or null
 */
export function hours(figure: Ranged | null): string {
  if (figure === null) return '–';
  const h = (seconds: number) => (seconds / 3600).toFixed(1);
  const range = figure.low === undefined || figure.high === undefined ? '' : ` (${h(figure.low)}–${h(figure.high)})`;
  return `${h(figure.value)} h${range}`;
}

/** A time of day since departure: `7:55:03`. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** A share in per cent: `37 %`, with `< 1 %` for what would round to nothing. */
export function percent(share: number): string {
  const value = 100 * share;
  return value > 0 && value < 1 ? '< 1 %' : `${Math.round(value)} %`;
}

/** A span of time in hours and minutes: `7:55`. */
export function hoursMinutes(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A time of day, whatever the day: `07:55`. */
export function timeOfDay(seconds: number): string {
  const minutes = ((Math.round(seconds / 60) % 1440) + 1440) % 1440;
  return hoursMinutes(60 * minutes).padStart(5, '0');
}
