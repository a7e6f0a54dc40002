import { RdfXmlParser } from "rdfxml-streaming-parser";
import type { ReadingFault } from "../service/features/topics/import/concept.ts";
import type { Statement } from "../service/features/topics/import/rdf.ts";
import type { Parsed } from "./parsed.ts";
import { BASE, toStatement } from "./terms.ts";

/** Reads RDF/XML. */
export function parseRdfXml(text: string): Promise<Parsed<readonly Statement[]>> {
  return new Promise((resolve) => {
    const statements: Statement[] = [];
    const parser = new RdfXmlParser({ baseIRI: BASE, trackPosition: true });
    parser.on("data", (quad) => void statements.push(...toStatement(quad)));
    parser.on("error", (error: Error) => resolve({ fault: faultOf(error) }));
    parser.on("end", () => {
      const fault = unclosedIn(text);
      resolve(fault === undefined ? { content: statements } : { fault });
    });
    parser.write(text);
    parser.end();
  });
}

/** The parser says the place in front, in one of two ways. */
function faultOf({ message }: Error): ReadingFault {
  const [, line, column, rest = message] = /^(?:Line )?(\d+)(?: column |:)(\d+): (.*)$/s.exec(message) ?? [];
  const sentence = `${rest.charAt(0).toUpperCase()}${rest.slice(1).replace(/\.?$/, ".")}`;
  return line === undefined ? { message: sentence } : { message: sentence, line: Number(line), column: Number(column) };
}

/** The parser is content with what was cut off; who takes the rest for all would retire what is missing. */
function unclosedIn(text: string): ReadingFault | undefined {
  const root = /<([A-Za-z_][\w.-]*(?::[\w.-]+)?)(?=[\s/>])[^>]*>/.exec(text);
  const name = root?.[1];
  const isClosed = name === undefined || root?.[0].endsWith("/>") || text.lastIndexOf(`</${name}`) > (root?.index ?? 0);
  if (isClosed) return undefined;
  return { line: text.trimEnd().split(/\r\n|\n|\r/).length, message: `The file ends before \`<${name}>\` is closed.` };
}
