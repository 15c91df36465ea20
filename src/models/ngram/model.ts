/** An n-gram model, checked. Plain data: as JSON it is what `ngram()` accepts. */
export interface NgramModel {
  readonly name: "ngram";
  readonly tokens: readonly number[];
  readonly words?: readonly string[];
  readonly order: number;
  readonly samples: number;
  readonly rule: "stream" | "documents";
  readonly ends?: readonly number[];
  readonly types?: readonly (readonly number[])[];
  readonly span: number;
}
