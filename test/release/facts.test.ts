// What a release is refused for, on made-up files.
import { describe, expect, it } from "vitest";
import { judge } from "../../scripts/release/facts.mjs";

const REPOSITORY = "https://example.org/lethe";
const changelog = (...titles: string[]) =>
  ["# Changelog\n", ...titles.map((title) => `## ${title}\n\n- Something.\n`)].join("\n");
const citation = (version: string, date = "2026-11-26") =>
  `cff-version: 1.2.0\ntitle: "lethe"\nversion: ${version}\ndate-released: "${date}"\nrepository-code: ${REPOSITORY}\nreferences:\n  - version: 9\n`;
const lock = (version: string) => ({ version, packages: { "": { version } } });

/** All is well: 0.2.0 today. */
const release = {
  manifest: { version: "0.2.0", repository: { url: `git+${REPOSITORY}.git` } },
  lock: lock("0.2.0"),
  changelog: changelog("0.2.0", "0.1.0"),
  citation: citation("0.2.0"),
  tags: ["v0.1.0"],
  changed: [] as string[],
  today: "2026-11-26",
};

/** Before it. */
const between = {
  ...release,
  manifest: { ...release.manifest, version: "0.2.0-dev" },
  lock: lock("0.2.0-dev"),
  changelog: changelog("Unreleased", "0.1.0"),
  citation: citation("0.1.0"),
};

it("a release whose files agree has nothing against it, the first one too", () => {
  expect(judge(release)).toEqual({ wrong: [], toDo: [] });
  expect(judge({ ...release, changelog: changelog("0.2.0") })).toEqual({ wrong: [], toDo: [] });
});

it("between releases, what is left to do is said", () => {
  expect(judge(between)).toEqual({
    wrong: [],
    toDo: [
      "package.json: npm version --no-git-tag-version 0.2.0",
      'CHANGELOG.md: name the section "Unreleased" 0.2.0',
      "CITATION.cff: version: 0.2.0",
    ],
  });
});

describe("what is wrong", () => {
  const version = (text: string) => ({ manifest: { ...release.manifest, version: text }, lock: lock(text) });

  it.each<[string, Partial<typeof release>, string]>([
    [
      "a version that is none",
      version("0.2"),
      "package.json: version 0.2 (as in 0.2.0, or 0.2.0-dev between releases)",
    ],
    [
      "the version of the lockfile",
      { lock: lock("0.1.0") },
      "package-lock.json: version 0.1.0 (0.2.0, as in package.json)",
    ],
    [
      "a missing section",
      { changelog: changelog("Unreleased", "0.1.0") },
      "CHANGELOG.md: the first section is Unreleased (0.2.0)",
    ],
    [
      "no section at all",
      { changelog: "# Changelog\n" },
      "CHANGELOG.md: the first section is missing (0.2.0)",
    ],
    [
      "an empty section",
      { changelog: "## 0.2.0\n\n## 0.1.0\n\n- Old.\n" },
      "CHANGELOG.md: nothing stands under 0.2.0",
    ],
    [
      "a citation of another version",
      { citation: citation("0.1.0") },
      "CITATION.cff: version is 0.1.0 (0.2.0)",
    ],
    [
      "another repository in the citation",
      { manifest: { version: "0.2.0", repository: { url: "https://example.org/styx" } } },
      "CITATION.cff: repository-code is https://example.org/lethe (https://example.org/styx)",
    ],
  ])("%s", (_, changes, line) => {
    const { wrong } = judge({ ...release, ...changes });
    expect(wrong).toContain(line);
  });

  it.each(["0.2.0", "0.2.1", "0.10.0", "1.0.0"])("a version that does not follow %s", (before) => {
    expect(judge({ ...release, changelog: changelog("0.2.0", before) }).wrong).toEqual([
      `package.json: version 0.2.0 does not follow ${before}, the section before in CHANGELOG.md`,
    ]);
  });
});

describe("what is left to do", () => {
  it.each<[string, Partial<typeof release>, string[]]>([
    [
      "the date of another day",
      { citation: citation("0.2.0", "2026-11-25") },
      ["CITATION.cff: date-released: 2026-11-26"],
    ],
    [
      "no repository",
      { manifest: { version: "0.2.0" } as never, citation: citation("0.2.0").replace(/repository.*/, "") },
      ["CITATION.cff: repository-code: the address of the repository", "package.json: repository: the same"],
    ],
    [
      "a tag that exists",
      { tags: ["v0.1.0", "v0.2.0"] },
      ["package.json: a version after 0.2.0, whose tag v0.2.0 is in git"],
    ],
    [
      "files that are not committed",
      { changed: ["README.md", "src/a.ts"] },
      ["git: commit README.md, src/a.ts"],
    ],
  ])("%s", (_, changes, toDo) => {
    expect(judge({ ...release, ...changes })).toEqual({ wrong: [], toDo });
  });
});
