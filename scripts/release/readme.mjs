// What the README has readers run: the commands of `lethe`, and snippets with their output.

const BLOCK = /^```sh\n(.*?)^```$/gms;

/** @param {string} markdown @returns {string[]} the command lines of `lethe` in its blocks of shell, as a shell is to read them */
export function commandsOf(markdown) {
  const lines = [...markdown.matchAll(BLOCK)].flatMap(([, block]) => block.trim().split("\n"));
  const commands = lines
    .flatMap((line) => line.replace(/(^|\s+)#\s.*$/, "").split(" && "))
    .filter((line) => line !== "");
  // What npm does there stands for an installation of its own.
  const others = commands.filter((line) => !/^(npx )?lethe |^npm (?!run)/.test(line));
  if (others.length > 0) throw new Error(`no command of lethe or npm: ${others.join("; ")}`);
  return [
    ...new Set(commands.filter((line) => !line.startsWith("npm ")).map((line) => line.replace(/^npx /, ""))),
  ];
}

/** @param {string} markdown @returns {{ code: string, output: string }[]} the snippets of JavaScript below which stands what they print */
export function snippetsOf(markdown) {
  const snippets = markdown.matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```$/gms);
  return [...snippets].map(([, code, output]) => ({ code, output }));
}

/** @param {string[]} commands @returns {string[]} the files that a reader has to have */
export function filesIn(commands) {
  const names = commands.flatMap(
    (line) => line.match(/(?<![\w/.-])[\w-]+\.(txt|csv|json|jsonl)(\.gz)?\b/g) ?? [],
  );
  return [...new Set(names)].sort();
}
