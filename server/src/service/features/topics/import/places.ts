import { type Graph, NAMES } from "./rdf.ts";

/** A scheme that a topic is in, and what is broader there. */
export interface Place {
  /** `undefined` where it is in none that has a name. */
  readonly scheme: string | undefined;
  readonly broader: string | undefined;
  /** How many more are broader. */
  readonly further: number;
}

/** Where concepts of SKOS are: in each scheme that they name, or that names them, else where what is broader is. */
export function conceptPlaces(graph: Graph, concepts: readonly string[]): ReadonlyMap<string, readonly Place[]> {
  const broaderOf = (concept: string): readonly string[] => [
    ...new Set([...graph.resources(concept, NAMES.broader), ...graph.sayers(concept, NAMES.narrower)]),
  ];
  const namedBy = (concept: string): readonly string[] => [
    ...new Set([
      ...graph.resources(concept, NAMES.inScheme, NAMES.topConceptOf),
      ...graph.sayers(concept, NAMES.hasTopConcept),
    ]),
  ];
  const schemes = new Map(concepts.map((concept) => [concept, namedBy(concept)]));
  const below = childrenBy(concepts, broaderOf);
  // What is in no scheme of its own is in those of what is broader, however far up that is.
  const waiting = concepts.filter((concept) => (schemes.get(concept)?.length ?? 0) > 0);
  for (let concept = waiting.pop(); concept !== undefined; concept = waiting.pop()) {
    for (const child of below.get(concept) ?? []) {
      if ((schemes.get(child)?.length ?? 0) > 0) continue;
      schemes.set(child, schemes.get(concept) ?? []);
      waiting.push(child);
    }
  }
  return new Map(
    concepts.map((concept) => {
      const own = schemes.get(concept) ?? [];
      const broader = broaderOf(concept).filter((other) => other !== concept && schemes.has(other));
      const places = (own.length === 0 ? [undefined] : own).map((scheme): Place => {
        const inScheme = (other: string) =>
          scheme === undefined ? schemes.get(other)?.length === 0 : schemes.get(other)?.includes(scheme) === true;
        const near = broader.find(inScheme);
        return { scheme, broader: near ?? broader[0], further: Math.max(0, broader.length - 1) };
      });
      return [concept, places];
    }),
  );
}

/**
 * Where classes of an ontology are: below each class at the top that they lead up to, which is a scheme. A class that has
 * nothing above or below it, or leads up to itself only, is in no scheme that has a name.
 */
export function classPlaces(graph: Graph, classes: readonly string[]): ReadonlyMap<string, readonly Place[]> {
  const known = new Set(classes);
  const parentsOf = (name: string): readonly string[] =>
    graph.resources(name, NAMES.subClassOf).filter((parent) => parent !== name && known.has(parent));
  const below = childrenBy(classes, parentsOf);
  const places = new Map<string, Place[]>();
  for (const root of classes) {
    if (parentsOf(root).length > 0 || !below.has(root)) continue;
    places.set(root, []);
    const seen = new Set([root]);
    const waiting = [root];
    for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
      for (const child of below.get(parent) ?? []) {
        if (seen.has(child)) continue;
        seen.add(child);
        waiting.push(child);
      }
    }
    for (const name of seen) {
      if (name === root) continue;
      const parents = parentsOf(name);
      // The scheme itself is no topic, so that nothing is below it.
      const broader = parents.find((parent) => parent !== root && seen.has(parent));
      const place = { scheme: root, broader, further: Math.max(0, parents.length - 1) };
      places.set(name, [...(places.get(name) ?? []), place]);
    }
  }
  for (const name of classes) {
    if (places.has(name)) continue;
    const parents = parentsOf(name);
    places.set(name, [{ scheme: undefined, broader: parents[0], further: Math.max(0, parents.length - 1) }]);
  }
  return places;
}

function childrenBy(
  names: readonly string[],
  parentsOf: (name: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const name of names) {
    for (const parent of parentsOf(name)) {
      const known = children.get(parent);
      if (known === undefined) children.set(parent, [name]);
      else known.push(name);
    }
  }
  return children;
}
