import { alternativesOf, type ListedTopic, scalarPair } from "../../../rules/vocabularyTopics.ts";
import type { Concept } from "./concept.ts";
import { inStretches } from "./inStretches.ts";

/** What an import does with a topic. */
export type ImportChange = Added | Changed | Retired;

interface Added {
  readonly kind: "added";
  readonly topic: string;
  readonly concept: Concept;
}

/** The keys of a listed topic that get a value, or more of it. */
export interface Changed {
  readonly kind: "changed";
  readonly topic: string;
  readonly listed: ListedTopic;
  readonly values: TopicValues;
}

/** A listed topic that the foreign vocabulary has no more. */
interface Retired {
  readonly kind: "retired";
  readonly topic: string;
  readonly listed: ListedTopic;
}

/** What may be said of a topic besides its label. */
export interface TopicValues {
  readonly altLabels?: readonly string[];
  readonly broader?: string;
  readonly definition?: string;
  readonly deprecated?: true;
  readonly replacedBy?: string;
}

export interface ComparisonOptions {
  /** What becomes of a definition or a broader topic that the file has, and the foreign vocabulary has otherwise. */
  readonly differing: "keep" | "replace";
  /** What becomes of topics that the file lists, and the foreign vocabulary does not, though it has their scheme. */
  readonly missing: "deprecate" | "keep";
  /** Lets others go first, now and then. */
  pause(): Promise<void>;
}

export interface Comparison {
  /** In the order of the file, those that are new in the order of the import. */
  readonly changes: readonly ImportChange[];
  /** How many topics have a definition or a broader topic of their own that is kept. */
  readonly kept: number;
}

/**
 * What the concepts of a foreign vocabulary make of the topics of a file. A topic is known by its label or another name of
 * it in its scheme, whatever the case; what its author wrote stays.
 */
