import { parseFrontMatter } from "../document/frontMatter.ts";
import type { ContentModel } from "../model/contentModel.ts";
import { factsOf } from "../model/facts.ts";
import { createFactStore, type SiteIndex } from "../model/siteIndex.ts";
import { pagePaths } from "./pagePaths.ts";
import { uriIn } from "./uri.ts";
import type { Workspace } from "./workspace.ts";

/** The pages of a site's sections, which articles lead to: a few of its many pages. */
export interface SectionPages {
  readonly pages: SiteIndex;
  /** The starts of their files, one after another. */
  readonly texts: string;
}

export async function sectionPages(workspace: Workspace, model: ContentModel): Promise<SectionPages> {
  const pages = createFactStore();
  const texts: string[] = [];
  const { paths } = await pagePaths(workspace, model);
  for (const path of paths.filter((each) => each.endsWith("/_index.md"))) {
    const text = (await workspace.readStart(uriIn(model.root, path), HEAD))?.text;
    if (text === undefined) continue;
    texts.push(path, text);
    pages.set(path, factsOf(path, parseFrontMatter(text, undefined, model.hugo.yamlReader), model));
  }
  return { pages, texts: texts.join("\0") };
}

/** Larger front matter is not read anywhere; in bytes. */
const HEAD = 64 * 1024;
