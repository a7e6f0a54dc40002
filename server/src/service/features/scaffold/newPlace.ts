import type { Archetype } from "../../model/archetype.ts";
import { isContent } from "../../model/article.ts";
import type { ContentModel } from "../../model/contentModel.ts";
import type { SiteIndex } from "../../model/siteIndex.ts";
import { rankByLikeness } from "../../model/text/likeness.ts";
import { slugify } from "../../model/text/slugify.ts";
import { urlUuid } from "../../model/text/urlUuid.ts";
import { isWebAddress } from "../../model/text/webAddress.ts";
import type { Refusal } from "../refusal.ts";
import { communityChoices } from "./choices.ts";
import type { ArchetypeChoice, NewArticleRequest } from "./request.ts";

/** No path, no dots alone, and nothing that steers a terminal. */
const FOLDER_NAME = /^(?!\.*$)[^/\\\p{Cc}]+$/u;

/** More communities nobody wants to read in a line. */
const MOST_NAMED = 12;

/** The archetype that is asked for; why not, where an answer that it needs is missing or cannot be right. */
export function archetypeFor(
  { archetype: name, community, source }: NewArticleRequest,
  model: ContentModel,
  index: SiteIndex,
): Archetype | Refusal {
  const { archetypes, communities } = model;
  const archetype = archetypes.find((one) => one.name === name);
  if (archetype === undefined)
    return { refused: `The site has no archetype \`${name}\`, only ${named(archetypes.map((one) => one.name))}.` };
  if (archetype.files.haveCommunities && community === undefined)
    return { refused: `Each \`${name}\` article belongs to a community. Say which.` };
  const slugs = communityChoices(model, index).map(({ slug }) => slug);
  // Where none are listed, the first article of a community makes it one.
  const isKnown = community === undefined || slugs.includes(community) || communities.uri === undefined;
  if (!isKnown) {
    const [meant] = rankByLikeness(community, slugs, String).ranked;
    const others = slugs.length > MOST_NAMED ? "" : ` It has ${named(slugs)}.`;
    const hint = meant === undefined ? others : ` Is \`${meant}\` meant?`;
    return { refused: `The site has no community \`${community}\`.${hint}` };
  }
  if (community !== undefined && !FOLDER_NAME.test(community))
    return { refused: `\`${community}\` is no name of a folder.` };
  if (archetype.sameAddresses.length > 0 && source === undefined)
    return { refused: `A \`${name}\` article needs the address of the page that it curates.` };
  if (source !== undefined && !isWebAddress(source.trim()))
    return { refused: `\`${source}\` is no web address such as \`https://example.org/page\`.` };
  return archetype;
}

/** Why not, where somebody answered what has no place in an article. */
export function unusedAnswer(
  { source, topics = [], image }: NewArticleRequest,
  { name, source: takesSource, hasTopics, hasImage }: ArchetypeChoice,
): Refusal | undefined {
  const noun = `A \`${name}\` article has no place for`;
  if (source !== undefined && takesSource === "none") return { refused: `${noun} the address of another page.` };
  if (topics.length > 0 && !hasTopics) return { refused: `${noun} topics.` };
  return image !== undefined && !hasImage ? { refused: `${noun} an image.` } : undefined;
}

/** In characters. No file system takes much longer names, and a character may be four bytes. */
const LONGEST_NAME = 60;

/**
 * Where an article belongs. One whose name is a UUID has that of its source, so that nobody writes it twice; where another
 * community has curated the same page under that name, that of its source and its community.
 */
export function placeFor(
  { name, files, fileName }: Archetype,
  { community, source, title }: NewArticleRequest,
  index: SiteIndex,
): { readonly path: string; readonly folder: string } | Refusal {
  const placeOf = (stem: string) => files.placeOf(stem, files.haveCommunities ? community : undefined);
  const isOthers = (stem: string) =>
    index.find("id", `${fileName?.path[0]}:${stem}`).some((page) => page.path !== placeOf(stem));
  const address = source?.trim();
  const uuid = fileName === undefined || address === undefined ? undefined : urlUuid(address);
  const own = uuid !== undefined && isOthers(uuid) ? urlUuid(`${address} ${community}`) : uuid;
  const path = placeOf(own ?? (shortened(slugify(title)) || "untitled"));
  if (path !== undefined && isContent(path)) return { path, folder: path.slice(0, path.lastIndexOf("/")) };
  return { refused: `Nobody can say where a new \`${name}\` article belongs: its \`files\` do not tell one place.` };
}

function shortened(slug: string): string {
  return [...slug].slice(0, LONGEST_NAME).join("").replace(/-+$/, "");
}

function named(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
