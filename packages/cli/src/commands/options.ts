import { InvalidArgumentError } from 'commander';

/** Reads a whole number between bounds from the command line. */
export function wholeBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It should be a whole number from ${least} to ${most}.`);
  };
}

/** Reads a positive number. */
export function positive(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It should be a number above 0.');
}

/** Gathers an option that may be given several times, each time with one or several comma-separated ids. */
export function gathered(text: string, before: readonly string[] = []): string[] {
  return [
    ...before,
    ...text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ];
}

/** Examples below the help of a command. */
export function examples(lines: ReadonlyArray<readonly [command: string, meaning: string]>): string {
  return `\nExamples:\n${lines.map(([command, meaning]) => `  $ throughline ${command}\n      ${meaning}`).join('\n')}\n`;
}
