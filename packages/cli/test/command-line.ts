import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The product's folder. */
export const product = fileURLToPath(new URL('../../../', import.meta.url));
/** The tutorial corridor. */
export const tutorial = join(product, 'corridors', 'two-gauges');

const main = join(product, 'packages', 'cli', 'dist', 'main.js');

/** How a command ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Arguments of Node itself. */
  readonly node?: readonly string[];
}

function environment(env: Surroundings['env'] = {}): NodeJS.ProcessEnv {
  return { ...process.env, THROUGHLINE_REFERENCE: undefined, NODE_OPTIONS: undefined, ...env };
}

/** Runs the built command as a user would. */
export function throughline(args: readonly string[], { cwd, env, node = [] }: Surroundings = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: cwd ?? product, env: environment(env), maxBuffer: 1 << 28 };
    const child = execFile(process.execPath, [...node, main, ...args], options, (_, stdout, stderr) =>
      resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

/** Starts the built command and leaves it running. */
export function started(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [main, ...args], { cwd: product, env: environment() });
}

/** A folder of its own, with a space and a letter that is not ASCII in its path; gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'throughline ä '));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/**
 * A copy of the tutorial corridor with one text of `corridor.yaml` replaced.
 *
 * @returns its folder, and the line on which the replacement stands
 */
export function tutorialWith(found: string, put: string): { path: string; line: number } {
  const path = join(folder(), 'two-gauges');
  cpSync(tutorial, path, { recursive: true });
  const text = readFileSync(join(path, 'corridor.yaml'), 'utf8');
  const at = text.indexOf(found);
  if (at < 0) throw new Error(`The tutorial corridor does not say \`${found}\`.`);
  writeFileSync(join(path, 'corridor.yaml'), text.replace(found, put));
  return { path, line: text.slice(0, at).split('\n').length };
}
