import { type Block, findBlock, startsBody, withoutCloser } from "./block.ts";
import { dataOf } from "./data.ts";
import { isJsonObject, type JsonObject } from "./jsonValue.ts";
import type { Alias, Mapping, Node } from "./node.ts";
import { readYaml, type YamlRead } from "./recovery.ts";
import { overlaps, type Span } from "./span.ts";
import type { BrokenLines, SyntaxProblem } from "./syntaxProblem.ts";

/** The metadata block that opens a Markdown file, read. */
export interface FrontMatter {
  readonly block: Block;
  /** Why the block was found but not read: TOML and JSON are not, nor what is larger than any front matter. */
  readonly unread: "format" | "size" | undefined;
  /** The block as data with places; `undefined` where it is empty or holds no mapping. */
  readonly root: Mapping | undefined;
  /** The block as plain data, as Hugo would have it. */
  readonly values: JsonObject;
  readonly problems: readonly SyntaxProblem[];
  readonly broken: readonly BrokenLines[];
}

const NO_VALUES: JsonObject = Object.freeze(Object.create(null));

/**
 * Reads the front matter of a document. Never throws: what can be read is read, what cannot is in `problems`.
 * TOML and JSON are found but not read.
 *
 * @returns `undefined` where the document has no front matter
 */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const found = findBlock(text);
  if (found === undefined) return undefined;
  const unread = whyUnread(found);
  if (unread !== undefined)
    return { block: found, unread, root: undefined, values: NO_VALUES, problems: [], broken: [] };

  const { block, root, problems: syntax, broken } = readBlock(text, found);
  const problems = [...syntax, ...controlCharacters(text, block), ...unknownAnchors(root)];
  if (block.closer === undefined) problems.push({ code: "unclosedBlock", ...block.opener });
  const values = dataOf(root);
  if (values === undefined) problems.push({ code: "aliasBomb", ...block.opener });
  return { block, unread, root, values: isJsonObject(values) ? values : NO_VALUES, problems, broken };
}

/** Far more than any front matter has; what is larger is no work for a keystroke. */
const LARGEST = 256 * 1024;

function whyUnread(block: Block): FrontMatter["unread"] {
  if (block.format !== "yaml") return "format";
  return block.content.end - block.content.start > LARGEST ? "size" : undefined;
}

/**
 * Reads a block; where its text is faulty because the closing delimiter is missing and a `---` in the body was taken for
 * it, reads it as the author meant it.
 */
function readBlock(text: string, block: Block): YamlRead & { readonly block: Block } {
  const read = readYaml(text, block.content);
  if (read.problems.length === 0 || block.closer === undefined) return { block, ...read };
  const unclosed = withoutCloser(text, block);
  if (unclosed.content.end >= block.content.end || !startsBody(text, unclosed.content.end)) return { block, ...read };
  const readAgain = readYaml(text, unclosed.content);
  return readAgain.problems.length === 0 ? { block: unclosed, ...readAgain } : { block, ...read };
}

/** Whether a span lies in lines that could not be read, so that nothing can be said about it. */
export function isBroken(frontMatter: FrontMatter, span: Span): boolean {
  return frontMatter.broken.some((lines) => overlaps(lines, span));
}

/** YAML takes no control characters but tab and line breaks; Hugo refuses the file. */
function controlCharacters(text: string, block: Block): readonly SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  for (const match of text.slice(block.content.start, block.content.end).matchAll(CONTROL_CHARACTERS)) {
    const start = block.content.start + match.index;
    found.push({ code: "controlCharacter", start, end: start + match[0].length });
  }
  return found;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const CONTROL_CHARACTERS = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]+/g;

function unknownAnchors(root: Node | undefined): readonly SyntaxProblem[] {
  const found: Alias[] = [];
  collectUnknownAliases(root, found);
  return found.map(({ start, end }) => ({ code: "unknownAnchor", start, end, value: { start, end } }));
}

function collectUnknownAliases(node: Node | undefined, found: Alias[]): void {
  switch (node?.kind) {
    case "alias":
      if (node.target === undefined) found.push(node);
      break;
    case "mapping":
      for (const pair of node.pairs) collectUnknownAliases(pair.value, found);
      break;
    case "sequence":
      for (const item of node.items) collectUnknownAliases(item, found);
      break;
    default:
      break;
  }
}
