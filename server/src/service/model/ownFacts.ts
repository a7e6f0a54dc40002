import type { Article } from "./article.ts";
import { factsOf, type PageFacts } from "./facts.ts";
import { oncePerDocument } from "./oncePer.ts";

/** What an article says now, whatever the index has of it. */
export const ownFacts = oncePerDocument(
  ({ path, frontMatter, model }: Article): PageFacts => factsOf(path, frontMatter, model),
);
