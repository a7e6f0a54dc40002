import type { Archetype } from "../../model/archetype.ts";
import type { ContentModel } from "../../model/contentModel.ts";
import type { SiteIndex } from "../../model/siteIndex.ts";
import { vocabularyKeys } from "../../model/terms.ts";
import { mostUsed, namesOf, usersOf } from "../../model/topicUse.ts";
import { isCurrent } from "../../model/vocabulary.ts";
import type { ArchetypeChoice, CommunityChoice, NewArticleSite, TopicChoice } from "./request.ts";

/** An archetype as somebody chooses it. */
export function archetypeChoice(
  archetype: Archetype,
  { template, index }: { readonly template: string | undefined; readonly index: SiteIndex },
): ArchetypeChoice {
  const { name, schema, files, sameAddresses, images } = archetype;
  return {
    name,
    description: schema.description ?? schema.title,
    articles: [...index.all()].filter(({ article }) => article?.archetype === name).length,
    hasCommunity: files.haveCommunities,
    source: sameAddresses.length > 0 ? "required" : names(template, "source") ? "optional" : "none",
    hasTopics: vocabularyKeys(archetype).length > 0 || names(template, "topics"),
    hasImage: images.length > 0,
  };
}

/** Whether a placeholder of a template names an answer. */
function names(template: string | undefined, answer: string): boolean {
  return template !== undefined && new RegExp(`\\{\\{[^}]*\\b${answer}\\b`).test(template);
}

/** The communities of a site, in the order in which it lists them; where it lists none, those that have articles, too. */
export function communityChoices({ communities }: ContentModel, index: SiteIndex): readonly CommunityChoice[] {
  const isListed = communities.uri !== undefined;
  const found = isListed ? [] : [...index.values("community")].map(([slug]) => slug).toSorted();
  return [...new Set([...communities.bySlug.keys(), ...found])].map((slug) => ({
    slug,
    name: communities.bySlug.get(slug)?.name,
    articles: index.find("community", slug).length,
  }));
}

/** What a path below the root says of an article that is to be written there: of a folder with a slash at its end. */
export function placeChoices(path: string, { archetypes, communities }: ContentModel): NewArticleSite["here"] {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  const file = `${folder}/a.md`;
  const fitting = archetypes.filter(({ files }) => folder !== "" && (files.matches(path) || files.matches(file)));
  const near = fitting.length > 0 ? fitting : archetypes.filter(({ files }) => folder !== "" && files.mayLieIn(folder));
  const slug = near.flatMap(({ files }) => files.communityOf(file) ?? []).find((one) => communities.bySlug.has(one));
  const [only, ...others] = near;
  return { archetype: others.length > 0 ? undefined : only?.name, community: slug };
}

/** The topics in use: what a community uses most first, then the site, then those that nobody uses. */
export function topicChoices(
  model: ContentModel,
  index: SiteIndex,
  community: string | undefined,
): readonly TopicChoice[] {
  const vocabulary = model.topicsFor(undefined);
  if (vocabulary === undefined) return [];
  const used = mostUsed(vocabulary, index, community);
  return [...new Set([...used, ...vocabulary.terms])].filter(isCurrent).map((term) => ({
    topic: term.topic,
    scheme: term.scheme,
    label: term.label,
    articles: usersOf(index, namesOf(term)).length,
    altLabels: term.altLabels,
    definition: term.definition,
  }));
}
