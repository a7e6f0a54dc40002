import { parseFrontMatter } from "../document/frontMatter.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { factsOf, type PageFacts } from "../model/facts.ts";
import type { SiteKey } from "./site.ts";
import { uriIn } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** Reads many pages where nobody waits for anything else, as in other threads. Never rejects. */
export interface PageReader {
  /**
   * Reads pages of a site, in any order. What it does not give, as where it knows the site otherwise, nobody has read.
   *
   * @param paths of their files below the site's root
   * @param take is given some whenever they are read
   * @param isStopped whether nobody wants more of them
   */
  read(
    site: SiteKey,
    paths: readonly string[],
    take: (pages: readonly ReadPage[]) => void,
    isStopped: () => boolean,
  ): Promise<void>;
}

/** What the file of a page says. */
export interface ReadPage {
  readonly path: string;
  /** Absent where it cannot be read. */
  readonly facts?: PageFacts | undefined;
  /** What it looked like before it was read (`FileStart`). */
  readonly stamp?: string | undefined;
}

/** Larger front matter is not read anywhere; in bytes. */
const HEAD = 64 * 1024;

/** @param path of its file below the site's root */
export async function readPage(path: string, model: ContentModel, workspace: Workspace): Promise<ReadPage> {
  const start = await workspace.readStart(uriIn(model.root, path), HEAD);
  if (start === undefined) return { path };
  const facts = factsOf(path, parseFrontMatter(start.text, undefined, model.hugo.yamlReader), model);
  return { path, facts, stamp: start.stamp };
}
