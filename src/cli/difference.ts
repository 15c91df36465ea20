/** Two results that should be the same are not. */
export class Difference extends Error {
  override readonly name = "Difference";
}
