/** How the command ends: the same three for every subcommand, and that of a cancelled one. */
export const exitStatus = { done: 0, checkFailed: 1, badInput: 2, internalError: 70, cancelled: 130 } as const;

/** One of {@link exitStatus}. */
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** A mistake of the user's that no corridor file holds: told in a sentence, without a stack trace. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
