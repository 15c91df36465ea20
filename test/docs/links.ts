/** The files that a Markdown page links to or shows, as it names them. */
export const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#]+)[^)]*\)|(?:src|href)="([^"#]+)"/g)]
    .map(([, link, attribute]) => link ?? attribute)
    .filter((link) => !/^https?:/.test(link));
