import { defineConfig } from 'vitest/config';

const everywhere = ['packages/*', 'scripts', 'tools', 'bench', 'corridors', 'docs', 'validation'];
const browserTests = everywhere.map((folder) => `${folder}/**/*.browser.test.ts`);

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: everywhere.map((folder) => `${folder}/**/*.test.ts`),
          exclude: ['**/node_modules/**', '**/dist/**', ...browserTests],
        },
      },
      {
        // Opens what users open in a real browser. Slow to start, so its tests run apart.
        extends: true,
        test: {
          name: 'browser',
          include: browserTests,
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
