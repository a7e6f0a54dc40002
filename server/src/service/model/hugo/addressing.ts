/** How the addresses of pages follow from their files, as far as the site's Hugo configuration says. */
export interface Addressing {
  /** The folder below the root whose files become pages, each address the path below it. */
  readonly home: string;
  /**
   * What an address follows from: from the file as Hugo does it unless it is told otherwise; only from the page's own
   * `url`, where pages without one follow a pattern; or from more than anybody can tell from the outside.
   */
  readonly source: "file" | "url" | "unknown";
  /** Files whose names end in it, as in `a.en.md`, are in the language of the site. */
  readonly language: string;
  /** Whether a link with a slash at its start leads to the page at this address. It may not, where the site is below another. */
  readonly areLinksAddresses: boolean;
}
