import { readClassHierarchy } from "../service/features/topics/import/classHierarchy.ts";
import { type ReadConcepts, schemeNameOf } from "../service/features/topics/import/concept.ts";
import { readStatements } from "../service/features/topics/import/statements.ts";
import { readTable } from "../service/features/topics/import/table.ts";
import { parseCsv } from "./csv.ts";
import type { Parsed } from "./parsed.ts";
import { parseRdfXml } from "./rdfXml.ts";
import { parseTurtle } from "./turtle.ts";

/** A file with topics of others. */
export interface VocabularyText {
  readonly text: string;
  /** Its end says how it is written, unless the text says otherwise; its beginning is the scheme of topics that have none. */
  readonly fileName: string;
  /** The wanted language, as a tag of BCP 47. */
  readonly language: string;
}

/** Reads topics from GraphQL's answer in JSON, from CSV, and from SKOS or OWL in Turtle or RDF/XML. Never rejects. */
export async function readVocabulary({ text: written, fileName, language }: VocabularyText): Promise<ReadConcepts> {
  const text = written.replace(/^\uFEFF/, "");
  const options = { language, scheme: schemeNameOf(fileName.replace(/\.[^.]*$/, "")) || "Topics" };
  switch (formatOf(text, fileName)) {
    case "json":
      return readClassHierarchy(text);
    case "csv":
      return read(parseCsv(text), (rows) => readTable(rows, options));
    case "turtle":
      return read(parseTurtle(text), (statements) => readStatements(statements, options));
    case "rdfxml":
      return read(await parseRdfXml(text), (statements) => readStatements(statements, options));
  }
}

function read<T>(parsed: Parsed<T>, use: (content: T) => ReadConcepts): ReadConcepts {
  return "fault" in parsed ? { concepts: [], notes: [], fault: parsed.fault } : use(parsed.content);
}

type Format = "json" | "csv" | "turtle" | "rdfxml";

/** What a text begins with is surer than what its file is called: `.owl` may be anything. */
function formatOf(text: string, fileName: string): Format {
  const extension = /\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase();
  if (["ttl", "nt", "n3", "turtle"].includes(extension ?? "")) return "turtle";
  if (/^\s*(?:<\?xml|<!|<[A-Za-z][\w.-]*[:\s>])/.test(text) && !/^\s*<[a-z][a-z0-9+.-]*:[^\s>]*>/i.test(text))
    return "rdfxml";
  if (extension === "csv" || extension === "tsv") return "csv";
  if (extension === "json" || /^\s*[[{]/.test(text)) return "json";
  if (["rdf", "owl", "xml"].includes(extension ?? "") || TURTLE.test(text)) return "turtle";
  return "csv";
}

/** A directive, a comment or a name in angle brackets: how texts in Turtle begin. */
const TURTLE = /^\s*(?:@prefix|@base|prefix\s|base\s|#|<)/i;
