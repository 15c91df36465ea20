/** The most different keys that a `Map` or a `Set` takes: V8 throws a RangeError at the next one. */
export const MAX_KEYS = 2 ** 24;
