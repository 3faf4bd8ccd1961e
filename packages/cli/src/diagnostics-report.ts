import { join } from 'node:path';
import { type Diagnostic, formatDiagnostic } from '@throughline/engine/corridor';
import type { Style } from './terminal/style.ts';

/** Diagnostics without repetitions, by place: the same mistake shows under every option that inherits it. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byText = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...byText.values()].sort(byPlace);
}

/** By file, then line, then column; what has no place comes first. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.at?.file ?? '', b.at?.file ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}

/**
 * Diagnostics as a terminal shows them, with how many there are.
 *
 * @param diagnostics - what was found
 * @param folder - the corridor's folder as the user named it, so that places can be clicked
 * @param style - marks errors and warnings
 */
export function reportLines(diagnostics: readonly Diagnostic[], folder: string, style: Style): string[] {
  const all = distinct(diagnostics);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  const lines = all.map((diagnostic) => {
    const [first = '', ...rest] = formatDiagnostic(placedIn(folder, diagnostic)).split('\n');
    return [style(diagnostic.severity === 'error' ? 'red' : 'yellow', first), ...rest].join('\n');
  });
  if (all.length > 0) lines.push([counted(errors, 'error'), counted(all.length - errors, 'warning')].flat().join(', '));
  return lines;
}

function placedIn(folder: string, diagnostic: Diagnostic): Diagnostic {
  const { at } = diagnostic;
  if (!at || at.file.startsWith('library/')) return diagnostic;
  return { ...diagnostic, at: { ...at, file: join(folder, at.file) } };
}

function counted(n: number, what: string): string[] {
  return n === 0 ? [] : [`${n} ${what}${n === 1 ? '' : 's'}`];
}
