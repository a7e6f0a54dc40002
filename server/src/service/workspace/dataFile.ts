import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import type { JsonValue } from "../document/jsonValue.ts";
import type { Span } from "../document/span.ts";
import { expectationOfError } from "../model/expectation.ts";
import { pathOf, type Schema, type Validate } from "../model/schema.ts";

/** A fault in one of the site's own files: its configuration, its communities, its topics. */
export interface SiteProblem extends Span {
  readonly uri: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** One of the site's own files, read. What is faulty is missing from `data`; the rest of it counts. */
export interface DataFile {
  readonly data: JsonValue;
  /** What is not YAML or not what the schema asks for. Rules tell authors of it; here it says whether to trust the data. */
  readonly problems: readonly SiteProblem[];
  /** The line of an offset, counted from 1. */
  lineOf(offset: number): number;
  /** Where the value at a path starts and ends, in UTF-16 code units. */
  spanOf(path: readonly (string | number)[]): { readonly start: number; readonly end: number };
}

/** Reads a YAML file (YAML 1.2, no aliases without end) and checks it against its schema. Never throws. */
export function readDataFile(
  uri: string,
  text: string,
  { schema, validate }: { schema: Schema; validate: Validate },
): DataFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  const problems: SiteProblem[] = document.errors.map((error) => ({
    uri,
    line: lines.linePos(error.pos[0]).line,
    start: error.pos[0],
    end: error.pos[1],
    message: `This is not valid YAML: ${firstLine(error.message)}`,
  }));
  const data = toData(() => document.toJS({ maxAliasCount: 100 }) as JsonValue);
  const spanOf: DataFile["spanOf"] = (path) => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    const [start = 0, end = start] = node?.range ?? [];
    return { start, end };
  };
  if (problems.length === 0 && data !== null && !validate(data)) {
    for (const error of validate.errors ?? []) {
      const path = pathOf(error.instancePath, data);
      const name = path.join(".") || "The file";
      const isKey = error.keyword === "additionalProperties" || error.keyword === "required";
      const key = String(error.params.additionalProperty ?? error.params.missingProperty);
      const message =
        error.keyword === "required"
          ? `${name}: \`${key}\` is missing.`
          : isKey
            ? `${name}: there is no key \`${key}\` here.`
            : `${name} should be ${expectationOfError(schema, error, data)}.`;
      const at = error.keyword === "additionalProperties" ? keyOffset(document.getIn(path, true), key) : undefined;
      const { start, end } = at === undefined ? spanOf(path) : { start: at, end: at + key.length };
      problems.push({ uri, start, end, line: lines.linePos(start).line, message });
    }
  }
  return { data, problems, lineOf: (offset) => lines.linePos(offset).line, spanOf };
}

/** Aliases may expand without end: then there is no data. */
function toData(read: () => JsonValue): JsonValue {
  try {
    return read();
  } catch {
    return null;
  }
}

function keyOffset(node: unknown, key: string): number | undefined {
  if (!isMap(node) || isSeq(node)) return undefined;
  const pair = (node as YAMLMap<{ value?: unknown; range?: [number, number, number] }>).items.find(
    (item) => item.key.value === key,
  );
  return pair?.key.range?.[0];
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
