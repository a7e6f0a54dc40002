import type { YamlContent } from "../document/frontMatter.ts";
import { parseYamlFile } from "../document/yamlFile.ts";
import type { Kind } from "../model/archetype.ts";
import { NO_ASSETS } from "../model/images/assets.ts";
import { type StructuredDocument, schemaErrorsOf, valueIn } from "../model/structuredDocument.ts";
import type { SiteProblem } from "./dataFile.ts";

/** What a site's own file says: its configuration, its communities, its topics. */
export type SiteFileKind = "siteConfig" | "communities" | "topics";

/** What each of a site's own files must hold. */
export type SiteFileKinds = { readonly [FileKind in SiteFileKind]: Kind };

/** One of a site's own files as a document: its whole text is data. */
export interface SiteFile extends StructuredDocument {
  readonly fileKind: SiteFileKind;
  readonly frontMatter: YamlContent;
  /** What only a look at the site finds, as folders that are not there. */
  readonly problems: readonly SiteProblem[];
}

/** Reads one of a site's own files; with the version before, only what is new in it. */
export function readSiteFile(
  { uri, text, before }: { readonly uri: string; readonly text: string; readonly before?: SiteFile | undefined },
  { fileKind, kind, model, index }: Pick<SiteFile, "fileKind" | "model" | "index"> & { readonly kind: Kind },
  problems: readonly SiteProblem[],
): SiteFile {
  const frontMatter = parseYamlFile(text, before);
  return {
    uri,
    text,
    stem: "",
    community: undefined,
    assets: NO_ASSETS,
    fileKind,
    frontMatter,
    archetype: kind,
    model,
    topics: model.topicsFor(undefined),
    index,
    problems,
    value: valueIn(frontMatter),
    memo: new Map(),
    schemaErrors: schemaErrorsOf(frontMatter.root === undefined ? undefined : frontMatter, kind),
  };
}
