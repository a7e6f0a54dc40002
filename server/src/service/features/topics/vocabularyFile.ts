import type { Scalar } from "../../document/node.ts";
import { oncePerDocument } from "../../model/oncePer.ts";
import { namesOf } from "../../model/topicUse.ts";
import { alternativelyNamed, createVocabulary, splitTopic, type Term } from "../../model/vocabulary.ts";
import { alternativesOf, type ListedTopic, listedTopics, scalarPair } from "../../rules/vocabularyTopics.ts";
import type { SiteFile } from "../../workspace/siteFile.ts";

/** What a vocabulary's file lists, as it stands in the editor. */
export interface VocabularyFile {
  readonly topics: readonly ListedTopic[];
  readonly byTopic: ReadonlyMap<string, ListedTopic>;
  /** The topic that a name means: its own, or an alternative one. */
  named(name: string): ListedTopic | undefined;
}

export const vocabularyOf = oncePerDocument((file: SiteFile): VocabularyFile => {
  const topics = listedTopics(file);
  // Of two that are listed alike the first is meant: a rule tells of the other.
  const byTopic = new Map(topics.toReversed().map((listed) => [listed.topic, listed]));
  return {
    topics,
    byTopic,
    named(name) {
      const listed = byTopic.get(name);
      if (listed !== undefined) return listed;
      // A look at each costs less than an index of all, which nobody asks twice.
      const label = splitTopic(name).label.toLowerCase();
      const called = topics.filter((topic) => labelsOf(topic).some(({ text }) => text.toLowerCase() === label));
      const meant = alternativelyNamed(createVocabulary(file.uri, called.map(toTerm), "list"), name);
      return meant && byTopic.get(meant.topic);
    },
  };
});

function labelsOf(listed: ListedTopic): readonly Scalar[] {
  return [listed.label, ...alternativesOf(listed).map(({ node }) => node)];
}

/** All names that articles may give a topic that is listed. */
export function allNamesOf(listed: ListedTopic): readonly string[] {
  const altLabels = alternativesOf(listed).map(({ node }) => node.text);
  return namesOf({ topic: listed.topic, scheme: listed.scheme.label.text, altLabels });
}

function toTerm(listed: ListedTopic): Term {
  const { topic, scheme, label, node, replacedBy } = listed;
  return {
    topic,
    scheme: scheme.label.text,
    label: label.text,
    altLabels: alternativesOf(listed).map((alternative) => alternative.node.text),
    deprecated: scalarPair(node, "deprecated")?.value.value === true,
    ...(replacedBy !== undefined && { replacedBy: replacedBy.value.text }),
  };
}
