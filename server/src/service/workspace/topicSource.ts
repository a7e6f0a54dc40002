import { isJsonObject, listIn, objectIn } from "../document/jsonValue.ts";
import { createVocabulary, type Term, type Vocabulary } from "../model/vocabulary.ts";
import type { DataFile } from "./dataFile.ts";

/** The topics that a site lists in its vocabulary file. */
export function topicsOfFile(uri: string, file: DataFile): Vocabulary {
  const terms: Term[] = [];
  const schemes = objectIn(file.data).schemes;
  for (const [schemeIndex, scheme] of listIn(schemes).entries()) {
    if (!isJsonObject(scheme) || typeof scheme.label !== "string") continue;
    for (const [topicIndex, topic] of listIn(scheme.topics).entries()) {
      if (!isJsonObject(topic) || typeof topic.label !== "string") continue;
      const span = file.spanOf(["schemes", schemeIndex, "topics", topicIndex, "label"]);
      terms.push({
        topic: `${scheme.label}: ${topic.label}`,
        scheme: scheme.label,
        label: topic.label,
        altLabels: listIn(topic.altLabels).filter((label) => typeof label === "string"),
        deprecated: topic.deprecated === true,
        ...(typeof topic.definition === "string" ? { definition: topic.definition } : {}),
        ...(typeof topic.broader === "string" ? { broader: topic.broader } : {}),
        ...(typeof topic.replacedBy === "string" ? { replacedBy: topic.replacedBy } : {}),
        ...span,
      });
    }
  }
  return createVocabulary(uri, terms, file.problems.length === 0 ? "list" : "faultyList");
}
