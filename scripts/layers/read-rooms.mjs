// Reads the order of the rooms from the engine's own source, before anything is built.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * @param {string} folder A repository with `packages/engine/src/rooms.ts`.
 * @returns {Promise<string[]>} Ids of the rooms, first to last.
 */
export async function readRooms(folder) {
  const source = readFileSync(join(folder, 'packages', 'engine', 'src', 'rooms.ts'), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  /** @type {{ rooms: { id: string }[] }} */
  const { rooms } = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  return rooms.map(({ id }) => id);
}
