import { lineAt, linesOf } from "../lines.ts";
import { type Mapping, type Node, type Pair, resolve, type Scalar } from "../node.ts";
import type { Span } from "../span.ts";
import type { SyntaxProblem } from "../syntaxProblem.ts";
import { isOpeningBracket } from "./closing.ts";
import { foldedItems } from "./foldedItems.ts";
import { badEscapeIn } from "./valueFault.ts";

/** What is YAML for the YAML reader and not for Hugo's (go-yaml v2, measured with Hugo 0.111 and 0.147). */
export function hugoFaults(text: string, content: Span, root: Node | undefined): readonly SyntaxProblem[] {
  const found: Found = { problems: controlCharacters(text, content), protectedSpans: [] };
  if (root !== undefined) lookAt(text, root, found);
  const tab = text.indexOf("\t", content.start);
  if (tab !== -1 && tab < content.end) found.problems.push(...tabs(text, content, found.protectedSpans));
  return found.problems;
}

interface Found {
  readonly problems: SyntaxProblem[];
  /** The places where a tab at the start of a line is text, or does no harm. */
  readonly protectedSpans: Span[];
}

/** YAML takes no control characters but tab and line breaks. */
function controlCharacters(text: string, content: Span): SyntaxProblem[] {
  const source = text.slice(content.start, content.end);
  // One look is enough for nearly every text.
  if (source.search(CONTROL_CHARACTERS) === -1) return [];
  return Array.from(source.matchAll(CONTROL_CHARACTERS), ({ 0: characters, index }) => {
    const start = content.start + index;
    return { code: "controlCharacter", start, end: start + characters.length };
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const CONTROL_CHARACTERS = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]+/g;

function lookAt(text: string, node: Node, found: Found): void {
  const { start, end } = node;
  const { problems, protectedSpans } = found;
  switch (node.kind) {
    case "alias":
      if (node.target === undefined) problems.push({ code: "unknownAnchor", start, end, value: { start, end } });
      break;
    case "scalar":
      if (node.style !== "plain") protectedSpans.push({ start, end });
      lookAtScalar(text, node, problems);
      break;
    case "sequence":
      if (node.style === "flow") protectedSpans.push({ start, end });
      for (const item of node.items) lookAt(text, item, found);
      problems.push(...foldedItems(text, node));
      break;
    case "mapping":
      if (node.style === "flow") protectedSpans.push({ start, end });
      for (const [index, pair] of node.pairs.entries()) {
        const fault =
          faultInKey(text, pair, node) ?? gluedItem(text, pair, node.pairs[index - 1]) ?? faultInMerge(pair);
        if (fault !== undefined) problems.push(fault);
        else lookAt(text, pair.value, found);
      }
      break;
  }
}

function lookAtScalar(text: string, scalar: Scalar, problems: SyntaxProblem[]): void {
  const { style, start, end } = scalar;
  const badEscape = style === "double" ? badEscapeIn(text, { start, end }) : undefined;
  if (badEscape !== undefined) problems.push({ code: "badEscape", ...badEscape, value: { start, end } });
  // Go-yaml v2 takes these for line breaks, so the text behind them is a line without a key.
  if (style !== "plain" || !OTHER_LINE_BREAK.test(scalar.text)) return;
  const at = text.slice(start, end).search(OTHER_LINE_BREAK) + start;
  problems.push({ code: "controlCharacter", start: at, end: at + 1 });
}

const OTHER_LINE_BREAK = /[\x85\u2028\u2029]/;

/** A mapping cannot be a key, as in `title: {{ name }}`; and a key cannot be left out. */
function faultInKey(text: string, { key, value }: Pair, mapping: Mapping): SyntaxProblem | undefined {
  if (key.style !== "plain") return undefined;
  if (isOpeningBracket(key.text[0])) {
    const place = text[mapping.start] === "{" ? mapping : key;
    const value = { start: place.start, end: place.end };
    return { code: "reservedStart", ...value, value };
  }
  if (key.start === key.end) {
    return text[key.start] === ":" ? { code: "missingColon", start: key.start, end: key.start + 1 } : undefined;
  }
  if (text[key.end] === ":" || mapping.style === "flow") return undefined;
  // Behind other entries the YAML reader takes a colon on a line below, which only a key behind `?` may have.
  const isCut = /^[ \t]*(?:#[^\r\n]*)?[\r\n]/.test(text.slice(key.end, value.start));
  const isExplicit = /\?[ \t]+$/.test(text.slice(lineAt(text, key.start).start, key.start));
  return isCut && !isExplicit ? { code: "missingColon", start: key.start, end: key.end } : undefined;
}

/** An item without a blank behind its dash is a key where a colon is in it, and its list ends above it. */
function gluedItem(text: string, { key, start, end }: Pair, above: Pair | undefined): SyntaxProblem | undefined {
  if (key.style !== "plain" || !/^-[^\s-]/.test(key.text)) return undefined;
  const list = above?.value;
  if (list?.kind !== "sequence" || list.style === "flow" || columnAt(text, list.start) !== columnAt(text, start))
    return undefined;
  return { code: "missingSpace", start, end: start + 1, value: { start: list.start, end } };
}

function columnAt(text: string, offset: number): number {
  return offset - lineAt(text, offset).start;
}

/** `<<` takes in the keys of a mapping, or of several in a list. */
function faultInMerge({ key, value }: Pair): SyntaxProblem | undefined {
  if (key.text !== "<<" || key.style !== "plain") return undefined;
  const source = resolve(value);
  const sources = source?.kind === "sequence" ? source.items.map(resolve) : [source];
  // An alias of nothing is a fault of its own.
  if (sources.every((item) => item === undefined || item.kind === "mapping")) return undefined;
  return { code: "badMerge", start: value.start, end: value.end };
}

/** A tab in front of nothing, of a comment or of a list item. In front of a key the YAML reader refuses it, too. */
function* tabs(text: string, content: Span, protectedSpans: readonly Span[]): Generator<SyntaxProblem> {
  let next = 0;
  for (const line of linesOf(text, content.start, content.end)) {
    const found = /^(?:\t\s*(?=#|$)|[ ]*-[ ]*\t\s*(?=\S))/.exec(line.text)?.[0];
    if (found === undefined) continue;
    const start = line.start + found.indexOf("\t");
    while ((protectedSpans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if ((protectedSpans[next]?.start ?? Number.POSITIVE_INFINITY) < start) continue;
    yield { code: "tabIndent", start, end: line.start + found.length };
  }
}
