import { closest } from './names.ts';
import type { Place } from './tree.ts';

/** One thing that is wrong with a corridor, in words that tell a planner what to change. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Where it stands; absent when the thing is missing altogether (a file, a folder). */
  readonly at?: Place;
  /** The attribute it is about, as a dotted path: `lines.northern.stretches.whole.line_speed`. */
  readonly path: string;
  /** What is wrong, as one sentence. */
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  /** The nearest valid name, when a name was not known. */
  readonly suggestion?: string;
}

/**
 * Gathers everything that is wrong, so that a run reports all of it at once.
 *
 * @example
 * ```ts
 * const diagnostics = new Diagnostics();
 * diagnostics.unknown('lines.main.status', undefined, 'status', 'opne', ['open', 'closed']);
 * diagnostics.all[0].suggestion; // 'open'
 * ```
 */
export class Diagnostics {
  readonly all: Diagnostic[] = [];

  /** Adds an error. */
  error(
    path: string,
    at: Place | undefined,
    message: string,
    detail: { found?: string; expected?: string } = {},
  ): void {
    this.all.push({ severity: 'error', path, message, ...(at ? { at } : {}), ...detail });
  }

  /** Adds a warning: the corridor is usable, but a reader should know. */
  warning(path: string, at: Place | undefined, message: string): void {
    this.all.push({ severity: 'warning', path, message, ...(at ? { at } : {}) });
  }

  /** Adds an error for a name that is not among `known`, with the nearest one that is; `at` is absent when no file says it. */
  unknown(
    path: string,
    at: Place | undefined,
    what: string,
    found: string,
    known: Iterable<string>,
    meant?: string,
  ): void {
    const names = [...known];
    const suggestion = meant ?? closest(found, names);
    const few =
      names.length > 0 && names.length <= 12 ? `one of ${names.map((name) => `\`${name}\``).join(', ')}` : undefined;
    this.all.push({
      severity: 'error',
      path,
      ...(at ? { at } : {}),
      message: `There is no ${what} \`${found}\`.`,
      found: `\`${found}\``,
      ...(suggestion ? { suggestion } : {}),
      ...(few ? { expected: few } : {}),
    });
  }

  /** True when anything but warnings was found. */
  get failed(): boolean {
    return this.all.some((diagnostic) => diagnostic.severity === 'error');
  }
}

/**
 * A diagnostic as the lines a terminal shows.
 *
 * @param diagnostic - the diagnostic
 * @returns one line, and further ones for what was found, expected and meant
 * @example
 * ```ts
 * formatDiagnostic({ severity: 'error', path: 'a.b', message: 'Wrong.', at: { file: 'x.yaml', line: 3, column: 5 } })
 * // => 'x.yaml:3:5: error: Wrong. (a.b)'
 * ```
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const place = diagnostic.at ? `${diagnostic.at.file}:${diagnostic.at.line}:${diagnostic.at.column}: ` : '';
  const lines = [
    `${place}${diagnostic.severity}: ${diagnostic.message}${diagnostic.path ? ` (${diagnostic.path})` : ''}`,
  ];
  if (diagnostic.found !== undefined) lines.push(`    found:    ${diagnostic.found}`);
  if (diagnostic.expected !== undefined) lines.push(`    expected: ${diagnostic.expected}`);
  if (diagnostic.suggestion !== undefined) lines.push(`    did you mean \`${diagnostic.suggestion}\`?`);
  return lines.join('\n');
}
