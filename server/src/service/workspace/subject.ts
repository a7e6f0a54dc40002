import { URI } from "vscode-uri";
import { readBody } from "../document/body/body.ts";
import { parseFrontMatter } from "../document/frontMatter.ts";
import { oncePerText } from "../document/oncePerText.ts";
import { parseLongYamlFile } from "../document/yamlFile.ts";
import { type Article, isArticle, recognise } from "../model/article.ts";
import { createFactStore, type SiteIndex } from "../model/siteIndex.ts";
import type { AssetStore } from "./assets.ts";
import type { SiteProblem } from "./dataFile.ts";
import type { Indexing } from "./indexing.ts";
import type { Site } from "./site.ts";
import { type SiteFile, type SiteFileKind, type SiteFileKinds, toSiteFile } from "./siteFile.ts";
import { relativePath } from "./siteRoot.ts";

/** What the service can say something about. */
export type Subject = Article | SiteFile;

/** A text to be read. */
export interface Source {
  readonly uri: string;
  readonly text: string;
  /** The version before, of which what is still the same is taken over. */
  readonly before: Subject | undefined;
  /** What only a look at the site finds in the text, where it is one of the site's own files. */
  readonly problems: readonly SiteProblem[];
}

/** What texts are read with. */
export interface SubjectOptions {
  readonly kinds: SiteFileKinds;
  readonly assets: AssetStore;
  readonly indexing: Indexing;
  /** Lets others go first, in the middle of a long file. */
  pause(): Promise<void>;
  now(): number;
}

/** Reads an article or one of a site's own files; `undefined` where a text is neither. */
export async function readSubject(
  { uri, text, before, problems }: Source,
  site: Site,
  { kinds, assets, indexing, now, pause }: SubjectOptions,
): Promise<Subject | undefined> {
  const { model } = site;
  const index = indexing.of(model.root) ?? EMPTY_INDEX;
  const fileKind = fileKindOf(uri, site);
  if (fileKind !== undefined) {
    const file = before === undefined || isArticle(before) ? undefined : before;
    const frontMatter = await parseLongYamlFile(text, pause, file);
    return toSiteFile({ uri, text, frontMatter }, { fileKind, kind: kinds[fileKind], model, index }, problems);
  }
  const article = before && isArticle(before) ? before : undefined;
  const path = relativePath(model.root, uri) ?? uri;
  const frontMatter = parseFrontMatter(text, article, model.hugo.yamlReader);
  const body = await readBody(text, frontMatter, article?.body);
  return recognise({ uri, path, text, now, index, assets: assets.of(uri, model) }, { frontMatter, body }, model);
}

/** For a document whose site is not indexed. */
const EMPTY_INDEX: SiteIndex = createFactStore();

/** Which of a site's own files a URI names; `undefined` where it is none of them. */
export function fileKindOf(uri: string, { files }: Site): SiteFileKind | undefined {
  return files.get(fileUriOf(uri));
}

/** Clients differ in what they escape in a URI; a site's own files are known as we write them. */
export const fileUriOf = oncePerText((uri: string): string => URI.parse(uri).toString());
