// Tables as people have them: what is read of them, and what is refused because it can be read in two ways.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CountReader } from "../../src/text/count-table.ts";
import { COUNT_NAMES, WORD_NAMES } from "../../src/text/table/layout.ts";
import { message } from "../message.ts";

function read(text: string, columns?: string, cut = text.length) {
  const reader = new CountReader("the table", columns);
  for (let at = 0; at < text.length; at += cut) reader.push(text.slice(at, at + cut));
  return reader.finish();
}

/** Tokens, types and the column of the count, however the text is cut into pieces. */
function sums(text: string, columns?: string) {
  const { tokens, types, columns: taken } = read(text, columns);
  for (const cut of [1, 7]) expect(read(text, columns, cut)).toMatchObject({ tokens, types, columns: taken });
  return [tokens, types, taken.count];
}

const refusal = (text: string, columns?: string) =>
  message(() => read(text, columns)).replace(/^invalid counts: the table \((.*)\)$/, "$1");

describe("a table is read", () => {
  it.each<[what: string, text: string, tokens: number, types: number, count: string | number]>([
    ["between spaces", "the 5200\nriver 1300\nstone 77\n", 6577, 3, 2],
    ["between spaces, with tags", "一一 43 m\n一一列举 34 i\n一下 3 m\n", 80, 3, 2],
    ["between spaces, words of two", "abcs of 109\naaron and 107\nabcs and 5\n", 221, 3, 3],
    ["between spaces, with a comma among the words", ', 4100\nthe 5200\n" 99\n', 9399, 3, 2],
    ["of uniq -c", "   5200 the\n   1300 New York\n     77 #\n1234567 ,\n", 1241144, 4, 1],
    [
      "with line breaks in quotes",
      'token,count\n"\n",5200\nthe,1300\n"a ""b""\r\nc",5\n"\r\n",6\n',
      6511,
      4,
      "count",
    ],
    ["of R", '"word"\t"count"\n"the"\t5200\n"a\tb"\t1300\n', 6500, 2, "count"],
    ["of R, with names of rows", '"word"\t"count"\n"1"\t"the"\t5200\n"2"\t"a"\t1300\n', 6500, 2, "count"],
    ["of R, between commas", '"","word","count"\n"1","the",5200\n"2","a",1300\n', 6500, 2, "count"],
    ["with quotes that are words, after tabs", 'word\tcount\n"\t5200\n""\t3\n"""\t1\n', 5204, 3, "count"],
    ["with quotes that are words, and no header", '"\t5200\nthe\t3\n', 5203, 2, 2],
    ["with a line break in quotes, after tabs", 'word\tcount\n"\n"\t5200\n""""\t3\n', 5203, 2, "count"],
    ["with semicolons", "word;count\nthe;5200\n,;77\n", 5277, 2, "count"],
    ["with semicolons and quotes", '"word";"count"\n"the";"52"\n";";"3"\n', 55, 2, "count"],
    ["with commas between thousands", 'word,count\nthe,"5,200"\nof,"1,234,567"\n', 1239767, 2, "count"],
    [
      "with other signs between them",
      "word,count\na,5 200\nb,5'201\nc,5\u00a0202\nd,5\u202f203\n",
      20806,
      4,
      "count",
    ],
    ["with dots between them, and proof", "w;count\nund;1.234.567\nder;41.000\n", 1275567, 2, "count"],
    ["with fractions, and proof", "word,count\nund,5200.0\nder,41.000\n", 5241, 2, "count"],
    ["with commas for dots", "word;count\nund;5200,0\nder;41,000\n", 5241, 2, "count"],
    ["with \\r between lines", "word,count\rthe,52\rof,3\r", 55, 2, "count"],
    ["with \\r between lines and spaces", "the 52\rof 3\r", 55, 2, 2],
    ["with a word again that has 0", "word,count\nbank,77\nbank,0\n", 77, 1, "count"],
    ["with numbers among the words", "1984,12\nthe,5\n", 17, 2, 2],
    ["with hashtags", "word,count\n#,12\n#tag,5\nthe,9\n", 26, 3, "count"],
    ["with a # first", "#,12\nthe,9\n", 21, 2, 2],
    ["with a # in quotes", 'word,count\n"# a b",5\nthe,6\n', 11, 2, "count"],
    ["with comments", "# by x, on Monday\n# word,count\nword,count\nthe,5\n# end\nof,3\n", 8, 2, "count"],
    ["with a total that is no sum", "word,count\nthe,5\nof,2\ntotal,8\n", 15, 3, "count"],
    ["of few counts that rise", "a,1\nb,2\nc,3\n", 6, 3, 2],
    ["in JSON", '{"the": 5200,\n "a\\"b": 7, "\\u00e9": 1e1}\n', 5217, 3, "values"],
    ["in JSON, with a { for a word in none", "{,5\nthe,6\n", 11, 2, 2],
  ])("%s", (_, text, tokens, types, count) => expect(sums(text)).toEqual([tokens, types, count]));

  it.each([
    ["Word", "Frequency"],
    ["token", "freq"],
    ["Word", "FREQcount"],
    ["ngram", "n"],
    ["lemma", "OCCURRENCES"],
    ["anything", "counts"],
  ])("with the columns %s and %s", (word, count) => {
    const { tokens, columns } = read(`${word},${count},Lg10\nthe,5200,3.7\nriver,1300,3.1\n`);
    expect([tokens, columns]).toEqual([6500, { count, word }]);
  });

  it("and comments are counted", () => {
    expect(read("# one\nword,count\nthe,5\n# two\n").comments).toBe(2);
  });

  it("beyond the rows that tell what it is", () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `w${i},${1 + (i % 3)}\n`).join("");
    expect(read(`${rows}"two\nlines",3\n1984,1\n`)).toMatchObject({ types: 30_002, tokens: 60_004 });
    expect(refusal(`${rows}"two\nlines",3\nw7,1\n`)).toBe('line 30003: word "w7" again, first on line 8');
  });
});

