// Child processes of the bootstrap: never through a shell, and interrupted together with it.
import { spawn } from 'node:child_process';

/** An end that is told in a sentence, without a stack. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} [status] Exit status.
   */
  constructor(message, status = 1) {
    super(message);
    this.status = status;
  }
}

/**
 * Runs a script on this Node; its output goes to our standard error, so that standard output stays the command's own.
 *
 * @param {string[]} args Script and its arguments.
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onStart?: (pid: number) => void }} options
 * @returns {Promise<number>} Exit status.
 */
export function runNode(args, { cwd, env = process.env, onStart }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 2, 2], windowsHide: true });
    /** @type {NodeJS.Signals | undefined} */
    let interrupted;
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      interrupted = signal;
      child.kill(signal);
    };
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    if (child.pid !== undefined) onStart?.(child.pid);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      if (interrupted) reject(new Failure('Interrupted; the next start takes it up again.', 130));
      else resolve(code ?? (signal ? 1 : 0));
    });
  });
}
