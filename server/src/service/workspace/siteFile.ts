import type { YamlContent } from "../document/frontMatter.ts";
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

/** One of a site's own files, whose data was read. */
export function toSiteFile(
  { uri, text, frontMatter }: Pick<SiteFile, "uri" | "text" | "frontMatter">,
  { fileKind, kind, model, index }: Pick<SiteFile, "fileKind" | "model" | "index"> & { readonly kind: Kind },
  problems: readonly SiteProblem[],
): SiteFile {
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
