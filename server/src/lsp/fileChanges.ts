import type { LanguageService } from "../service/languageService.ts";
import type { SiteChecks } from "./siteChecks.ts";

/** Who is told when files have changed. */
export interface FileChangeOptions {
  readonly service: LanguageService;
  readonly siteChecks: SiteChecks;
  /** Has open documents checked again. */
  checkOpenAgain(): void;
  /** Has all documents checked again, open or not. */
  checkAllAgain(): void;
}

const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Has checked again what the change of some files may concern, and nothing else. */
export function didChangeFiles(
  uris: readonly string[],
  { service, siteChecks, checkOpenAgain, checkAllAgain }: FileChangeOptions,
): void {
  const images = uris.filter((uri) => IMAGE.test(uri));
  const others = uris.filter((uri) => !IMAGE.test(uri));
  const imagesMatter = service.didChangeFiles(images);
  if (service.didChangeFiles(others)) {
    checkAllAgain();
    return;
  }
  siteChecks.invalidate(others);
  if (!imagesMatter) return;
  checkOpenAgain();
  const folders = new Set(images.map(folderOf));
  const beside = [...siteChecks.results.keys()].filter((uri) => folders.has(folderOf(uri)));
  // An image that has no article beside it may be that of any article.
  const isOfAny = folders.size > new Set(beside.map(folderOf)).size;
  siteChecks.invalidate(isOfAny ? "all" : beside);
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}
