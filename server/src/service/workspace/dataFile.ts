import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { tooDeepAt } from "../document/depth.ts";
import type { JsonValue } from "../document/jsonValue.ts";
import type { Path } from "../document/node.ts";
import type { Span } from "../document/span.ts";
import { expectationOfError } from "../model/expectation.ts";
import { pathOf, type Schema, type SchemaError, type Validate } from "../model/schema.ts";
import type { Severity } from "../model/severities.ts";

/** A fault in one of the site's own files, at its place: its configuration, its communities, its topics, its schemas. */
export interface SiteProblem extends Span {
  readonly uri: string;
  /** The line of `start`, counted from 1. */
  readonly line: number;
  readonly message: string;
  /** An error where it is not said: what it is about has no effect. */
  readonly severity?: Severity;
}

/** One of the site's own files, read. What is faulty is missing from `data`; the rest of it counts. */
export interface DataFile {
  readonly uri: string;
  readonly data: JsonValue;
  /** What is not YAML or not what the schema asks for. Rules tell authors of it; here it says whether to trust the data. */
  readonly problems: readonly SiteProblem[];
  /** Whether it is YAML throughout. Where it is not, nobody knows what an author meant in any place of it. */
  readonly isWellFormed: boolean;
  /** Where the value at a path starts and ends, in UTF-16 code units. */
  spanOf(path: Path): Span;
  /**
   * A problem of this file.
   *
   * @param at the key that a path ends in instead of its value, or a part of the value, counted in its text without quotes
   */
  problemAt(path: Path, message: string, at?: "key" | Span): SiteProblem;
}

/** A schema and its compiled form. */
export interface Checked {
  readonly schema: Schema;
  readonly validate: Validate;
}

/** Nobody mends more before the next look, and each costs a search for its place. */
const MOST_PROBLEMS = 100;

/** In UTF-16 code units. No configuration, list of communities or schema is as large. */
const LARGEST = 2 * 1024 * 1024;

/**
 * Reads a YAML file (YAML 1.2, so JSON as well; no aliases without end). Never throws.
 *
 * @param checked what it must hold; anything without
 */
export function readDataFile(uri: string, text: string, checked?: Checked): DataFile {
  const deep = tooDeepAt(text);
  const lines = new LineCounter();
  // What nests without measure would end the process; what is one byte of noise after the other would hold it up.
  const isReadable = deep === undefined && text.length <= LARGEST;
  const document = parseDocument(isReadable ? text : "", {
    lineCounter: lines,
    // The package would compare each key of a mapping with each other one.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  const problemIn = ({ start, end }: Span, message: string): SiteProblem => {
    // What goes on over many lines is shown on its first.
    const lineEnd = /[\r\n]|$/.exec(text.slice(start))?.index ?? 0;
    return { uri, start, end: Math.min(end, start + lineEnd), line: lines.linePos(start).line, message };
  };
  const spanOf = (path: Path): Span => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return spanOfNode(node) ?? { start: 0, end: 0 };
  };
  const problemAt: DataFile["problemAt"] = (path, message, at) => {
    const value = spanOf(path);
    const key = keySpan(path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents, path.at(-1));
    if (at === "key" || value.start === value.end) return problemIn(key ?? value, message);
    return problemIn(
      at === undefined ? value : partOf(text, value, { part: at, node: document.getIn(path, true) }),
      message,
    );
  };
  const data = toData(() => document.toJS({ maxAliasCount: 100 }) as JsonValue);
  const syntax = [
    ...document.errors.map(({ pos: [start, end], message }) => ({ start, end, message: firstLine(message) })),
    ...repeatedKeys(document),
  ]
    .slice(0, MOST_PROBLEMS)
    .map((fault) => problemIn(fault, `This is not valid YAML: ${fault.message}`));
  if (!isReadable) {
    const at = deep ?? 0;
    const message = deep === undefined ? "This file is too large to be read." : "This nests too deeply to be read.";
    const line = lines.linePos(at).line;
    const problems = [{ uri, start: at, end: at, line, message }];
    return { uri, data: null, problems, isWellFormed: false, spanOf, problemAt };
  }
  const problems = [...syntax];
  if (checked !== undefined && syntax.length === 0 && data !== null && !checked.validate(data)) {
    for (const error of (checked.validate.errors ?? []).slice(0, MOST_PROBLEMS))
      problems.push(schemaProblem(error, { data, ...checked, problemAt }));
  }
  return { uri, data, problems, isWellFormed: syntax.length === 0, spanOf, problemAt };
}

function schemaProblem(
  error: SchemaError,
  { data, schema, problemAt }: { readonly data: JsonValue; readonly schema: Schema } & Pick<DataFile, "problemAt">,
): SiteProblem {
  const path = pathOf(error.instancePath, data);
  const name = path.join(".") || "The file";
  const { additionalProperty, missingProperty } = error.params;
  if (error.keyword === "required") return problemAt(path, `${name}: \`${String(missingProperty)}\` is missing.`);
  if (error.keyword === "additionalProperties") {
    const key = String(additionalProperty);
    return problemAt([...path, key], `${name}: there is no key \`${key}\` here.`, "key");
  }
  return problemAt(path, `${name} should be ${expectationOfError(schema, error, data)}.`);
}

/** The keys that stand in their mapping already. */
function repeatedKeys(document: Document): readonly (Span & { readonly message: string })[] {
  const found: (Span & { readonly message: string })[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const span = isScalar(key) && seen.has(key.value) ? spanOfNode(key) : undefined;
        if (span !== undefined) found.push({ ...span, message: "This key stands here twice." });
        if (isScalar(key)) seen.add(key.value);
      }
    },
  });
  return found;
}

/** Aliases may expand without end: then there is no data. */
function toData(read: () => JsonValue): JsonValue {
  try {
    return read();
  } catch {
    return null;
  }
}

function spanOfNode(node: unknown): Span | undefined {
  const range = (node as { readonly range?: readonly [number, number, number] } | null | undefined)?.range;
  return range && { start: range[0], end: range[1] };
}

function keySpan(mapping: unknown, key: string | number | undefined): Span | undefined {
  if (!isMap(mapping)) return undefined;
  return spanOfNode(mapping.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key);
}

/** A part of a value where it stands letter by letter in the file, else the whole value. */
function partOf(text: string, value: Span, { part, node }: { readonly part: Span; readonly node: unknown }): Span {
  const content = isScalar(node) && typeof node.value === "string" ? node.value : undefined;
  const start = content === undefined ? -1 : text.slice(value.start, value.end).indexOf(content);
  return start === -1 ? value : { start: value.start + start + part.start, end: value.start + start + part.end };
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
