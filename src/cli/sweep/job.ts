/** A study as a scheduler is to run it. */
export interface Job {
  /** The file it was read from, and what it holds. */
  readonly path: string;
  readonly study: object;
  /** The directory for the tables. */
  readonly out: string;
  readonly parts: number;
  /** CPUs of a part. */
  readonly cpus: number;
  /** Whether every trajectory is kept. */
  readonly raw: boolean;
}
