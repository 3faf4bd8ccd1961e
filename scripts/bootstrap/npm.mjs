// Finds the npm that belongs to this Node, as a script to be run by it: no shell, no `.cmd`, any platform.
import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/**
 * @param {{ env?: NodeJS.ProcessEnv, execPath?: string }} [place]
 * @returns {string | undefined} Path of npm's script; undefined when there is none.
 */
export function findNpm({ env = process.env, execPath = process.execPath } = {}) {
  const calling = env.npm_execpath;
  if (calling && basename(calling) === 'npm-cli.js' && existsSync(calling)) return calling;

  const beside = dirname(execPath);
  const onPath = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...onPath.flatMap((folder) => [join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'), join(folder, 'npm')]),
  ];
  for (const candidate of candidates) {
    if (!existsSync(candidate)) continue;
    const script = realpathSync(candidate);
    if (basename(script) === 'npm-cli.js') return script;
  }
  return undefined;
}

/**
 * The environment for an npm of our own inside a run of npm: what the outer one was told about itself (its workspace,
 * its prefix, which dependencies to leave out) is not meant for the inner one.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(env = process.env) {
  const own =
    /^npm_config_(local_prefix|workspace|workspaces|include_workspace_root|omit|only|production|global|dry_run|package_lock_only|package_lock|location|ignore_scripts)$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name) && name !== 'NODE_ENV'));
}