describe("a table that can be read in two ways is refused", () => {
  const say = "say which it is, as in --columns";
  it.each([
    [
      "198,41230\n11,39012\n",
      "line 1: two columns of numbers and no header: a count and how many words have it, or a word (an id, a year) " +
        `and its count; ${say} count,words or --columns word,count`,
    ],
    [
      "1 the 52\n2 of 7\n",
      `line 1: columns 1, 3 hold numbers, and no header says which is the count; ${say} word=2,count=3`,
    ],
    ["   198 41230\n    11 39012\n", /^line 1: two columns of numbers/],
    [
      "rank,count\n1,50\n2,30\n",
      `line 1: column rank may be a word (an id, a year) or how many words have the count; ${say} ` +
        "word=rank,count=count or words=rank,count=count",
    ],
    ["freq,n\n1,50\n2,30\n", `line 1: columns freq and n may both be the count; ${say} count=freq`],
    ["word,2019\nthe,5\n", /^line 1: word and 2019 may be a header or a row/],
    [
      "w,count\nund,41.000\n",
      'line 2: count "41.000" may be 41 or 41000: write all counts without such signs',
    ],
    ["w;count\nund;5,200\n", 'line 2: count "5,200" may be 5.2 or 5200: write all counts without such signs'],
    [
      "# tokens in all,6500\nthe,5200\nriver,1300\n",
      'line 1: "# tokens in all" may be a comment or a word: take the line out, or put the word in double quotes',
    ],
    [
      "word,count\nthe,5200\nriver,1300\nTOTAL,6500\n",
      'line 4: the count 6500 of "TOTAL" is the sum of all others: their total, or that of a word? ' +
        "Take a total out, or write the word in another way",
    ],
    ["Summe,8\nthe,5\nof,3\n", /^line 1: the count 8 of "Summe" is the sum/],
    ["word,count\nthe,5\nof,3\n,8\n", /^line 4: the count 8 of "" is the sum/],
    ['{"<unk>": 0, "the": 1, "of": 2}', /^every number from the first to the last once: ids of a vocabulary/],
    [Array.from({ length: 12 }, (_, i) => `w${i} ${i + 1}`).join("\n"), /^every number from the first/],
    ['word,count\n"\ufffd",1\n"\ufffd",2\n', /again, first on line 2; what is no UTF-8 is read as U\+FFFD/],
  ])("%j", (text, why) => {
    if (typeof why === "string") expect(refusal(text)).toBe(why);
    else expect(refusal(text)).toMatch(why);
  });
});