export async function compareTopics(
  topics: readonly ListedTopic[],
  concepts: readonly Concept[],
  options: ComparisonOptions,
): Promise<Comparison> {
  const { pause } = options;
  const names = createNames();
  await inStretches(topics, pause, (listed) => names.enter(listed.scheme.label.text, listed.label.text, listed));
  await inStretches(topics, pause, (listed) => {
    for (const { node } of alternativesOf(listed)) names.enter(listed.scheme.label.text, node.text, listed);
  });

  const matched = new Map<ListedTopic, Concept>();
  const present = new Set<ListedTopic>();
  const added: Concept[] = [];
  await inStretches(concepts, pause, (concept) => {
    const found = names.named(concept.scheme, concept.label);
    if (found === undefined) {
      if (concept.isDeprecated) return;
      added.push(concept);
      names.enter(concept.scheme, concept.label, concept);
    } else if (isListed(found)) {
      present.add(found);
      // What the site has as another name of a topic, somebody has put there.
      if (sameName(found.label.text, concept.label) && !matched.has(found)) matched.set(found, concept);
    }
  });

  // All names are known before any is looked up.
  const alternatives = new Map<Concept, readonly string[]>();
  await inStretches(topics, pause, (listed) => {
    const concept = matched.get(listed);
    if (concept !== undefined && !concept.isDeprecated && !isRetired(listed))
      alternatives.set(concept, newAlternatives(concept, listed));
  });
  await inStretches(added, pause, (concept) => void alternatives.set(concept, newAlternatives(concept, concept)));

  const schemes = new Set(concepts.map(({ scheme }) => scheme.toLowerCase()));
  const changes: ImportChange[] = [];
  let kept = 0;
  await inStretches(topics, pause, (listed) => {
    const { topic } = listed;
    const concept = matched.get(listed);
    if (isRetired(listed)) return;
    if (concept !== undefined) {
      const values = valuesFor(listed, concept);
      if (Object.keys(values).length > 0) changes.push({ kind: "changed", topic, listed, values });
    } else if (options.missing === "deprecate" && !present.has(listed)) {
      if (schemes.has(listed.scheme.label.text.toLowerCase())) changes.push({ kind: "retired", topic, listed });
    }
  });
  await inStretches(added, pause, (concept) => {
    const { broader: _, ...rest } = { ...concept, altLabels: alternatives.get(concept) ?? [] };
    const broader = broaderFor(concept);
    const topic = `${concept.scheme}: ${concept.label}`;
    changes.push({ kind: "added", topic, concept: broader === undefined ? rest : { ...rest, broader } });
  });
  return { changes, kept };

  function valuesFor(listed: ListedTopic, concept: Concept): TopicValues {
    if (concept.isDeprecated) return retirementOf(concept);
    const altLabels = alternatives.get(concept) ?? [];
    const definition = differingValue(listed, "definition", concept.definition);
    const broader = differingValue(listed, "broader", broaderFor(concept));
    if (definition.isKept || broader.isKept) kept++;
    return {
      ...(altLabels.length > 0 && { altLabels }),
      ...(broader.value !== undefined && { broader: broader.value }),
      ...(definition.value !== undefined && { definition: definition.value }),
    };
  }

  function differingValue(
    listed: ListedTopic,
    key: "definition" | "broader",
    value: string | undefined,
  ): { readonly value?: string; readonly isKept?: true } {
    const own = scalarPair(listed.node, key)?.value.text ?? "";
    if (value === undefined || value === own) return {};
    if (own === "" || options.differing === "replace") return { value };
    return { isKept: true };
  }

  /** The alternative labels that no topic of the scheme has yet; from now on this one has them. */
  function newAlternatives({ scheme, altLabels }: Concept, owner: ListedTopic | Concept): readonly string[] {
    return altLabels.filter((name) => names.named(scheme, name) === undefined && names.enter(scheme, name, owner));
  }

  function broaderFor({ scheme, label, broader }: Concept): string | undefined {
    if (broader === undefined) return undefined;
    const own = names.labelOf(scheme, broader);
    return own !== undefined && sameName(own, label) ? undefined : (own ?? broader);
  }

  function retirementOf({ replacedBy }: Concept): TopicValues {
    const colon = replacedBy?.indexOf(": ") ?? -1;
    if (replacedBy === undefined || colon === -1) return { deprecated: true };
    const found = names.named(replacedBy.slice(0, colon), replacedBy.slice(colon + 2));
    if (found === undefined) return { deprecated: true };
    if (!isListed(found)) return { replacedBy: `${found.scheme}: ${found.label}` };
    const isCurrent = !isRetired(found) && matched.get(found)?.isDeprecated !== true;
    return isCurrent ? { replacedBy: found.topic } : { deprecated: true };
  }
}

type Named = ListedTopic | Concept;

/** What the names in each scheme stand for, whatever their case. */
function createNames() {
  const schemes = new Map<string, Map<string, Named>>();
  const namesIn = (scheme: string): Map<string, Named> => {
    const known = schemes.get(scheme.toLowerCase()) ?? new Map<string, Named>();
    schemes.set(scheme.toLowerCase(), known);
    return known;
  };
  return {
    named: (scheme: string, name: string): Named | undefined => namesIn(scheme).get(name.toLowerCase()),
    /** The first one keeps a name. */
    enter(scheme: string, name: string, owner: Named): boolean {
      const names = namesIn(scheme);
      const key = name.toLowerCase();
      if (names.has(key)) return false;
      names.set(key, owner);
      return true;
    },
    /** The label, as the file has it, of what a name stands for in a scheme. */
    labelOf(scheme: string, name: string): string | undefined {
      const found = namesIn(scheme).get(name.toLowerCase());
      return found === undefined ? undefined : isListed(found) ? found.label.text : found.label;
    },
  };
}

function isListed(named: Named): named is ListedTopic {
  return "node" in named;
}

function isRetired({ node, replacedBy }: ListedTopic): boolean {
  return replacedBy !== undefined || scalarPair(node, "deprecated")?.value.value === true;
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
