import type { YamlContent } from "../document/frontMatter.ts";
import { isJsonObject, listIn, objectIn } from "../document/jsonValue.ts";
import { nodeAt } from "../document/node.ts";
import { parseLongYamlFile } from "../document/yamlFile.ts";
import type { Validate } from "../model/schema.ts";
import { createVocabulary, type Term, type Vocabulary } from "../model/vocabulary.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Reads the topics that a site lists in its vocabulary file. There may be tens of thousands, so that others go first now
 * and then.
 *
 * @param validate says whether the file holds what it must
 * @returns `undefined` where there is no such file
 */
export async function readTopics(
  { readFile, pause }: Pick<Workspace, "readFile" | "pause">,
  uri: string,
  validate: Validate,
): Promise<Vocabulary | undefined> {
  const text = await readFile(uri);
  if (text === undefined) return undefined;
  const content = await parseLongYamlFile(text, pause);
  await pause();
  const isWhole = content.problems.length === 0 && (content.root === undefined || validate(content.values));
  await pause();
  const terms = termsIn(content);
  await pause();
  return createVocabulary(uri, terms, isWhole ? "list" : "faultyList");
}

function termsIn({ root, values }: YamlContent): readonly Term[] {
  const terms: Term[] = [];
  for (const [schemeIndex, scheme] of listIn(objectIn(values).schemes).entries()) {
    if (!isJsonObject(scheme) || typeof scheme.label !== "string") continue;
    const list = nodeAt(root, ["schemes", schemeIndex, "topics"]);
    for (const [topicIndex, topic] of listIn(scheme.topics).entries()) {
      if (!isJsonObject(topic) || typeof topic.label !== "string") continue;
      const label = nodeAt(list, [topicIndex, "label"]);
      terms.push({
        topic: `${scheme.label}: ${topic.label}`,
        scheme: scheme.label,
        label: topic.label,
        altLabels: listIn(topic.altLabels).filter((label) => typeof label === "string"),
        deprecated: topic.deprecated === true,
        ...(typeof topic.definition === "string" ? { definition: topic.definition } : {}),
        ...(typeof topic.broader === "string" ? { broader: topic.broader } : {}),
        ...(typeof topic.replacedBy === "string" ? { replacedBy: topic.replacedBy } : {}),
        ...(label && { start: label.start, end: label.end }),
      });
    }
  }
  return terms;
}
