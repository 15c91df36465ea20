// The host's clock. Test frameworks put clocks of their own in place of `performance` and `Date`, which stand still until
// they are told to go on; what is used here they leave alone, so that a run comes to its end all the same.

/** Every event carries the time at which it was made. Some hosts leave it at 0. */
const ofEvent = (): number => new Event("now").timeStamp;

/** Milliseconds since some moment. */
export const now: () => number =
  typeof Event === "function" && ofEvent() > 0 ? ofEvent : performance.now.bind(performance);
