import { replaceScalar } from "../../document/edits.ts";
import type { Article } from "../../model/article.ts";
import { followersOf } from "../../model/following.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { FileEdit, SiteEdit } from "../places.ts";
import type { Refusal } from "../refusal.ts";
import { changeSite, editOfSiteFile } from "../siteChange.ts";
import type { SiteReading } from "../topics/definition.ts";
import { oneLine } from "../topics/newName.ts";
import { listedCommunity, sectionPages } from "./communityPlaces.ts";
import { articlesOf } from "./communityReferences.ts";
import { listEdits, renamedCommunity } from "./renamedCommunity.ts";

/** Gives a community another name: where it is listed, in its section's page, and in all that its articles repeat of it. */
export async function renameCommunity(
  subject: Subject,
  slug: string,
  { name: written, reading }: { readonly name: string; readonly reading: SiteReading },
): Promise<SiteEdit | Refusal> {
  const name = oneLine(written);
  if (typeof name !== "string") return name;
  const others = [...subject.model.communities.bySlug.values()].filter((other) => other.slug !== slug);
  if (others.some((other) => other.name === name)) return { refused: `There is a community \`${name}\` already.` };
  const listed = await listedCommunity(subject, slug, reading);
  const edits = listed === undefined ? [] : listEdits(listed, { name }, subject.model.archetypes);
  const own = listed === undefined ? [] : [await editOfSiteFile(listed.file, edits, reading.pause)];
  const pages = await sectionPages(subject, slug, reading);
  const before = listed?.name?.text ?? subject.model.communities.bySlug.get(slug)?.name;
  const titles = pages
    .filter(({ title }) => title.text === before)
    .map(({ uri, text, title }): FileEdit => ({ uri, text, edits: [replaceScalar(text, title, name)] }));
  return changeSite(subject, articlesOf(subject, slug), {
    subjectAt: reading.subjectAt,
    edits(article) {
      const after = renamed(article, name);
      return after === undefined ? [] : followersOf(article, after).flatMap(({ edits }) => edits());
    },
    others: [...own, ...titles],
  });
}

/** The article as it would be were its community called otherwise. */
function renamed(article: Article, name: string): Article | undefined {
  const { community, archetype } = article;
  return community && { ...article, memo: new Map(), community: renamedCommunity(community, { name }, [archetype]) };
}
