import { termUses } from "../model/terms.ts";
import { isControlled, lookUp, type Term } from "../model/vocabulary.ts";
import { defineRule, type Finding } from "./rule.ts";
import { replaceBy } from "./topicFix.ts";

type MessageId = "unknown" | "misspelled" | "unused" | "unusedSlip" | "replace";

export const unknownTopic = defineRule<MessageId>({
  id: "unknown-topic",
  summary: "Topics are those of the site's vocabulary.",
  why: "Nobody finds an article under a topic that no other article has. Where the site lists no topics, such a one is only pointed out.",
  severity: "warning",
  messages: {
    unknown: "`{written}` is no topic of the vocabulary.",
    misspelled: "`{written}` is no topic of the vocabulary. Is `{topic}` meant?",
    unused: "No other article uses `{written}`.",
    unusedSlip: "No other article uses `{written}`. Is `{topic}` meant?",
    replace: "Replace by `{topic}`",
  },
  examples: [
    {
      bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehaelth'\n---\n",
      fixed: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Telehealth'\n---\n",
    },
    { bad: "---\narchetype: news\ncommunityTopics:\n- 'Medigy: Astrology'\n---\n" },
  ],

  *check(article) {
    const { text, topics } = article;
    if (topics === undefined || topics.origin === "faultyList") return;
    const listed = new Set<string>();
    for (const use of termUses(article)) {
      if (use.topic === undefined) continue;
      const name = `${use.key}\0${use.topic.toLowerCase()}`;
      const isListed = listed.has(name);
      listed.add(name);
      const found = lookUp(topics, use.topic);
      if (found.kind !== "unknown") continue;
      const { start, end } = use.node;
      if (!isControlled(topics)) {
        // What stands there again, in whatever spelling, is a duplicate.
        const choices = found.ranked.map((term) => replaceBy(text, use, term));
        if (!isListed) yield { ...unused(use.topic, found.certain), start, end, choices };
        continue;
      }
      const [best, ...others] = found.ranked.map((term) => replaceBy(text, use, term));
      const written = use.topic;
      if (found.certain === undefined || best === undefined) {
        yield {
          messageId: "unknown",
          data: { written },
          start,
          end,
          choices: best === undefined ? [] : [best, ...others],
        };
      } else {
        const data = { written, topic: found.certain.topic };
        yield { messageId: "misspelled", data, start, end, fix: replaceBy(text, use, found.certain), choices: others };
      }
    }
  },
});

/** Use teaches how topics are written and decides nothing: a topic that is new is no fault, and no change to it is sure. */
function unused(written: string, meant: Term | undefined): Pick<Finding<MessageId>, "messageId" | "data" | "severity"> {
  const severity = "information";
  return meant === undefined
    ? { messageId: "unused", data: { written }, severity }
    : { messageId: "unusedSlip", data: { written, topic: meant.topic }, severity };
}
