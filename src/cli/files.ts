/** Why a file could not be read, in the words of a user. */
export function trouble(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR") return "no such file";
  if (code === "EISDIR") return "a directory";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  if (code === "ERR_STRING_TOO_LONG" || code === "ERR_FS_FILE_TOO_LARGE") return "too large";
  return message;
}
