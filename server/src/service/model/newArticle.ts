import type { JsonObject } from "../document/jsonValue.ts";

/** What is known of an article before it is written: what its author answered, and what follows for its file. */
export interface NewArticle {
  readonly title: string;
  /** The address of the page that it curates, as it was found. */
  readonly source?: string | undefined;
  /** Topics as articles write them, the most important first. */
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  readonly description?: string | undefined;
  /** What stands below its front matter. */
  readonly body?: string | undefined;
  /** What is known of its keys beside that. */
  readonly values?: JsonObject | undefined;
  /** When it is written, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  readonly image?: NewImage | undefined;
}

/** The picture of a new article. */
export interface NewImage {
  /** The name of its file beside the article. */
  readonly name: string;
  /** The name of the file that its author picked. */
  readonly picked: string;
}
