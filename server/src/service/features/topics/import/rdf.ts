/** A statement of RDF, as far as vocabularies are made of them. Blank nodes are names that begin with `_:`. */
export interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Resource | Literal;
}

export interface Resource {
  readonly kind: "resource";
  readonly name: string;
}

export interface Literal {
  readonly kind: "literal";
  readonly text: string;
  /** A tag of BCP 47; empty where there is none. */
  readonly language: string;
}

/** What is stated of resources, found by who states what. */
export interface Graph {
  /** The resources that something says `predicate` of, and that it is said of, both in the order of the file. */
  resources(subject: string, ...predicates: readonly string[]): readonly string[];
  literals(subject: string, predicate: string): readonly Literal[];
  /** All subjects of a type. */
  ofType(type: string): readonly string[];
  /** The other way round: who says `predicate` of an object. */
  sayers(object: string, predicate: string): readonly string[];
}

const SKOS = "http://www.w3.org/2004/02/skos/core#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const OWL = "http://www.w3.org/2002/07/owl#";
const DCTERMS = "http://purl.org/dc/terms/";
const OBO = "http://purl.obolibrary.org/obo/";

/** The names of what is read. */
export const NAMES = {
  type: `${RDF}type`,
  concept: `${SKOS}Concept`,
  conceptScheme: `${SKOS}ConceptScheme`,
  prefLabel: `${SKOS}prefLabel`,
  altLabel: `${SKOS}altLabel`,
  definition: `${SKOS}definition`,
  scopeNote: `${SKOS}scopeNote`,
  broader: `${SKOS}broader`,
  narrower: `${SKOS}narrower`,
  inScheme: `${SKOS}inScheme`,
  topConceptOf: `${SKOS}topConceptOf`,
  hasTopConcept: `${SKOS}hasTopConcept`,
  label: `${RDFS}label`,
  comment: `${RDFS}comment`,
  subClassOf: `${RDFS}subClassOf`,
  rdfsClass: `${RDFS}Class`,
  owlClass: `${OWL}Class`,
  thing: `${OWL}Thing`,
  ontology: `${OWL}Ontology`,
  deprecated: `${OWL}deprecated`,
  title: `${DCTERMS}title`,
  oldTitle: "http://purl.org/dc/elements/1.1/title",
  isReplacedBy: `${DCTERMS}isReplacedBy`,
  // What ontologies of the OBO Foundry use.
  exactSynonym: "http://www.geneontology.org/formats/oboInOwl#hasExactSynonym",
  textualDefinition: `${OBO}IAO_0000115`,
  termReplacedBy: `${OBO}IAO_0100001`,
} as const;

const READ: ReadonlySet<string> = new Set(Object.values(NAMES));

export function createGraph(statements: Iterable<Statement>): Graph {
  const bySubject = new Map<string, Map<string, (Resource | Literal)[]>>();
  const byObject = new Map<string, Map<string, string[]>>();
  for (const { subject, predicate, object } of statements) {
    if (!READ.has(predicate)) continue;
    enter(bySubject, subject, predicate, object);
    if (object.kind === "resource" && BOTH_WAYS.has(predicate)) enter(byObject, object.name, predicate, subject);
  }
  return {
    resources: (subject, ...predicates) => [
      ...new Set(
        predicates
          .flatMap((predicate) => bySubject.get(subject)?.get(predicate) ?? [])
          .flatMap((object) => (object.kind === "resource" ? object.name : [])),
      ),
    ],
    literals: (subject, predicate) =>
      (bySubject.get(subject)?.get(predicate) ?? []).filter((object) => object.kind === "literal"),
    ofType: (type) => byObject.get(type)?.get(NAMES.type) ?? [],
    sayers: (object, predicate) => byObject.get(object)?.get(predicate) ?? [],
  };
}

const BOTH_WAYS: ReadonlySet<string> = new Set([NAMES.type, NAMES.narrower, NAMES.hasTopConcept]);

function enter<T>(index: Map<string, Map<string, T[]>>, first: string, second: string, value: T): void {
  const inner = index.get(first) ?? new Map<string, T[]>();
  index.set(first, inner);
  const values = inner.get(second);
  if (values === undefined) inner.set(second, [value]);
  else values.push(value);
}

/** The literal in the wanted language, else in a kind of it, else in none, else in the first by its tag. */
export function inLanguage(literals: readonly Literal[], wanted: string): string | undefined {
  const rank = ({ language }: Literal): number => {
    const tag = language.toLowerCase();
    if (tag === wanted.toLowerCase()) return 0;
    if (tag.startsWith(`${wanted.toLowerCase()}-`)) return 1;
    return tag === "" ? 2 : tag === "en" ? 3 : 4;
  };
  const [best] = literals.toSorted(
    (a, b) => rank(a) - rank(b) || (a.language < b.language ? -1 : a.language > b.language ? 1 : 0),
  );
  return best?.text;
}

/** Those literals that say it in the wanted language, or in none. */
export function allInLanguage(literals: readonly Literal[], wanted: string): readonly string[] {
  const own = wanted.toLowerCase();
  return literals
    .filter(
      ({ language }) =>
        language === "" || language.toLowerCase() === own || language.toLowerCase().startsWith(`${own}-`),
    )
    .map(({ text }) => text);
}
