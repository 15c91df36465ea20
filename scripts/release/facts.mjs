// What the files say of the version that is to be released, and whether they agree.

/** A version that can be released, and what main is called between two of them. */
const VERSION = /^(\d+)\.(\d+)\.(\d+)(-dev)?$/;
const UNRELEASED = "Unreleased";

/** @param {string} yaml @returns {Record<string, string>} what CITATION.cff says of the software itself: its lines without indent */
export function citationOf(yaml) {
  const lines = yaml.matchAll(/^([\w-]+): *(?:"(.*)"|(.*?)) *$/gm);
  return Object.fromEntries([...lines].map(([, key, quoted, plain]) => [key, quoted ?? plain]));
}

/** @param {string} changelog @returns {{ title: string, entries: number }[]} its sections, the newest first */
export function sectionsOf(changelog) {
  const [, ...sections] = changelog.split(/^## /m);
  return sections.map((text) => ({
    title: text.slice(0, text.indexOf("\n")).trim(),
    entries: text.match(/^- /gm)?.length ?? 0,
  }));
}

/**
 * What contradicts itself (`wrong`), and what is left to do before a release (`toDo`). Between releases, version `0.2.0-dev`
 * stands above a section "Unreleased" and a citation of the last version; at a release all three say 0.2.0.
 *
 * @param {{
 *   manifest: { version: string, repository?: string | { url: string } },
 *   lock: { version: string, packages: Record<string, { version?: string }> },
 *   changelog: string, citation: string, tags: string[], changed: string[], today: string,
 * }} facts package.json, package-lock.json, CHANGELOG.md, CITATION.cff; tags of git, files that are not committed, the date (UTC)
 * @returns {{ wrong: string[], toDo: string[] }}
 */
export function judge({ manifest, lock, changelog, citation, tags, changed, today }) {
  const { version } = manifest;
  const [number, , , , isDev] = VERSION.exec(version) ?? [];
  if (number === undefined)
    return {
      wrong: [`package.json: version ${version} (as in 0.2.0, or 0.2.0-dev between releases)`],
      toDo: [],
    };
  const next = number.replace("-dev", "");
  const cited = citationOf(citation);
  const [newest, before] = sectionsOf(changelog);
  const last = isDev ? before?.title : newest?.title;

  const wrong = [
    ...[lock.version, lock.packages[""].version]
      .filter((locked) => locked !== version)
      .map((locked) => `package-lock.json: version ${locked} (${version}, as in package.json)`),
    ...differs("CHANGELOG.md: the first section is", newest?.title, isDev ? UNRELEASED : next),
    ...(newest?.entries === 0 ? [`CHANGELOG.md: nothing stands under ${newest.title}`] : []),
    ...(before && !isAfter(next, before.title)
      ? [
          `package.json: version ${version} does not follow ${before.title}, the section before in CHANGELOG.md`,
        ]
      : []),
    ...(last === undefined ? [] : differs("CITATION.cff: version is", cited["version"], last)),
    ...differingRepositories(manifest.repository, cited["repository-code"]),
  ];
  const toDo = [
    ...(isDev
      ? [
          `package.json: npm version --no-git-tag-version ${next}`,
          `CHANGELOG.md: name the section "${UNRELEASED}" ${next}`,
          `CITATION.cff: version: ${next}`,
        ]
      : []),
    ...(tags.includes(`v${next}`)
      ? [`package.json: a version after ${next}, whose tag v${next} is in git`]
      : []),
    ...(cited["date-released"] === today ? [] : [`CITATION.cff: date-released: ${today}`]),
    ...(cited["repository-code"] ? [] : ["CITATION.cff: repository-code: the address of the repository"]),
    ...(manifest.repository ? [] : ["package.json: repository: the same"]),
    ...(changed.length > 0 ? [`git: commit ${changed.join(", ")}`] : []),
  ];
  return { wrong, toDo };
}

const differs = (what, found, expected) =>
  found === expected ? [] : [`${what} ${found ?? "missing"} (${expected})`];

/** Whether a version is greater than another, number by number. */
function isAfter(version, other) {
  const numbers = (text) => text.split(".").map(Number);
  const [a, b] = [numbers(version), numbers(other)];
  const first = a.findIndex((number, i) => number !== b[i]);
  return first >= 0 && a[first] > b[first];
}

function differingRepositories(repository, cited) {
  const url = typeof repository === "string" ? repository : repository?.url;
  if (!url || !cited) return [];
  const plain = (text) => text.replace(/^git\+/, "").replace(/\.git$/, "");
  return differs("CITATION.cff: repository-code is", plain(cited), plain(url));
}
