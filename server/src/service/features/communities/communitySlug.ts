import type { Article } from "../../model/article.ts";
import type { Community } from "../../model/community.ts";
import { followersOf } from "../../model/following.ts";
import { slugify } from "../../model/text/slugify.ts";
import { relativePath } from "../../workspace/siteRoot.ts";
import type { Subject } from "../../workspace/subject.ts";
import { uriIn } from "../../workspace/uri.ts";
import type { MoveOptions } from "../moves/movingArticle.ts";
import type { FileMove } from "../moves/pageMoves.ts";
import { editsOfMoves, type MoveEdit } from "../moves/willRename.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { changeSite, editOfSiteFile } from "../siteChange.ts";
import type { SiteReading } from "../topics/definition.ts";
import { oneLine } from "../topics/newName.ts";
import { type ListedCommunity, listedCommunity } from "./communityPlaces.ts";
import { articlesOf } from "./communityReferences.ts";
import { listEdits, renamedCommunity } from "./renamedCommunity.ts";

/** Why the slug of a community is not renamed for whoever cannot rename folders. */
export const SLUG_REFUSAL: Refusal = {
  refused: "A community's slug is the name of its folder. Rename the folder: its articles go along.",
};

interface SlugChange {
  readonly slug: string;
  readonly name: string;
  readonly reading: SiteReading;
  readonly moving: MoveOptions;
}

/**
 * Gives a community another slug: its folders get that name, and the list and all of its articles follow, those, too, that
 * stand elsewhere. The edits are those of the files where they are before.
 */
export async function renameCommunitySlug(
  subject: Subject,
  { slug, name: written, reading, moving }: SlugChange,
): Promise<MoveEdit | Refusal> {
  const name = oneLine(written);
  if (typeof name !== "string") return name;
  const listed = await listedCommunity(subject, slug, reading);
  const moves = await folderMoves(subject, { slug, name, moving });
  const refusal =
    noSlug(name, slug, listed) ??
    ((await isTaken(subject, { name, moves, reading, moving })) ? existing(name) : undefined);
  if (refusal !== undefined) return refusal;

  const communityAfter = ({ community, archetype }: Article): Community | undefined =>
    community?.slug === slug ? renamedCommunity(community, { slug: name }, [archetype]) : undefined;
  const stays = (uri: string) => moves.every(({ from }) => relativePath(from, uri) === undefined);
  const edits = listed === undefined ? [] : listEdits(listed, { slug: name }, subject.model.archetypes);
  const own = listed === undefined ? [] : [await editOfSiteFile(listed.file, edits, reading.pause)];
  const others = await changeSite(subject, articlesOf(subject, slug).filter(stays), {
    subjectAt: reading.subjectAt,
    edits(article) {
      const community = communityAfter(article);
      if (community === undefined) return [];
      return followersOf(article, { ...article, memo: new Map(), community }).flatMap(({ edits }) => edits());
    },
    others: own,
  });
  if (isRefusal(others)) return others;
  const { files, aliases, renames = [] } = await editsOfMoves(moves, { ...moving, communityAfter });
  // An image may go into a folder that is there only then.
  return { files: [...others.files, ...files], aliases, renames: [...moves, ...renames] };
}

function noSlug(name: string, slug: string, listed: ListedCommunity | undefined): Refusal | undefined {
  if (name === slug) return { refused: `\`${slug}\` is its slug already.` };
  // A list says itself what its slugs are; a folder may have letters of any script.
  if (listed === undefined ? slugify(name) === name : listed.file.archetype.validate([{ slug: name, name }]))
    return undefined;
  return {
    refused: `\`${name}\` is no slug: that has lower-case letters and digits, in words joined by single hyphens.`,
  };
}

function existing(slug: string): Refusal {
  return { refused: `There is a community \`${slug}\` already, or a folder of that name.` };
}

async function isTaken(
  subject: Subject,
  { name, moves, reading, moving: { workspace } }: Omit<SlugChange, "slug"> & { readonly moves: readonly FileMove[] },
): Promise<boolean> {
  if (subject.model.communities.bySlug.has(name) || subject.index.find("community", name).length > 0) return true;
  if ((await listedCommunity(subject, name, reading)) !== undefined) return true;
  for (const { to } of moves) {
    const folder = to.slice(0, to.lastIndexOf("/"));
    if ((await workspace.readFolders(folder)).includes(name)) return true;
  }
  return false;
}

/** The folders that have a community's slug as their name, on their way to another one. */
async function folderMoves(
  subject: Subject,
  { slug, name, moving: { workspace } }: Pick<SlugChange, "slug" | "name" | "moving">,
): Promise<readonly FileMove[]> {
  const { archetypes, root } = subject.model;
  const homes = new Set<string>();
  // Those without an article, and those below folders that only a glob names.
  for (const home of archetypes.flatMap(({ files }) => files.communityFolders))
    if ((await workspace.readFolders(uriIn(root, home))).includes(slug)) homes.add(home);
  for (const { path } of subject.index.find("community", slug)) {
    const home = homeOf(path, slug, subject);
    if (home !== undefined) homes.add(home);
  }
  const folder = (home: string, last: string) => uriIn(root, home === "" ? last : `${home}/${last}`);
  return Array.from(homes, (home) => ({ from: folder(home, slug), to: folder(home, name) }));
}

/** The folder that the folder of an article's community is in; `undefined` where it stands in no such folder. */
function homeOf(path: string, slug: string, { model: { archetypes } }: Subject): string | undefined {
  const steps = path.split("/");
  const at = steps.findIndex((step, index) => {
    const inside = `${steps.slice(0, index + 1).join("/")}/a.md`;
    return step === slug && archetypes.some(({ files }) => files.communityOf(inside) === slug);
  });
  return at === -1 ? undefined : steps.slice(0, at).join("/");
}
