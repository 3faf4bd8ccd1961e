import type { Progress } from '@throughline/engine';
import { columnsOf } from './width.ts';

/** Where progress is shown. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a computation has come. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Clears what is shown, before anything else is written. */
  readonly clear: () => void;
}

/**
 * Progress on a stream: one line that updates itself on a terminal; elsewhere a line for each new label and each
 * quarter of the way.
 *
 * @param screen - usually stderr
 * @param quiet - shows nothing at all
 */
export function progressLine(screen: Screen, quiet: boolean): ProgressLine {
  if (quiet) return { show: () => {}, clear: () => {} };
  return screen.isTTY ? updating(screen) : sparse(screen);
}

function updating(screen: Screen): ProgressLine {
  let shown = false;
  const width = (screen.columns ?? 80) - 1;
  return {
    show: ({ label, done, total }) => {
      const parts = 20;
      const filled = total > 0 ? Math.round((parts * done) / total) : 0;
      const text = `${'█'.repeat(filled)}${'░'.repeat(parts - filled)} ${label}`;
      screen.write(`\r\u001b[K${columnsOf(text) > width ? text.slice(0, width) : text}`);
      shown = true;
    },
    clear: () => {
      if (shown) screen.write('\r\u001b[K');
      shown = false;
    },
  };
}

function sparse(screen: Screen): ProgressLine {
  let label = '';
  let quarter = 0;
  return {
    show: (progress) => {
      const reached = progress.total > 0 ? Math.floor((4 * progress.done) / progress.total) : 0;
      if (progress.label === label && reached === quarter) return;
      if (progress.label !== label || reached > quarter)
        screen.write(`${progress.label}: ${progress.done} of ${progress.total}\n`);
      label = progress.label;
      quarter = reached;
    },
    clear: () => {},
  };
}
