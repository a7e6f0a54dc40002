import { isArticle } from "../../model/article.ts";
import type { Subject } from "../../workspace/subject.ts";
import { uriIn } from "../../workspace/uri.ts";
import { inTurns } from "../inTurns.ts";
import type { TextPlace } from "../places.ts";
import type { SiteReading } from "../topics/definition.ts";
import { type CommunityMention, communityMentionsIn } from "./communityMention.ts";
import { communityDefinition } from "./communityPlaces.ts";

/** Every place where articles name a community, by its slug or its name, after the one that lists it. */
export async function communityReferences(
  subject: Subject,
  mention: CommunityMention,
  { reading, declaration }: { readonly reading: SiteReading; readonly declaration: "included" | "left out" },
): Promise<readonly TextPlace[]> {
  const { slug } = mention;
  const definition = declaration === "included" ? await communityDefinition(subject, mention, reading) : undefined;
  const used = await inTurns(articlesOf(subject, slug), async (uri): Promise<readonly TextPlace[]> => {
    const article = await reading.subjectAt(uri);
    if (article === undefined || !isArticle(article)) return [];
    const mentions = communityMentionsIn(article)
      .filter((other) => other.slug === slug)
      .toSorted((a, b) => a.start - b.start);
    return mentions.map(({ start, end }) => ({ uri: article.uri, text: article.text, start, end }));
  });
  return [...(definition === undefined ? [] : [definition]), ...used.flat()];
}

/** The URIs of the articles of a community, in the order of their paths. */
export function articlesOf({ index, model }: Subject, slug: string): readonly string[] {
  const paths = index.find("community", slug).map(({ path }) => path);
  return paths.toSorted().map((path) => uriIn(model.root, path));
}
