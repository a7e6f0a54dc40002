import { readJsonList } from "../../document/jsonList.ts";
import type { JsonValue } from "../../document/jsonValue.ts";
import type { DerivedField } from "../derivedField.ts";

// What the article's OpenProject work package repeats of the article.

export const medigyTopics: DerivedField = {
  path: ["openProjectCustomFields", "medigyTopics"],
  inputs: ["communityTopics"],
  explanation: "The topics of `communityTopics` in the same order, as a JSON list inside a text.",
  ownRule: true,
  derive(facts) {
    const topics = facts.value(["communityTopics"]);
    const isList = Array.isArray(topics) && topics.length > 0;
    return isList && topics.every((topic) => typeof topic === "string" && topic.trim() !== "")
      ? JSON.stringify(topics)
      : undefined;
  },
  accepts: (actual, expected) => {
    const [here, there] = [textsOf(actual), textsOf(expected)];
    return here !== undefined && here.length === there?.length && here.every((text, index) => text === there[index]);
  },
  restore: (actual) => {
    const topics = textsOf(actual);
    return topics?.length === 0 ? undefined : topics;
  },
};

/** The texts of a JSON list in a text. */
function textsOf(value: JsonValue): readonly string[] | undefined {
  const list = typeof value === "string" ? readJsonList(value) : undefined;
  return list?.fault === undefined ? list?.items.map((item) => item.value) : undefined;
}
