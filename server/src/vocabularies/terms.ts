import type { Statement } from "../service/features/topics/import/rdf.ts";

/** What relative names are below; of no matter, as long as all are below the same. */
export const BASE = "https://vocabulary.invalid/";

/** A term of RDF as parsers have it (RDF/JS). */
interface Term {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
}

interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}

/** What a quad states; nothing where it states something of a statement. */
export function toStatement({ subject, predicate, object }: Quad): readonly Statement[] {
  const name = nameOf(subject);
  const other = nameOf(object);
  if (name === undefined) return [];
  if (object.termType === "Literal")
    return [
      {
        subject: name,
        predicate: predicate.value,
        object: { kind: "literal", text: object.value, language: object.language ?? "" },
      },
    ];
  return other === undefined
    ? []
    : [{ subject: name, predicate: predicate.value, object: { kind: "resource", name: other } }];
}

function nameOf({ termType, value }: Term): string | undefined {
  if (termType === "NamedNode") return value;
  return termType === "BlankNode" ? `_:${value}` : undefined;
}
