import { BadInput } from './exit-status.ts';

/** Carries out a writing step and turns what the machine refuses into a sentence for the user. */
export async function writing(what: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === undefined) throw problem;
    throw new BadInput(`${what} cannot be written (${code}${code in reasons ? `: ${reasons[code]}` : ''}).`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EEXIST: 'a file stands in the way',
  EISDIR: 'a folder stands in the way',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder is needed',
  ENOTEMPTY: 'the folder is not empty',
  EPERM: 'not permitted',
  EROFS: 'the disk is read-only',
};
