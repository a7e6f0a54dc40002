import { replaceScalar } from "../../document/edits.ts";
import type { TextEdit } from "../../document/span.ts";
import type { Article } from "../../model/article.ts";
import type { Community } from "../../model/community.ts";
import { followersOf } from "../../model/following.ts";
import type { Subject } from "../../workspace/subject.ts";
import type { FileEdit, SiteEdit } from "../places.ts";
import type { Refusal } from "../refusal.ts";
import { changeSite, editOf } from "../siteChange.ts";
import type { SiteReading } from "../topics/definition.ts";
import { oneLine } from "../topics/newName.ts";
import type { CommunityMention } from "./communityMention.ts";
import { listedCommunity, sectionPages } from "./communityPlaces.ts";
import { articlesOf } from "./communityReferences.ts";

/** Why the slug of a community is not renamed here. */
export const SLUG_REFUSAL: Refusal = {
  refused: "A community's slug is the name of its folder. Rename the folder: its articles go along.",
};

/** Gives a community another name: where it is listed, in its section's page, and in all that its articles repeat of it. */
export async function renameCommunity(
  subject: Subject,
  { slug, part }: CommunityMention,
  { name: written, reading }: { readonly name: string; readonly reading: SiteReading },
): Promise<SiteEdit | Refusal> {
  const name = oneLine(written);
  if (part === "slug") return SLUG_REFUSAL;
  if (typeof name !== "string") return name;
  const others = [...subject.model.communities.bySlug.values()].filter((other) => other.slug !== slug);
  if (others.some((other) => other.name === name)) return { refused: `There is a community \`${name}\` already.` };
  const listed = await listedCommunity(subject, slug, reading);
  const own = listed === undefined ? [] : [editOf(listed.file, listEdits(listed, subject, name))];
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

/** The article as it would be were its community called otherwise; its mast head goes along where it follows from the name. */
function renamed(article: Article, name: string): Article | undefined {
  const { community, archetype } = article;
  if (community === undefined) return undefined;
  const mastHead = mastHeadAfter(community, name, [archetype]);
  return { ...article, memo: new Map(), community: { ...community, name, mastHead } };
}

function mastHeadAfter(
  community: Community,
  name: string,
  archetypes: readonly Article["archetype"][],
): string | undefined {
  const { mastHead } = community;
  const following = archetypes.find(({ communityDefaults }) => communityDefaults(community).mastHead === mastHead);
  return following === undefined ? mastHead : following.communityDefaults({ ...community, name }).mastHead;
}

function listEdits(
  { file, name: node, mastHead, slug }: NonNullable<Awaited<ReturnType<typeof listedCommunity>>>,
  { model }: Subject,
  name: string,
): readonly TextEdit[] {
  const { text } = file;
  const edits = node === undefined ? [] : [replaceScalar(text, node, name)];
  if (mastHead === undefined) return edits;
  const community = { slug: slug.text, name: node?.text, mastHead: mastHead.text, type: undefined };
  const after = mastHeadAfter(community, name, model.archetypes);
  return after === undefined || after === mastHead.text ? edits : [...edits, replaceScalar(text, mastHead, after)];
}
