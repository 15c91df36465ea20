/** Why a file could not be read, in the words of a user. */
export function trouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file";
  if (code === "EISDIR") return "a directory";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  return message;
}

/** Something could not be written, and no other input would help: a full disk, one that fails. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

const FAILURES: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left on the device",
  EDQUOT: "the disk quota is used up",
  EIO: "the device failed",
  EFBIG: "the file is too large for the file system",
  ENFILE: "too many files are open on this system",
  EMFILE: "too many files are open",
  ENOMEM: "not enough memory",
};

const MISTAKES: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOTDIR: "a file is in the way",
  EEXIST: "a file is in the way",
  EISDIR: "a directory is in the way",
  ENOENT: "it cannot be made there",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "a link leads to itself",
};

/** Why something could not be written, in the words of a user. */
export function troubleWriting(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return FAILURES[code] ?? MISTAKES[code] ?? message;
}

/** Whether the machine failed, rather than that the user named a place where nothing can be written. */
export const isFailure = (error: unknown): boolean =>
  ((error as NodeJS.ErrnoException).code ?? "") in FAILURES;
