const PLAYGROUND = "docs/playground.html";
const OPEN =
  '<p><strong><a href="../playground/index.html">Open it</a></strong>. Browsers run it from a server, not from a file on the disk: ' +
  "there, type <code>npx lethe playground</code>.</p>";

/**
 * The HTML of a page with the links that TypeDoc does not make: addresses from the root of the site, written `site:…`, and
 * functions of the library that a text names in code.
 * @param {import("typedoc").PageEvent} page
 * @param {readonly import("typedoc").Reflection[]} named what may be named
 * @param {import("typedoc").Router} router
 */
export function links(page, named, router) {
  const up = "../".repeat(page.url.split("/").length - 1);
  const targets = new Map(named.map((one) => [one.getFullName().replace(/^lethe\./, ""), one]));
  const html = (page.contents ?? "")
    .replaceAll('href="site:', `href="${up}`)
    .replace("</h1>", page.url === PLAYGROUND ? `</h1>${OPEN}` : "</h1>");
  // A word such as `forget` may be a command's; with brackets it is the function.
  return html.replace(
    /<code>((?:theory\.[\w.]+)|(?:[a-z]\w+(?=\())|Generator)((?:\([^<]*\))?)<\/code>(?!<\/a>)/g,
    (code, name) => {
      const target = targets.get(name);
      return target && target !== page.model
        ? `<a href="${up}${router.getFullUrl(target)}">${code}</a>`
        : code;
    },
  );
}
