import { styleFor } from './style.ts';

/** Style of results. */
export const outStyle = styleFor(process.stdout, process.env);
/** Style of messages. */
export const errStyle = styleFor(process.stderr, process.env);

/** Writes lines of results to stdout. */
export function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

/** Writes lines of messages to stderr. */
export function tell(lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}

/** Writes machine-readable results to stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
