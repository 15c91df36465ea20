/**
 * An n-gram model, checked. As JSON, in which its lists are arrays, it is what `ngram()` accepts. The lists are the model's
 * own: to be read, not written into.
 */
export interface NgramModel {
  readonly name: "ngram";
  readonly tokens: Uint32Array;
  readonly words?: readonly string[];
  readonly order: number;
  readonly samples: number;
  readonly rule: "stream" | "documents";
  readonly ends?: Uint32Array;
  readonly types?: readonly (readonly number[])[];
  readonly span: number;
}
