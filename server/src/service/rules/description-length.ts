import { pairAt } from "../document/node.ts";
import { isUnsure } from "../model/article.ts";
import { isPlaceholder, sentencesIn } from "../model/text/prose.ts";
import { placeOf } from "./place.ts";
import { defineRule } from "./rule.ts";

type MessageId = "sentences" | "characters" | "placeholder";

/** One to three sentences are asked for. That many more, and it is no matter of how they were counted. */
const MOST_SENTENCES = 4;

/** Twice what search engines and lists show. */
const MOST_CHARACTERS = 400;

export const descriptionLength = defineRule<MessageId>({
  id: "description-length",
  summary: "A description says in one to three sentences what the article is about.",
  why: "Lists and search results cut off what is longer, and have nothing to show where nothing was written.",
  severity: "information",
  messages: {
    sentences: "A description has one to three sentences; this one has {count}.",
    characters: "A description is short; this one has {count} characters.",
    placeholder: "Say here what the article is about.",
  },
  examples: [
    { bad: "---\narchetype: news\ndescription: One came. Two went. Three stayed. Four sang. Five left.\n---\n" },
    { bad: "---\narchetype: news\ndescription: TODO\n---\n" },
  ],

  *check(article) {
    const pair = pairAt(article.frontMatter?.root, ["description"]);
    const description = article.value(["description"]);
    if (pair === undefined || typeof description !== "string" || description.trim() === "") return;
    if (isUnsure(article, ["description"])) return;
    const characters = description.length > MOST_CHARACTERS ? [...description].length : 0;
    if (characters > MOST_CHARACTERS) {
      yield { messageId: "characters", data: { count: String(characters) }, ...placeOf(pair) };
      return;
    }
    // Only what has as many marks is read for sentences, since nearly all descriptions are short.
    const sentences = (description.match(/[.!?]/g)?.length ?? 0) < MOST_SENTENCES ? 0 : sentencesIn(description);
    if (isPlaceholder(description)) yield { messageId: "placeholder", ...placeOf(pair) };
    else if (sentences > MOST_SENTENCES)
      yield { messageId: "sentences", data: { count: String(sentences) }, ...placeOf(pair) };
  },
});
