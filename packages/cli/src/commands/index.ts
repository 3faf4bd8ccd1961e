import type { Command } from 'commander';
import { economyCommand, financeCommand, negotiationCommand } from './appraisal.ts';
import { assessCommand } from './assess.ts';
import { assignCommand } from './assign.ts';
import { checkCommand } from './check.ts';
import { demandCommand } from './demand.ts';
import { dispatchCommand } from './dispatch.ts';
import { impactCommand } from './impact.ts';
import { mineralsCommand } from './minerals.ts';
import { newCommand } from './new.ts';
import { operationsCommand } from './operations.ts';
import { runningCommand } from './running.ts';
import { schemaCommand } from './schema.ts';
import { telecomCommand } from './telecom.ts';
import { timetableCommand } from './timetable.ts';
import { validateCommand } from './validate.ts';

/** The commands in the order of the help; each loads what it needs only when it runs. */
export const commands: ReadonlyArray<() => Command> = [
  newCommand,
  checkCommand,
  assessCommand,
  runningCommand,
  timetableCommand,
  dispatchCommand,
  operationsCommand,
  demandCommand,
  impactCommand,
  telecomCommand,
  mineralsCommand,
  economyCommand,
  financeCommand,
  negotiationCommand,
  assignCommand,
  validateCommand,
  schemaCommand,
];