describe("a table that cannot be read is refused", () => {
  it.each([
    ['{"the": 5,\n "the": 3}', 'line 2: word "the" again, first on line 1'],
    ['{"a": {"b": 5}}', "line 1: one JSON object of words and their counts is needed"],
    ['{"text": "a"}\n{"text": "b"}\n', "line 1: one JSON object of words and their counts is needed"],
    ['{"a": 5} {"b": 6}', "line 1: one JSON object of words and their counts is needed"],
    ['{"a": 5', "line 1: one JSON object of words and their counts is needed"],
    ['{"a": 1.5}', /^line 1: count "1.5", where an integer/],
    ["a\tb\n1.234.567\t5200.5\n", /^line 1: no column count in the header a, b/],
    ["word,count\na,5200.0\nb,1.234.567\n", /^line 3: count "1.234.567", where an integer/],
    [`word,count\n"${"a\n".repeat(600_000)}`, "line 2: more than 1000000 characters"],
  ])("%j", (text, why) => {
    if (typeof why === "string") expect(refusal(text)).toBe(why);
    else expect(refusal(text)).toMatch(why);
  });
});

describe("columns", () => {
  const ids = "198,41230\n11,39012\n188,0\n";
  it.each([
    [ids, "word,count", 80242, 2, { word: 1, count: 2 }],
    [ids, "count,words", 198 * 41230 + 11 * 39012, 80242, { count: 1, words: 2 }],
    [ids, "1,2", 80242, 2, { word: 1, count: 2 }],
    [ids, "2", 80242, 2, { count: 2 }],
    [ids, "words=2, count=1", 198 * 41230 + 11 * 39012, 80242, { count: 1, words: 2 }],
    ["wort;anzahl\nund;5\nder;6\n", "wort,anzahl", 11, 2, { word: "wort", count: "anzahl" }],
    ["wort;anzahl\nund;5\nder;6\n", "word,count", 11, 2, { word: "wort", count: "anzahl" }],
    ["count,rank,word\n5,1,a\n6,2,b\n", "word,count", 11, 2, { word: "word", count: "count" }],
    ["word,2019,2020\nthe,5,7\nof,3,1\n", "word=1,count=2", 2027, 3, { word: 1, count: 2 }],
    ['{"the": 1, "of": 0}', "word,count", 1, 1, { word: "keys", count: "values" }],
  ])("%j by %s", (text, columns, tokens, types, taken) => {
    expect(read(text, columns)).toMatchObject({ tokens, types, columns: taken });
    expect(read(text, columns).columns).toEqual(taken);
  });

  const allowed =
    "the word and the count, each a name in the header or a number from 1, as in word,count or 1,3 or word=1,count=3";
  it.each([
    "",
    "a,b,c",
    "word",
    "word,words,count",
    "count,count",
    "count=",
    "count=1,count=2",
    "x=1,count=2",
    "word=1",
  ])("refuses %j", (columns) => {
    expect(message(() => read(ids, columns))).toBe(
      `invalid columns: ${JSON.stringify(columns)} (${allowed})`,
    );
  });

  it("refuses columns that are not there", () => {
    expect(refusal(ids, "1,3")).toBe("line 1: no column 3: there is no header; the first row is 198, 41230");
    expect(refusal("a,b\nx,1\n", "a,c")).toBe("line 1: no column c: the header is a, b");
    expect(refusal("5\n6\n", "word,count")).toBe("line 1: fewer columns than --columns names: 1");
  });
});

it("docs/corpora.md names all names of columns", () => {
  const page = readFileSync(new URL("../../docs/corpora.md", import.meta.url), "utf8");
  for (const name of [...COUNT_NAMES, ...WORD_NAMES]) expect(page).toContain(`\`${name}\``);
});
