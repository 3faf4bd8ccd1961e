import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generated } from './generate-docs.mjs';

describe('what documents write from data', () => {
  for (const [path, write] of Object.entries(generated)) {
    it(`${path} is up to date (node scripts/generate-docs.mjs)`, async () => {
      const committed = readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
      expect(committed === (await write()), `${path} differs from what its data say`).toBe(true);
    });
  }
});
