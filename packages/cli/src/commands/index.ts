import type { Command } from 'commander';
import { checkCommand } from './check.ts';

/** The commands in the order of the help; each loads what it needs only when it runs. */
export const commands: ReadonlyArray<() => Command> = [checkCommand];
