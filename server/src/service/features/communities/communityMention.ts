import { isSamePath, locate, nodeAt, type Path, type Scalar } from "../../document/node.ts";
import { sourceOf } from "../../document/scalarSource.ts";
import type { Span } from "../../document/span.ts";
import { type Article, isArticle } from "../../model/article.ts";
import type { Clue } from "../../model/communityClues.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";
import type { Subject } from "../../workspace/subject.ts";
import { insideQuotes } from "../topics/mentions.ts";

/** A place where a community is named, by its slug or by its name. */
export interface CommunityMention extends Span {
  readonly slug: string;
  readonly part: "slug" | "name";
  /** As it is written there. */
  readonly written: string;
}

/** The community that is named at an offset, in an article or in the list of communities. */
export function communityAt(subject: Subject, offset: number): CommunityMention | undefined {
  const location = locate(subject.frontMatter?.root, offset);
  if (location?.part !== "value" || location.node.kind !== "scalar") return undefined;
  const { path, node } = location;
  const mention = isArticle(subject) ? mentionIn(subject, path, node) : listedMention(subject, path, node);
  return mention !== undefined && mention.start <= offset && offset <= mention.end ? mention : undefined;
}

/** The places where an article names its community. */
export function communityMentionsIn(article: Article): readonly CommunityMention[] {
  const { slugs, names } = article.archetype.communityClues;
  return [...slugs, ...names].flatMap(({ path }) => {
    const node = nodeAt(article.frontMatter?.root, path);
    return node?.kind === "scalar" ? (mentionIn(article, path, node) ?? []) : [];
  });
}

function mentionIn(article: Article, path: Path, node: Scalar): CommunityMention | undefined {
  const { community, archetype, text } = article;
  if (community === undefined) return undefined;
  const isHere = (clue: Clue) => isSamePath(clue.path, path);
  const slugClue = archetype.communityClues.slugs.find(isHere);
  const clue = slugClue ?? archetype.communityClues.names.find(isHere);
  if (clue === undefined) return undefined;
  // The same word may stand before it, as in `/communities/communities/`.
  const found = new RegExp(clue.pattern, `${clue.pattern.flags}d`).exec(node.text);
  const [written, [start, end] = [0, 0]] = [found?.[1], found?.indices?.[1]];
  if (written === undefined || written !== (slugClue === undefined ? community.name : community.slug)) return undefined;
  const spans = sourceOf(text, node);
  const [first, last] = [spans?.[start], spans?.[end - 1]];
  const span = first === undefined || last === undefined ? insideQuotes(node) : { start: first.start, end: last.end };
  return { slug: community.slug, part: slugClue === undefined ? "name" : "slug", written, ...span };
}

function listedMention(file: SiteFile, path: Path, node: Scalar): CommunityMention | undefined {
  const [index, key] = path;
  if (file.fileKind !== "communities" || path.length !== 2 || index === undefined) return undefined;
  const slug = file.value([index, "slug"]);
  if (typeof slug !== "string" || (key !== "slug" && key !== "name")) return undefined;
  return { slug, part: key, written: node.text, ...insideQuotes(node) };
}
