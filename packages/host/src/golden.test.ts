import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Diagnostics } from '@throughline/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { findNode24 } from '../../../tools/node24/node24.mjs';
import { differences, digestsOf, readDigests, writeDigests } from '../golden/digests.mjs';
import { plan } from '../golden/plan.mjs';
import { bundleForBrowser } from '../test/bundle.ts';
import { assessTexts } from './assess-corridor.ts';
import { type CorridorTexts, readCorridorFolder } from './corridor-folder.ts';

const folder = fileURLToPath(new URL('../../../corridors/two-gauges', import.meta.url));
const golden = readDigests(readFileSync(new URL('../golden/two-gauges.sha256', import.meta.url), 'utf8'));
const update = 'node packages/host/golden/two-gauges.mjs --write';
const { execPath, reason } = findNode24();
const built = existsSync(new URL('../dist/study-worker.js', import.meta.url));
const unbuilt = built ? '' : ' (skipped: needs npm run build)';

let texts: CorridorTexts;
beforeAll(async () => {
  texts = await readCorridorFolder(folder, new Diagnostics());
});

/** Where an assessment differs from the golden one; empty when it is the same. */
function differing(assessment: unknown): string[] {
  return differences(golden, digestsOf(assessment));
}

/** What a script prints as JSON, run in a process of its own from a folder of its own, with files beside it. */
function printedBy(program: string, script: string, files: Readonly<Record<string, string>> = {}): unknown {
  const place = mkdtempSync(join(tmpdir(), 'golden ä '));
  try {
    for (const [name, text] of Object.entries({ ...files, 'main.mjs': script })) writeFileSync(join(place, name), text);
    return JSON.parse(
      execFileSync(program, [join(place, 'main.mjs')], { cwd: place, encoding: 'utf8', maxBuffer: 1e8 }),
    );
  } finally {
    rmSync(place, { recursive: true });
  }
}

describe('the assessment of two-gauges has the golden bytes', () => {
  it(`on this Node; after a change that is meant: ${update}`, async () => {
    const { assessment } = await assessTexts(texts, plan, { threads: 0 });
    expect(differing(assessment)).toEqual([]);
  });

  it.skipIf(reason)(`on Node 24${reason ? ` (skipped: ${reason})` : ''}`, async () => {
    const script = `
      import { readFileSync } from 'node:fs';
      import { assessWith, samePool } from './bundle.mjs';
      const { texts, plan } = JSON.parse(readFileSync('study.json', 'utf8'));
      const { assessment } = await assessWith(texts, plan, (options) => samePool(options, plan));
      process.stdout.write(JSON.stringify({ version: process.version, assessment }));`;
    const files = { 'bundle.mjs': await bundleForBrowser(), 'study.json': JSON.stringify({ texts, plan }) };
    const printed = printedBy(execPath ?? '', script, files) as { version: string; assessment: unknown };
    expect(printed.version).toMatch(/^v24\./);
    expect(differing(printed.assessment)).toEqual([]);
  });

  // Three assessments in another process: half a minute is not enough on a busy machine.
  it.skipIf(!built)(`with 0, 1 and 3 threads, the same to the byte${unbuilt}`, { timeout: 180_000 }, () => {
    const script = `
      import { assessFolder } from ${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)};
      const texts = [];
      for (const threads of [0, 1, 3]) {
        const { assessment } = await assessFolder(${JSON.stringify(folder)}, ${JSON.stringify(plan)}, { threads });
        texts.push(JSON.stringify(assessment));
      }
      process.stdout.write(JSON.stringify(texts));`;
    const [none, one, three] = printedBy(process.execPath, script) as string[];
    expect(one === none).toBe(true);
    expect(three === none).toBe(true);
    expect(JSON.parse(none)).toMatchObject({ made_by: { draws: 40 } });
  });
});

describe('a difference', () => {
  it('is told by its place', async () => {
    const { assessment } = await assessTexts(texts, plan, { threads: 0 });
    const changed = structuredClone(assessment) as unknown as {
      options: Record<string, { title: string; year: unknown }>;
    };
    changed.options['third-rail'].title = 'Fourth rail';
    changed.options['do-minimum'].year = { value: 2026 };
    expect(differences(digestsOf(assessment), digestsOf(changed))).toEqual(
      [
        '$.options.do-minimum.year.rests_on',
        '$.options.do-minimum.year.unit',
        '$.options.do-minimum.year.value',
        '$.options.third-rail.title',
      ].sort((a, b) => (a < b ? -1 : 1)),
    );
    expect(readDigests(writeDigests(digestsOf(changed)))).toEqual(digestsOf(changed));
  });
});
