import { InputError } from "../src/check/errors.ts";

/** The message of the InputError that a call throws; any other error is a bug and goes on. */
export function message(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return messageOf(error);
  }
  return "no error";
}

export function messageOf(error: unknown): string {
  if (error instanceof InputError) return error.message;
  throw error;
}
