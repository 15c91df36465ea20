// The tok-tok tokenizer (Jon Dehdari, 2014), by the rules that NLTK's version follows, in our own arrangement. Where
// two of its rules cannot be told apart in the result they are one here; the rules that join two single quotes are left
// out, as the spaces that another rule has put around each keep them from ever applying.

/** Characters that are always a token of their own: sentence punctuation, brackets, quotes, signs of quantity. */
const ALONE = /[!"%،;؛؟¿¡।॥…()[\]{}«»‹›“”‘‚„「『°±©®٪]/g;

/** What is put in the place of what, in this order; tokens are then whatever stands between white space. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/\u00a0/g, " "],
  [ALONE, " $& "],
  // Colons but those of addresses, question marks at the end of a word, slashes after a space.
  [/:(?!\/\/)/g, " : "],
  [/\?(?!\S)/g, " ? "],
  [/:\/\/\S\//g, " / "],
  [/ \//g, " / "],
  // Characters that its file formats reserve.
  [/& /g, "&amp; "],
  [/\t/g, " &#9; "],
  [/\|/g, " &#124; "],
  // Any other bracket, before what it opens or after what it closes.
  [/[\p{Ps}\p{Pe}]/gu, "$& "],
  // Commas, but not those within a number.
  [/,{2,}/g, " $& "],
  [/(?<!,),(?![,\d])/g, " , "],
  [/['’`–—]/g, " $& "],
  [/\p{Sc}/gu, "$& "],
  [/-{2,}|\.{2,}/g, " $& "],
  // A full stop ends a sentence at its end alone, perhaps before a closing quote.
  [/(?<!\.)\.(?=\n?$)/g, " ."],
  [/(?<!\.)\.\s*(["'’»›”]) *(?=\n?$)/g, " . $1"],
];

/**
 * The tokens of one sentence, case kept: words, and punctuation as tokens of its own. A full stop stays with its word
 * unless it ends the sentence.
 */
export function toktok(sentence: string): string[] {
  let text = sentence;
  for (const [pattern, replacement] of STEPS) text = text.replace(pattern, replacement);
  return text.split(/\s+/).filter((token) => token !== "");
}
