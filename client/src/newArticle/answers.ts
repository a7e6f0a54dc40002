import * as vscode from "vscode";
import type { NewArticle, NewArticleParams, NewArticleSite } from "../../../server/src/protocol/newArticle.ts";

/** What the author of a new article has answered so far. */
export interface Answers {
  site: NewArticleSite;
  archetype: string | undefined;
  /** The slug of the community. */
  community: string | undefined;
  source: string;
  title: string;
  /** `undefined` where it is left to whoever writes the article. */
  description: string | undefined;
  authors: readonly string[];
  /** Markdown, where it is known. */
  body: string | undefined;
  topics: readonly string[];
  /** The URI of the image's file. */
  image: string | undefined;
  /** What is known of further keys. */
  values: NonNullable<NewArticleParams["values"]>;
}

/** No answers yet, for an article of a site. */
export function noAnswers(site: NewArticleSite): Answers {
  return {
    site,
    archetype: undefined,
    community: undefined,
    source: "",
    title: "",
    description: undefined,
    authors: [],
    body: undefined,
    topics: [],
    image: undefined,
    values: {},
  };
}

/** Takes another source: what was known of the addresses of the one before is not true of it. */
export function takeSource(answers: Answers, source: string): void {
  const { link: _, openProjectCustomFields: __, ...others } = answers.values;
  if (source !== answers.source) answers.values = others;
  answers.source = source;
}

export type Archetype = NewArticleSite["archetypes"][number];

/** What stands in the way of an article. */
export type Curated = NewArticle["curated"][number];

export function archetypeOf({ site, archetype }: Answers): Archetype | undefined {
  return site.archetypes.find(({ name }) => name === archetype);
}

/**
 * What is asked of the server for answers, those that do not belong to the archetype left out. Who the author is they say once
 * and for all, in their settings.
 */
export function paramsOf(answers: Answers): NewArticleParams {
  const archetype = archetypeOf(answers);
  const settings = vscode.workspace.getConfiguration("curatedContent", vscode.Uri.parse(answers.site.root));
  const author = settings.get("newArticle.author", "");
  const source = archetype?.source === "none" || answers.source === "" ? undefined : answers.source;
  return {
    root: answers.site.root,
    archetype: answers.archetype ?? "",
    community: archetype?.hasCommunity === true ? answers.community : undefined,
    title: answers.title,
    source,
    topics: archetype?.hasTopics === true ? answers.topics : [],
    authors: answers.authors.length > 0 || author.trim() === "" ? answers.authors : [author.trim()],
    image: archetype?.hasImage === true ? answers.image : undefined,
    description: answers.description || undefined,
    body: answers.body,
    values: answers.values,
  };
}
