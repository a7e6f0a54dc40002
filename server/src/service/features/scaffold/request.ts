import type { JsonObject } from "../../document/jsonValue.ts";
import type { FileEdit } from "../places.ts";
import type { Blank } from "./blanks.ts";
import type { Curated } from "./curated.ts";

/** What the author of a new article answered. */
export interface NewArticleRequest {
  /** The root of its site. */
  readonly root: string;
  /** The name of its archetype. */
  readonly archetype: string;
  /** The slug of its community. */
  readonly community?: string | undefined;
  /** Empty as long as nobody has said it. */
  readonly title: string;
  /** The address of the page that it curates, as it was found. */
  readonly source?: string | undefined;
  /** Topics as articles write them. */
  readonly topics?: readonly string[] | undefined;
  /** What becomes of topics that a vocabulary does not list: it gets them, or the article is refused, as without this. */
  readonly newTopics?: "add" | "refuse" | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly body?: string | undefined;
  /** The URI of the file of its image, wherever that is. */
  readonly image?: string | undefined;
  /** What else is known of its keys, which goes before the other answers. What its schema has no place for is left out. */
  readonly values?: JsonObject | undefined;
}

/** An article that is to be written. */
export interface ScaffoldedArticle {
  readonly uri: string;
  /** Where it will be below the site's root. */
  readonly path: string;
  readonly text: string;
  /** The places that are empty and must not be, in the order of the text. */
  readonly blanks: readonly Blank[];
  /** What stands in its way. */
  readonly curated: readonly Curated[];
  /** The file to copy for its image, unless that is there already. */
  readonly image: { readonly from: string; readonly to: string } | undefined;
  /** Gives the vocabulary the topics that it does not list. */
  readonly vocabulary: FileEdit | undefined;
}

/** A site that new articles may be written for. */
export interface NewArticleSite {
  readonly root: string;
  readonly archetypes: readonly ArchetypeChoice[];
  readonly communities: readonly CommunityChoice[];
  /** What a place in the site says of an article that is to be written there. */
  readonly here: { readonly archetype?: string | undefined; readonly community?: string | undefined };
}

export interface ArchetypeChoice {
  readonly name: string;
  /** What it is, in the words of its schema. */
  readonly description: string | undefined;
  /** How many articles there are of it. */
  readonly articles: number;
  /** Whether each of its articles belongs to a community. */
  readonly hasCommunity: boolean;
  readonly source: "required" | "optional" | "none";
  readonly hasTopics: boolean;
  readonly hasImage: boolean;
}

export interface CommunityChoice {
  readonly slug: string;
  readonly name: string | undefined;
  /** How many articles it has. */
  readonly articles: number;
}

export interface TopicChoice {
  /** As articles write it. */
  readonly topic: string;
  readonly scheme: string;
  readonly label: string;
  /** How many articles use it. */
  readonly articles: number;
  readonly altLabels: readonly string[];
  readonly definition: string | undefined;
}
