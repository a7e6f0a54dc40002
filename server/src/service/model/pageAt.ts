import type { PageFacts } from "./facts.ts";
import type { SiteIndex } from "./siteIndex.ts";

/**
 * The page that a browser finds at a path of the site: the page itself, else one with this alias.
 *
 * @param own the file that asks: its own aliases lead to where one already is
 */
export function pageAt(index: SiteIndex, address: string, own: string): PageFacts | undefined {
  const [path = ""] = address.split(/[?#]/);
  const places = /(?:\/|\.[^/.]+)$/.test(path) ? [path] : [`${path}/`, path];
  for (const kind of ["permalink", "alias"] as const) {
    for (const place of places) {
      const page = index.find(kind, place).find((found) => found.path !== own);
      if (page !== undefined) return page;
    }
  }
  return undefined;
}
