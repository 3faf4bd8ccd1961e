import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const product = fileURLToPath(new URL('..', import.meta.url));
const tutorial = readFileSync(join(product, 'docs/tutorial.md'), 'utf8');
const commands = [...tutorial.matchAll(/^npm run throughline -- (.*)$/gm)].map(([, line]) =>
  (line as string).split(' '),
);
const option = /Save this as `([^`]+)`:\n\n```yaml\n([\s\S]*?)```/.exec(tutorial);

describe('the tutorial', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline tutorial ä '));
    mkdirSync(join(folder, 'corridors'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[]) =>
    execFileSync(process.execPath, [join(product, 'packages/cli/dist/main.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('works as written, command by command', { timeout: 240_000 }, () => {
    expect(commands.map(([name]) => name)).toEqual(['new', 'check', 'running', 'assess', 'timetable', 'assess']);
    const [create, check, running, assess, timetable, again] = commands as [
      string[],
      string[],
      string[],
      string[],
      string[],
      string[],
    ];
    run(create);
    expect(run(check)).toContain('nothing is wrong');
    expect(run(running)).toContain('Midborder');
    run(assess);
    expect(existsSync(join(folder, 'out/my-corridor/dossier.html'))).toBe(true);

    expect(run(timetable)).toContain('Rivertown');

    const [, path, text] = option as unknown as [string, string, string];
    writeFileSync(join(folder, path), text);
    expect(run(again)).toContain('more-officers');
  });

  it('shows the message that its mistake really gives', () => {
    const path = join(folder, 'corridors/my-corridor/corridor.yaml');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, sound.replace('line_speed: { value: 80 km/h', 'line_speed: { value: 80 kg'));
    const message = failed(() => run(['check', 'corridors/my-corridor']));
    writeFileSync(path, sound);
    const shown = /```\n(corridors\/my-corridor\/corridor\.yaml[\s\S]*?)```/.exec(tutorial) as RegExpExecArray;
    for (const line of (shown[1] as string).trim().split('\n')) expect(message).toContain(line.trim());
  });
});

function failed(run: () => unknown): string {
  try {
    run();
  } catch (problem) {
    return (problem as { stderr: string }).stderr;
  }
  throw new Error('the mistake was not found');
}
