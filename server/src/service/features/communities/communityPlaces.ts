import { parseFrontMatter } from "../../document/frontMatter.ts";
import { nodeAt, type Scalar } from "../../document/node.ts";
import { isArticle } from "../../model/article.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import { uriIn } from "../../workspace/uri.ts";
import type { TextPlace } from "../places.ts";
import type { SiteReading, SubjectAt } from "../topics/definition.ts";
import { insideQuotes } from "../topics/mentions.ts";
import type { CommunityMention } from "./communityMention.ts";

/** A community as its site's list has it. */
export interface ListedCommunity {
  readonly file: SiteFile;
  readonly slug: Scalar;
  readonly name: Scalar | undefined;
  readonly mastHead: Scalar | undefined;
  readonly type: Scalar | undefined;
}

/** The page of a community's section, and its title. */
export interface SectionPage {
  readonly uri: string;
  readonly text: string;
  readonly title: Scalar;
}

/** Where a community is listed; else the title of its section's page. */
export async function communityDefinition(
  subject: Subject,
  { slug, part }: CommunityMention,
  reading: SiteReading,
): Promise<TextPlace | undefined> {
  const listed = await listedCommunity(subject, slug, reading);
  if (listed !== undefined) {
    const { uri, text } = listed.file;
    return { uri, text, ...insideQuotes((part === "name" ? listed.name : undefined) ?? listed.slug) };
  }
  const [page] = await sectionPages(subject, slug, reading);
  return page && { uri: page.uri, text: page.text, ...insideQuotes(page.title) };
}

export async function listedCommunity(
  subject: Subject,
  slug: string,
  { subjectAt }: SiteReading,
): Promise<ListedCommunity | undefined> {
  const file = await communitiesFile(subject, subjectAt);
  const { root } = file?.frontMatter ?? {};
  if (file === undefined || root?.kind !== "sequence") return undefined;
  for (const item of root.items) {
    const found = scalarAt(item, "slug");
    if (found?.text !== slug) continue;
    const [name, mastHead, type] = ["name", "mastHead", "type"].map((key) => scalarAt(item, key));
    return { file, slug: found, name, mastHead, type };
  }
  return undefined;
}

async function communitiesFile(subject: Subject, subjectAt: SubjectAt): Promise<SiteFile | undefined> {
  if (!isArticle(subject) && subject.fileKind === "communities") return subject;
  const { uri } = subject.model.communities;
  const file = uri === undefined ? undefined : await subjectAt(uri);
  return file === undefined || isArticle(file) ? undefined : file;
}

/** The pages of a community's sections that have a title. */
export async function sectionPages(
  { model }: Subject,
  slug: string,
  { textAt }: SiteReading,
): Promise<readonly SectionPage[]> {
  const folders = new Set(model.archetypes.flatMap(({ files }) => files.communityFolders));
  const pages = await Promise.all(
    [...folders].map(async (folder): Promise<readonly SectionPage[]> => {
      const uri = uriIn(model.root, `${folder}/${slug}/_index.md`);
      const text = await textAt(uri);
      const read = text === undefined ? undefined : parseFrontMatter(text, undefined, model.hugo.yamlReader);
      const title = nodeAt(read?.root, ["title"]);
      return text !== undefined && title?.kind === "scalar" && title.text !== "" ? [{ uri, text, title }] : [];
    }),
  );
  return pages.flat();
}

function scalarAt(node: Parameters<typeof nodeAt>[0], key: string): Scalar | undefined {
  const found = nodeAt(node, [key]);
  return found?.kind === "scalar" ? found : undefined;
}
