// `node tools/fetch.mjs NAME …` installs tools that only some tasks need: browser, node24.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure } from '../scripts/bootstrap/spawn.mjs';
import { fetchTool } from '../scripts/bootstrap/tool.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const names = process.argv.slice(2);
const unknown = names.filter((name) => !existsSync(new URL(`./${name}/package.json`, import.meta.url)));

if (names.length === 0 || unknown.length > 0) {
  console.error(unknown.length > 0 ? `There is no tool ${unknown.join(', ')}.` : 'Usage: node tools/fetch.mjs NAME …');
  process.exitCode = 2;
} else {
  try {
    for (const name of names) await fetchTool(root, name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = error.status;
  }
}
