import { Parser, type Quad } from "n3";
import type { Statement } from "../service/features/topics/import/rdf.ts";
import type { Parsed } from "./parsed.ts";
import { BASE, toStatement } from "./terms.ts";

/** Reads Turtle, and N-Triples, which is a part of it. */
export function parseTurtle(text: string): Parsed<readonly Statement[]> {
  try {
    return {
      content: new Parser({ format: "text/turtle", baseIRI: BASE })
        .parse(text)
        .flatMap((quad: Quad) => toStatement(quad)),
    };
  } catch (error) {
    // The parser throws what is wrong with the text, and says the line.
    if (!(error instanceof Error)) throw error;
    const [, message = "", line] = /^(.*?)(?: on line (\d+))?\.?$/s.exec(error.message) ?? [];
    return { fault: { message: `${message}.`, ...(line !== undefined && { line: Number(line) }) } };
  }
}
