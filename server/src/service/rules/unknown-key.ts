import { unknownKeys } from "../model/keys.ts";
import { defineRule } from "./rule.ts";

export const unknownKey = defineRule({
  id: "unknown-key",
  summary: "An article has only keys that its archetype or Hugo knows.",
  why: "Nothing on the site shows the value of a key that no template reads.",
  severity: "information",
  messages: { unknown: "`{archetype}` articles have no key `{key}`{where}." },
  examples: [{ bad: "---\narchetype: news\nfavouriteColour: green\n---\n" }],

  *check(article) {
    for (const { pair, path, meant } of unknownKeys(article)) {
      if (meant !== undefined || pair.key.text === "<<") continue;
      const where = path.length === 0 ? "" : ` in \`${path.join(".")}\``;
      const data = { key: pair.key.text, archetype: article.archetype.name, where };
      yield { messageId: "unknown", data, start: pair.key.start, end: pair.key.end };
    }
  },
});
