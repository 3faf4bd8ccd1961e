import { setMaxListeners } from 'node:events';

/** A signal that fires when the user asks the process to stop. */
export interface Cancelling {
  readonly signal: AbortSignal;
  /** Gives the process back its own way of stopping. */
  readonly release: () => void;
}

/** Listens for Ctrl-C and for being terminated; a second request stops the process at once. */
export function cancelOnSignal(): Cancelling {
  const controller = new AbortController();
  // Every task of the pool listens.
  setMaxListeners(0, controller.signal);
  const names = ['SIGINT', 'SIGTERM'] as const;
  const cancel = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of names) process.on(name, cancel);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, cancel);
    },
  };
}
