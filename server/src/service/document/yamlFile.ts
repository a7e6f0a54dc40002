import { type Block, wholeBlock } from "./block.ts";
import type { YamlContent } from "./frontMatter.ts";
import { isJsonObject } from "./jsonValue.ts";
import { indentOf, lineAt, linesOf } from "./lines.ts";
import { type ContentRead, isLongText, readLongYaml } from "./longYaml.ts";
import type { Node, Sequence } from "./node.ts";
import type { YamlReader } from "./plainScalar.ts";
import { readYaml } from "./recovery.ts";
import { applyEdits, type Span } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";
import { withData, withFaults } from "./wholeContent.ts";
import { isBlankOrComment, isItem } from "./yamlLine.ts";

/** Site files are for our own reading, whatever Hugo the site is built with. */
const READER: YamlReader = "goccy";

/** A file that was read, for reading the next version of it. */
interface YamlFileBefore {
  readonly text: string;
  readonly frontMatter: YamlContent | undefined;
}

/**
 * Reads a YAML file whose whole text is data, a mapping or a list of mappings, in the way front matter is read: a
 * half-typed line costs only itself. Words are those of YAML 1.2, so that `off` is text. Never throws.
 *
 * @param before the version before: makes it faster, and the result no other
 */
export function parseYamlFile(text: string, before?: YamlFileBefore): YamlContent {
  const reading = readFile(text, before);
  let step = reading.next();
  while (step.done !== true) step = reading.next();
  return step.value;
}

/**
 * As `parseYamlFile`, for a file that may be long: what else is to be done is done meanwhile.
 *
 * @param pause lets others go first
 */
export async function parseLongYamlFile(
  text: string,
  pause: () => Promise<void>,
  before?: YamlFileBefore,
): Promise<YamlContent> {
  const reading = readFile(text, before);
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) await pause();
  return step.value;
}

/** Reads a file. It yields now and then where that is long. */
function* readFile(text: string, before: YamlFileBefore | undefined): Generator<void, YamlContent> {
  const block = wholeBlock(text);
  if (isLongText(text)) yield;
  const read = (yield* readLongYaml(text, block.content, READER)) ?? readAny(text, block, before);
  if (isLongText(text)) yield;
  const parts = withFaults(text, block.content, read);
  if (isLongText(text)) yield;
  const { value, problems, broken } = withData(block.content, parts);
  if (isLongText(text)) yield;
  const values = isJsonObject(value) || Array.isArray(value) ? value : {};
  return { block, reader: READER, unread: undefined, root: read.root, values, problems, broken, entries: read.entries };
}

function readAny(text: string, block: Block, before: YamlFileBefore | undefined): ContentRead {
  return isList(text, block.content) ? readList(text, block.content) : readMapping(text, block, before);
}

/** Reads a mapping; with the version before, only the entries that are new. */
function readMapping(text: string, { content }: Block, before: YamlFileBefore | undefined): ContentRead {
  const { text: textBefore, frontMatter } = before ?? {};
  if (textBefore === undefined || frontMatter === undefined || frontMatter.root?.kind === "sequence")
    return readYaml(text, content, { reader: READER });
  const { root, broken, entries } = frontMatter;
  return readYaml(text, content, {
    reader: READER,
    before: { text: textBefore, root, broken, entries },
  });
}

/** Whether the first line with text is an item of a list. */
function isList(text: string, content: Span): boolean {
  for (const line of linesOf(text, content.start, content.end))
    if (!isBlankOrComment(line.text)) return isItem(line.text.trimStart());
  return false;
}

/**
 * Reads a list of mappings item by item. An item is a mapping of its own once its dash is a space, so that what is known
 * of mappings holds for it. What stands further left than the items belongs to none.
 */
function readList(text: string, content: Span): ContentRead {
  const { dashes, strays } = itemLines(text, content);
  const readable = blanked(text, [...dashes.map((start) => ({ start, end: start + 1 })), ...strays]);
  const items: Node[] = [];
  const problems: SyntaxProblem[] = strays.map((line) => ({ code: "missingDash", ...line }));
  const broken: BrokenLines[] = strays.map((line) => ({ ...line, key: "" }));
  const entries: Span[] = [];
  for (const [index, dash] of dashes.entries()) {
    const next = dashes[index + 1];
    const end = next === undefined ? content.end : lineAt(text, next).start;
    const read = readYaml(
      readable,
      { start: Math.max(content.start, lineAt(text, dash).start), end },
      { reader: READER },
    );
    problems.push(...read.problems);
    broken.push(...read.broken);
    entries.push(...read.entries);
    items.push(read.root ?? { kind: "scalar", style: "plain", value: null, text: "", start: dash + 1, end: dash + 1 });
  }
  const start = dashes[0] ?? content.start;
  const root: Sequence = {
    kind: "sequence",
    style: "block",
    isInFlow: false,
    items,
    start,
    end: items.at(-1)?.end ?? start,
  };
  return { root, problems: problems.toSorted((a, b) => a.start - b.start), broken, entries };
}

interface ItemLines {
  /** The offset of each item's dash. */
  readonly dashes: readonly number[];
  /** Lines that stand in the list and in no item. */
  readonly strays: readonly Span[];
}

function itemLines(text: string, content: Span): ItemLines {
  const dashes: number[] = [];
  const strays: Span[] = [];
  let base = 0;
  for (const line of linesOf(text, content.start, content.end)) {
    if (isBlankOrComment(line.text)) continue;
    const indent = indentOf(line.text);
    if (dashes.length === 0) base = indent;
    if (indent === base && isItem(line.text.slice(indent))) dashes.push(line.start + indent);
    else if (indent <= base) strays.push({ start: line.start + indent, end: line.end });
  }
  return { dashes, strays };
}

/** A text with spaces in the place of some spans, so that no offset moves. */
function blanked(text: string, spans: readonly Span[]): string {
  return applyEdits(
    text,
    spans.map(({ start, end }) => ({ start, end, newText: " ".repeat(end - start) })),
  );
}
