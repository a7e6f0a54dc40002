import { type Block, closesYaml, findBlock, startsBody, withoutCloser } from "./block.ts";
import type { YamlRead } from "./entryReading.ts";
import { columnFaults } from "./faults/columnFaults.ts";
import { formatFaults } from "./faults/formatFaults.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "./jsonValue.ts";
import type { ReadBefore } from "./knownEntries.ts";
import type { Mapping, Sequence } from "./node.ts";
import type { YamlReader } from "./plainScalar.ts";
import { readYaml } from "./recovery.ts";
import { overlaps, type Span } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";
import { readWhole } from "./wholeContent.ts";

/** A stretch of YAML, read. */
export interface YamlContent {
  readonly block: Block;
  /** Whose reading its values are. */
  readonly reader: YamlReader;
  /** Why the block was found but not read: TOML and JSON are not, nor what is larger than any front matter. */
  readonly unread: "format" | "size" | undefined;
  /** The block as data with places; `undefined` where it is empty or holds no collection. */
  readonly root: Mapping | Sequence | undefined;
  /** The block as plain data. */
  readonly values: JsonObject | readonly JsonValue[];
  readonly problems: readonly SyntaxProblem[];
  readonly broken: readonly BrokenLines[];
  /** The top-level entries, whole lines each. */
  readonly entries: readonly Span[];
}

/** The metadata block that opens a Markdown file, read. Its values are those that Hugo would have. */
export interface FrontMatter extends YamlContent {
  readonly root: Mapping | undefined;
  readonly values: JsonObject;
}

const NO_VALUES: JsonObject = Object.freeze(Object.create(null));

/** A text whose front matter was read, for reading the next version of it. */
export interface TextBefore {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
}

/**
 * Reads the front matter of a document. Never throws: what can be read is read, what cannot is in `problems`.
 * TOML and JSON are found but not read; where they are no TOML or JSON, one problem says so.
 *
 * @param before the version before: makes it faster, and the result no other
 * @param reader whose reading of values counts: it changes with Hugo's version
 * @returns `undefined` where the document has no front matter
 */
export function parseFrontMatter(
  text: string,
  before?: TextBefore,
  reader: YamlReader = "go-yaml-v2",
): FrontMatter | undefined {
  const found = findBlock(text);
  if (found === undefined) return undefined;
  const unread = whyUnread(found);
  if (unread !== undefined) {
    const problems = isLarge(found) ? [] : formatFaults(text, found);
    return { block: found, reader, unread, root: undefined, values: NO_VALUES, problems, broken: [], entries: [] };
  }

  const { block, ...read } = readBlock(text, found, { reader, before: readBefore(before, reader) });
  const { root, entries } = read;
  const known = read.problems.length > 0 ? read.problems : [...columnFaults(text, block.content, root)];
  const { value, problems, broken } = readWhole(text, block.content, { ...read, problems: known });
  return {
    block,
    reader,
    unread,
    root,
    values: isJsonObject(value) ? value : NO_VALUES,
    problems: block.closer === undefined ? [...problems, { code: "unclosedBlock", ...block.opener }] : problems,
    broken,
    entries,
  };
}

/** Far more than any front matter has; what is larger is no work for a keystroke. */
const LARGEST = 64 * 1024;

function whyUnread(block: Block): FrontMatter["unread"] {
  if (block.format !== "yaml") return "format";
  return isLarge(block) ? "size" : undefined;
}

function isLarge({ content }: Block): boolean {
  return content.end - content.start > LARGEST;
}

/**
 * Reads a block; where its text is faulty because the closing delimiter is missing and a `---` in the body was taken for
 * it, reads it as the author meant it.
 */
function readBlock(
  text: string,
  block: Block,
  { reader, before }: { readonly reader: YamlReader; readonly before: ReadBefore | undefined },
): YamlRead & { readonly block: Block } {
  const read = readYaml(text, block.content, { reader, before });
  if (read.problems.length === 0 || block.closer === undefined || closesYaml(text, block.closer))
    return { block, ...read };
  const unclosed = withoutCloser(text, block);
  if (unclosed.content.end >= block.content.end || !startsBody(text, unclosed.content.end)) return { block, ...read };
  const readAgain = readYaml(text, unclosed.content, { reader });
  return readAgain.problems.length === 0 ? { block: unclosed, ...readAgain } : { block, ...read };
}

function readBefore(before: TextBefore | undefined, reader: YamlReader): ReadBefore | undefined {
  const { text, frontMatter } = before ?? {};
  if (text === undefined || frontMatter?.reader !== reader || frontMatter.unread !== undefined) return undefined;
  const { root, broken, entries } = frontMatter;
  return { text, entries, root, broken };
}

/** Whether a span lies in lines that could not be read, so that nothing can be said about it. */
export function isBroken(frontMatter: YamlContent, span: Span): boolean {
  return frontMatter.broken.length > 0 && frontMatter.broken.some((lines) => overlaps(lines, span));
}
