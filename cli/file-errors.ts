/** What the system says of files, in words. */

/** By the codes of Node, which Deno's own errors have as well. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'a file may not be that large',
  EIO: 'the disk has a fault',
  ELOOP: 'its links lead in a circle',
  EPIPE: 'nobody reads it any more',
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Whether it failed because nothing is there. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

/** Why a file cannot be written: it may be new, its folder may not. */
export const whyNotWritten = (error: unknown): string =>
  codeOf(error) === 'ENOENT' ? REASONS['ENOTDIR']! : whyNot(error);

export function whyNot(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}
