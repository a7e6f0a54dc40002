import {
  alternativesTo,
  type Concept,
  createConceptList,
  oneLineOf,
  type ReadConcepts,
  type ReadingOptions,
  schemeNameOf,
  unreadable,
} from "./concept.ts";
import { classPlaces, conceptPlaces, type Place } from "./places.ts";
import { allInLanguage, createGraph, type Graph, inLanguage, NAMES, type Statement } from "./rdf.ts";

/**
 * Reads a vocabulary in RDF. One of SKOS is made of its concepts, in their schemes. An ontology in OWL is made of its
 * classes: those at the top are the schemes, all below them topics.
 */
export function readStatements(statements: Iterable<Statement>, options: ReadingOptions): ReadConcepts {
  const graph = createGraph(statements);
  const concepts = graph.ofType(NAMES.concept);
  const names = concepts.length > 0 ? concepts : [...graph.ofType(NAMES.owlClass), ...graph.ofType(NAMES.rdfsClass)];
  const subjects = [...new Set(names)].filter((name) => !name.startsWith("_:") && name !== NAMES.thing);
  if (subjects.length === 0)
    return unreadable({ message: "There is neither a `skos:Concept` nor an `owl:Class` in it." });
  const labelOf = (subject: string): string => labelIn(graph, subject, options.language);
  const places = concepts.length > 0 ? conceptPlaces(graph, subjects) : classPlaces(graph, subjects);
  const list = createConceptList();
  const schemes = new Map<string | undefined, string>([[undefined, fallbackScheme(graph, options)]]);
  const schemeOf = (name: string | undefined): string => {
    const known = schemes.get(name) ?? (schemeNameOf(labelOf(name ?? "")) || options.scheme);
    schemes.set(name, known);
    return known;
  };
  let several = 0;
  for (const subject of subjects) {
    const label = labelOf(subject);
    if (label === "") {
      list.leaveOut({ message: `<${subject}> has no label.` });
      continue;
    }
    const own = places.get(subject) ?? [];
    if (own.some(({ further }) => further > 0)) several++;
    for (const place of own) list.add(conceptAt(place, subject));
  }
  if (several > 0)
    list.leaveOut({ message: `Of ${several} topics with several broader ones the first of their scheme is taken.` });
  return { ...list.finished(), languages: languagesIn(graph, subjects) };

  function conceptAt({ scheme, broader }: Place, subject: string): Concept {
    const label = labelOf(subject);
    const definition = definitionIn(graph, subject, options.language);
    const replacement = graph.resources(subject, NAMES.isReplacedBy, NAMES.termReplacedBy)[0];
    const replacedBy = replacement && fullName(replacement);
    const isDeprecated = graph.literals(subject, NAMES.deprecated).some(({ text }) => /^(?:true|1)$/.test(text.trim()));
    return {
      scheme: schemeOf(scheme),
      label,
      altLabels: alternativesTo(label, allInLanguage(alternativesIn(graph, subject), options.language)),
      ...(definition !== "" && { definition }),
      ...(broader !== undefined && { broader: broaderName(broader, scheme) }),
      ...(isDeprecated && { isDeprecated }),
      ...(replacedBy !== undefined && { replacedBy }),
    };
  }

  function broaderName(broader: string, scheme: string | undefined): string {
    const isNear = (places.get(broader) ?? []).some((place) => place.scheme === scheme);
    return isNear ? labelOf(broader) : (fullName(broader) ?? labelOf(broader));
  }

  function fullName(subject: string): string | undefined {
    const [place] = places.get(subject) ?? [];
    const label = labelOf(subject);
    return place === undefined || label === "" ? undefined : `${schemeOf(place.scheme)}: ${label}`;
  }
}

function languagesIn(graph: Graph, subjects: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const subject of subjects) {
    for (const { language } of [...graph.literals(subject, NAMES.prefLabel), ...graph.literals(subject, NAMES.label)])
      if (language !== "") counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([language]) => language);
}

/** The scheme of those that are in none: the vocabulary's own title. */
function fallbackScheme(graph: Graph, { language, scheme }: ReadingOptions): string {
  const wholes = [...graph.ofType(NAMES.conceptScheme), ...graph.ofType(NAMES.ontology)];
  const [only, ...others] = wholes;
  if (only === undefined || others.length > 0) return scheme;
  return schemeNameOf(titleIn(graph, only, language)) || scheme;
}

/** The label of a concept, a class or a scheme; empty where it has none. */
function labelIn(graph: Graph, subject: string, language: string): string {
  return titleIn(graph, subject, language) || lastStepOf(subject);
}

function titleIn(graph: Graph, subject: string, language: string): string {
  for (const predicate of [NAMES.prefLabel, NAMES.label, NAMES.title, NAMES.oldTitle]) {
    const found = oneLineOf(inLanguage(graph.literals(subject, predicate), language) ?? "");
    if (found !== "") return found;
  }
  return "";
}

/** A resource without a label is called by the end of its name, where that is one that people read. */
function lastStepOf(name: string): string {
  const step = /[#/:]([^#/:]+)[#/]?$/.exec(name)?.[1] ?? "";
  try {
    return oneLineOf(decodeURIComponent(step).replaceAll("_", " "));
  } catch {
    return "";
  }
}

function definitionIn(graph: Graph, subject: string, language: string): string {
  for (const predicate of [NAMES.definition, NAMES.textualDefinition, NAMES.comment, NAMES.scopeNote]) {
    const found = oneLineOf(inLanguage(graph.literals(subject, predicate), language) ?? "");
    if (found !== "") return found;
  }
  return "";
}

function alternativesIn(graph: Graph, subject: string) {
  return [...graph.literals(subject, NAMES.altLabel), ...graph.literals(subject, NAMES.exactSynonym)];
}
