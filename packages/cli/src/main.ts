#!/usr/bin/env node
import { engineVersion } from '@throughline/engine/version';
import { run } from './program.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit();
  throw problem;
});

await run(process.argv, engineVersion);
